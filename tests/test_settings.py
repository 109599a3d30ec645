"""What the environment decides, each case in a process of its own."""

import json

import pytest

from tests.processes import KEY, PRODUCTION, environment, python

SHOW = """
import json, django
django.setup()
from django.conf import settings
print(json.dumps({name: getattr(settings, name) for name in %r}, default=str))
"""
WITHOUT = None


def started(data_dir, names=(), **values):
    """Return the finished process that loaded the settings and printed those of `names`."""
    known = {name: value for name, value in values.items() if value is not WITHOUT}
    return python("-c", SHOW % (list(names),), env=environment(data_dir, **known))


def read(data_dir, *names, **values):
    process = started(data_dir, names, **values)
    assert process.returncode == 0, process.stderr
    return json.loads(process.stdout)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITE_URL", "careers.example.org"),
        ("SITE_URL", "ftp://careers.example.org"),
        ("SITE_URL", "https://"),
        ("SITE_URL", "https://careers.example.org/jobs"),
        ("SITE_URL", "https://careers.example.org?a=b"),
        ("SITE_URL", "https://careers.example.org#top"),
        ("SITE_URL", "https://user@careers.example.org"),
        ("SITE_URL", "https://careers.example.org:port"),
        ("SITE_URL", "https://*"),
        ("SITE_URL", "https://[::1"),
        ("SECRET_KEY", WITHOUT),
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "x" * 60),
        ("SECRET_KEY", "django-insecure-" + KEY),
        ("DEBUG", "true"),
        ("DEBUG", "perhaps"),
        ("EMAIL_URL", WITHOUT),
        ("EMAIL_URL", "consolemail://"),
        ("EMAIL_URL", "nonsense"),
        ("EMAIL_URL", "smtp://mail.example.org:port"),
        ("DATABASE_URL", "nonsense"),
        ("DATABASE_URL", "mysql://localhost/careers"),
        ("DATABASE_URL", "postgres://localhost:port/careers"),
        ("DATABASE_URL", "postgres://localhost"),
        ("REDIS_URL", "nonsense"),
        ("REDIS_URL", "http://localhost"),
        ("REDIS_URL", "redis://localhost:port/0"),
        ("THREADS", "many"),
        ("THREADS", "0"),
        ("TRUSTED_PROXIES", "some"),
        ("TRUSTED_PROXIES", "-1"),
        ("TIME_ZONE", "Mars/Olympus"),
        ("LANGUAGE_CODE", "Klingon!"),
        ("PORT", "http"),
        ("DEFAULT_FROM_EMAIL", "nobody"),
    ],
)
def test_wrong_value_stops_the_start_with_its_name(tmp_path, name, value):
    process = started(tmp_path, **{**PRODUCTION, name: value})

    assert process.returncode != 0
    assert f"ImproperlyConfigured: {name}: " in process.stderr.splitlines()[-1]


def test_public_address_without_a_name_stops_the_start(tmp_path):
    process = started(tmp_path, **{**PRODUCTION, "SITE_URL": ""})

    assert "SITE_URL" in process.stderr.splitlines()[-1]


@pytest.mark.parametrize("url", ["http://127.0.0.1:8000", "http://localhost:8000", "http://[::1]:8000"])
def test_loopback_needs_nothing_and_answers_to_its_three_names(tmp_path, url):
    settings = read(tmp_path, "ALLOWED_HOSTS", "DEBUG", "SECURE_HSTS_SECONDS", SITE_URL=url)

    assert settings == {"ALLOWED_HOSTS": ["127.0.0.1", "localhost", "[::1]"], "DEBUG": False, "SECURE_HSTS_SECONDS": 0}


def test_local_key_is_made_once_and_readable_by_its_owner_only(tmp_path):
    first, second = (read(tmp_path / "var", "SECRET_KEY") for _ in range(2))

    assert first == second
    assert (tmp_path / "var" / "secret_key").stat().st_mode & 0o777 == 0o600


def test_https_address_decides_hosts_cookies_and_hsts(tmp_path):
    names = "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME"
    flags = "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_HSTS_SECONDS"

    settings = read(tmp_path, *names, *flags, **PRODUCTION)

    assert [settings[name] for name in names] == [
        ["careers.example.org"],
        ["https://careers.example.org"],
        "__Host-sessionid",
        "__Host-csrftoken",
    ]
    assert [settings[name] for name in flags] == [True, True, True, 31_536_000]


def test_cookies_are_always_for_the_server_and_this_site_only(tmp_path):
    settings = read(tmp_path, "SESSION_COOKIE_HTTPONLY", "CSRF_COOKIE_HTTPONLY", "SESSION_COOKIE_SAMESITE")

    assert list(settings.values()) == [True, True, "Lax"]


def test_check_deploy_is_clean_in_production(tmp_path):
    env = environment(tmp_path, **PRODUCTION)

    process = python("manage.py", "check", "--deploy", "--fail-level", "WARNING", env=env)

    assert process.returncode == 0, process.stderr
    assert "no issues" in process.stdout


def test_postgresql_gets_a_pool_as_large_as_the_threads(tmp_path):
    values = {"DATABASE_URL": "postgres://user:word@db.example.org:5433/careers", "THREADS": "7"}

    database = read(tmp_path, "DATABASES", **values)["DATABASES"]["default"]

    assert database["OPTIONS"]["pool"]["max_size"] >= 7
    assert (database["HOST"], database["PORT"], database["CONN_MAX_AGE"]) == ("db.example.org", 5433, 0)


def test_redis_is_djangos_own_cache(tmp_path):
    caches = read(tmp_path, "CACHES", REDIS_URL="redis://127.0.0.1:6379/0")["CACHES"]

    assert caches["pages"]["BACKEND"] == "django.core.cache.backends.redis.RedisCache"
    assert caches["default"]["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"
