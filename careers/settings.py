"""The one settings file: everything a site differs in is read from the environment, secure by default."""

import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent
# Everything the site writes: the database, the key of a local run, collected static files.
DATA_DIR = Path(env("DATA_DIR", default=str(BASE_DIR / "var"))).resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)


def stop(name, message):
    raise ImproperlyConfigured(f"{name}: {message}")


# --- The public address: hosts, origins, cookies and HSTS follow from it, never from a request ---

LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]
SITE_URL = env("SITE_URL", default=f"http://127.0.0.1:{env('PORT', default='8000')}").rstrip("/")
_address = urlsplit(SITE_URL)
if _address.scheme not in {"http", "https"} or not _address.hostname or _address.path or _address.query:
    stop("SITE_URL", f"“{SITE_URL}” is not an address such as https://careers.example.org, without a path.")
IS_LOCAL = _address.hostname in {"127.0.0.1", "localhost", "::1"}
IS_HTTPS = _address.scheme == "https"
ALLOWED_HOSTS = LOOPBACK if IS_LOCAL else [_address.hostname]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
FORCE_SCRIPT_NAME = ""
# How many proxies in front of gunicorn append to X-Forwarded-For; 0 believes the socket only.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)

DEBUG = env.bool("DEBUG", default=False)
if DEBUG and not IS_LOCAL:
    stop("DEBUG", "must be off when SITE_URL is not a loopback address.")


def local_secret_key():
    """Return the key of a local run, made at the first start and kept in DATA_DIR."""
    path = DATA_DIR / "secret_key"
    try:
        with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
    except FileExistsError:
        pass
    return path.read_text()


SECRET_KEY = env("SECRET_KEY", default="")
if not SECRET_KEY and IS_LOCAL:
    SECRET_KEY = local_secret_key()
if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 10:
    stop(
        "SECRET_KEY",
        "set 50 or more random characters; `python3 -c 'import secrets; print(secrets.token_urlsafe(64))'` makes some.",
    )

# --- What it is made of ---

INSTALLED_APPS = [
    "careers.find",
    "careers.postings",
    "careers.recruiting",
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
    "careers.headers.cache_policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
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

LANGUAGE_CODE = env("LANGUAGE_CODE", default="en-au")
TIME_ZONE = env("TIME_ZONE", default="UTC")
USE_TZ = True

# --- Where data lives ---


def sqlite():
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA_DIR / "careers.sqlite3",
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
            # As many connections as gunicorn has threads, and one for a command.
            "pool": {"min_size": 1, "max_size": env.int("THREADS", default=4) + 1, "timeout": 5},
            "connect_timeout": 5,
            "options": "-c statement_timeout=15000 -c synchronous_commit=on",
        },
    }


def database():
    if not env("DATABASE_URL", default=""):
        return sqlite()
    try:
        url = env.db("DATABASE_URL")
    except (ValueError, ImproperlyConfigured) as error:
        stop("DATABASE_URL", f"cannot be read ({error}).")
    if url["ENGINE"] == "django.db.backends.sqlite3":
        return {**sqlite(), "NAME": url["NAME"]}
    if url["ENGINE"] != "django.db.backends.postgresql":
        stop("DATABASE_URL", "must start with sqlite:/// or postgres://.")
    return postgresql(url)


DATABASES = {"default": database()}

# Limits on sign-in are counted where all processes see them and where they outlive Redis: in the database.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"}}
REDIS_URL = env("REDIS_URL", default="")
if REDIS_URL:
    if urlsplit(REDIS_URL).scheme not in {"redis", "rediss", "unix"}:
        stop("REDIS_URL", "must start with redis://, rediss:// or unix://.")
    CACHES["pages"] = {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "OPTIONS": {"socket_timeout": 0.5, "socket_connect_timeout": 0.5},
    }

# --- Static files ---

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
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
# Straight from a checkout, before anything is collected, the sources are served as they are.
WHITENOISE_USE_FINDERS = DEBUG or not (STATIC_ROOT / "staticfiles.json").exists()

# --- Mail ---

EMAIL_URL = env("EMAIL_URL", default="")
if not EMAIL_URL and not IS_LOCAL:
    stop("EMAIL_URL", "say how mail leaves, for example smtp+tls://user:password@mail.example.org:587.")
try:
    vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
except (ValueError, KeyError, ImproperlyConfigured) as error:
    stop("EMAIL_URL", f"cannot be read ({error}).")
if not IS_LOCAL and not EMAIL_BACKEND.endswith("smtp.EmailBackend"):  # noqa: F821 (set by the line above)
    stop("EMAIL_URL", "must be an SMTP address when SITE_URL is not a loopback address.")
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default=f"careers@{_address.hostname}")
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
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = _address.scheme
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/m/key",
    "reset_password_from_key": "20/m/ip",
    "reauthenticate": "10/m/user",
}
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

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000

# --- Logs: paths without their query, no addresses ---

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "discreet": {
            "()": "careers.lib.logs.DiscreetFormatter",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        },
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}
