"""The one settings file: everything a site differs in is read from the environment, secure by default."""

import os
import secrets
from pathlib import Path
from zoneinfo import ZoneInfo

import environ
from csp.constants import NONE, SELF

from careers.lib.environment import (
    at_least,
    contact,
    folder,
    given,
    host_name,
    language,
    mailbox,
    redis_address,
    site_address,
    stop,
    switch,
)

BASE_DIR = Path(__file__).resolve().parent.parent
# Everything the site writes: the database, the key of a local run, collected static files.
DATA_DIR = given("DATA_DIR", folder, str(BASE_DIR / "var"), "must be a folder that can be written.")

# --- The public address: hosts, origins, cookies and HSTS follow from it, never from a request ---

PORT = given("PORT", at_least(1), "8000", "must be a number.")
LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]
_address = given(
    "SITE_URL",
    site_address,
    f"http://127.0.0.1:{PORT}",
    "must be an address such as https://careers.example.org, without a path.",
)
SITE_URL = _address.geturl()
IS_LOCAL = _address.hostname in {"127.0.0.1", "localhost", "::1"}
IS_HTTPS = _address.scheme == "https"
ALLOWED_HOSTS = LOOPBACK if IS_LOCAL else [f"[{_address.hostname}]" if ":" in _address.hostname else _address.hostname]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
FORCE_SCRIPT_NAME = ""
# Whom /.well-known/security.txt names; without one it names the organisation's contact.
SECURITY_CONTACT = given("SECURITY_CONTACT", contact, "", "must be mailto:security@example.org or https://….")
# The ids of feeds are made of the first host's name, so that no reader sees every posting twice after a move.
FEED_HOST = given("FEED_HOST", host_name, _address.hostname, "must be a host name, such as careers.example.org.")
# How many proxies in front of gunicorn append to X-Forwarded-For; 0 believes the socket only.
TRUSTED_PROXIES = given("TRUSTED_PROXIES", at_least(0), "0", "must be a number, 0 or more.")

DEBUG = given("DEBUG", switch, "false", "must be true or false.")
if DEBUG and not IS_LOCAL:
    stop("DEBUG", "must be off when SITE_URL is not a loopback address.")

# Pages are served, every write says 503. A file `read_only` in DATA_DIR does the same without a restart.
READ_ONLY = given("READ_ONLY", switch, "false", "must be true or false.")


def local_secret_key():
    """Return the key of a local run, made at the first start and kept in DATA_DIR."""
    path = DATA_DIR / "secret_key"
    try:
        with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
    except FileExistsError:
        pass
    return path.read_text()


SECRET_KEY = os.environ.get("SECRET_KEY", "")
if not SECRET_KEY and IS_LOCAL:
    SECRET_KEY = local_secret_key()
if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 10 or SECRET_KEY.startswith("django-insecure"):
    stop(
        "SECRET_KEY",
        "set 50 or more random characters; `python3 -c 'import secrets; print(secrets.token_urlsafe(64))'` makes some.",
    )

# --- What it is made of ---

INSTALLED_APPS = [
    "careers.alerts",
    "careers.consistency",
    "careers.counters",
    "careers.find",
    "careers.importer",
    "careers.operation",
    "careers.postings",
    "careers.recruiting",
    "careers.syndication",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "django_filters",
    "django_htmx",
    "reversion",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "careers.headers.resource_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "careers.postings.derived.one_edition_a_request",
    "careers.headers.cache_policy",
    "careers.operation.middleware.refuse_writes",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "careers.recruiting.typed.keep_what_was_typed",
    "careers.recruiting.middleware.require_second_factor",
]

ROOT_URLCONF = "careers.urls"
WSGI_APPLICATION = "careers.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FIXTURE_DIRS = [BASE_DIR / "fixtures"]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "careers.postings.wording.wording",
            ],
        },
    },
]

LANGUAGE_CODE = given("LANGUAGE_CODE", language, "en-au", "must be a language that Django knows, such as en-au.")
TIME_ZONE = given("TIME_ZONE", lambda name: ZoneInfo(name).key, "UTC", "must be a zone such as Australia/Sydney.")
USE_TZ = True

# --- Where data lives ---


def sqlite():
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA_DIR / "careers.sqlite3",
        # Opening the file and setting it up costs a third of a page.
        "CONN_MAX_AGE": 600,
        "OPTIONS": {
            # Django's default mode lost 150 of 200 contended transactions; this lost none.
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }


def postgresql(url):
    return {
        **url,
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            **url.get("OPTIONS", {}),
            # As many connections as gunicorn has threads, and one for a command: only a server that is away makes one
            # wait, and whoever waits keeps a thread from others.
            "pool": {"min_size": 1, "max_size": THREADS + 1, "timeout": 2},
            "connect_timeout": 5,
            "options": "-c statement_timeout=15000 -c synchronous_commit=on",
        },
    }


def database(text):
    if not text:
        return sqlite()
    url = environ.Env.db_url_config(text)
    if not url["NAME"]:
        raise ValueError(text)
    makers = {"sqlite3": lambda url: {**sqlite(), "NAME": url["NAME"]}, "postgresql": postgresql}
    return makers[url["ENGINE"].removeprefix("django.db.backends.")](url)


THREADS = given("THREADS", at_least(1), "4", "must be a number, 1 or more.")
DATABASES = {
    "default": given("DATABASE_URL", database, "", "must be sqlite:///path or postgres://user:password@host:5432/name.")
}


# Limits on sign-in are counted where all processes see them and where they outlive Redis: in the database.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        # Django keeps 300: a guesser with many names would push his own count out.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    # Parts of pages, kept by each process under the number of the edition they were made from.
    "fragments": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "fragments",
        "OPTIONS": {"MAX_ENTRIES": 3_000},
    },
}
REDIS_URL = given("REDIS_URL", redis_address, "", "must be redis://host:6379/0, rediss://… or unix:///path.")
if REDIS_URL:
    CACHES["pages"] = {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "OPTIONS": {
            "socket_timeout": 0.5,
            "socket_connect_timeout": 0.5,
            "serializer": "careers.lib.plain.Plain",
        },
    }

# --- Static files ---

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
# WhiteNoise warns of a folder that is not there yet.
STATIC_ROOT.mkdir(exist_ok=True)
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "careers.bundles.BundleFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "careers.bundles.HashedWhenCollected"},
}
# Nothing links to the plain names: leaving them out halves the time of a first start.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
# Straight from a checkout, before anything is collected, the sources are served as they are.
WHITENOISE_USE_FINDERS = DEBUG or not (STATIC_ROOT / "staticfiles.json").exists()

# --- Mail ---


def mail(text):
    if not IS_LOCAL and not text.startswith(("smtp://", "smtp+tls://", "smtp+ssl://")):
        raise ValueError(text)
    config = environ.Env.email_url_config(text or "consolemail://")
    return {name: value for name, value in config.items() if name.startswith("EMAIL_")}


vars().update(given("EMAIL_URL", mail, "", "must be smtp+tls://user:password@mail.example.org:587 or similar."))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = given(
    "DEFAULT_FROM_EMAIL",
    mailbox,
    f"careers@{'localhost' if IS_LOCAL else _address.hostname}",
    "must be a mail address; set one when SITE_URL has no name.",
)
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# --- Sign-in ---

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
ACCOUNT_ADAPTER = "careers.recruiting.accounts.ClosedSignupAdapter"
ACCOUNT_FORMS = {"login": "careers.recruiting.accounts.SignInForm"}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True  # so that both answers look alike and take as long
ACCOUNT_SESSION_REMEMBER = True  # without a box to tick: SESSION_COOKIE_AGE holds for everyone
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = _address.scheme
# Signing in, reauthenticating and so on are limited by allauth's own figures, which tests hold.
ACCOUNT_RATE_LIMITS = {"reset_password": "5/m/ip,20/h/ip,3/h/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
# A passkey belongs to a name: browsers refuse one for an IP address.
HOST_IS_A_NAME = not _address.hostname.replace(".", "").isdigit() and ":" not in _address.hostname
MFA_SUPPORTED_TYPES = ["recovery_codes", "totp"] + (["webauthn"] if HOST_IS_A_NAME else [])
MFA_PASSKEY_LOGIN_ENABLED = HOST_IS_A_NAME
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = IS_LOCAL
MFA_ALLOW_UNVERIFIED_EMAIL = True
SECOND_FACTOR_REQUIRED = IS_HTTPS

# --- Cookies and headers ---

_prefix = "__Host-" if IS_HTTPS else ""
SESSION_COOKIE_NAME = f"{_prefix}sessionid"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_SECURE = IS_HTTPS
CSRF_COOKIE_NAME = f"{_prefix}csrftoken"
CSRF_COOKIE_SECURE = IS_HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "careers.recruiting.typed.csrf_failure"
# Messages in a cookie of their own would be one more to guard.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Preloading is a promise for a whole domain; its owner makes it, not one of its sites.
SILENCED_SYSTEM_CHECKS = ["security.W021"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        **{f"{kind}-src": [SELF] for kind in ("script", "style", "img", "font", "connect", "manifest", "media")},
        "form-action": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
PERMISSIONS_POLICY = {
    name: []
    for name in (
        "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation",
        "gyroscope", "magnetometer", "microphone", "midi", "payment", "usb",
    )
}  # fmt: skip

# As much as the proxy lets through: a form can then say what is too large and keep what was typed.
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000

# --- Logs: paths without their query, no addresses; for people while they develop, else JSON ---

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "discreet": {
            "()": "careers.lib.logs.DiscreetFormatter",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        },
        "json": {"()": "careers.lib.logs.JsonFormatter"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "discreet" if DEBUG else "json"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}
