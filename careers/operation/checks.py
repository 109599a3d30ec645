"""What an operator should look at before and while a site is public: `manage.py check --deploy --database default`."""

from django.conf import settings
from django.core.checks import Tags, register
from django.core.checks import Warning as Caution
from django.db import DatabaseError
from django.utils import timezone

from careers.alerts.consent import are_on

from . import mail, readiness


@register(Tags.security, deploy=True)
def public_address(app_configs, **kwargs):
    if settings.IS_LOCAL:
        yield Caution(
            "SITE_URL is a loopback address: links in mail and feeds lead nowhere.",
            hint="Set SITE_URL to the public address, such as https://careers.example.org.",
            id="operation.W001",
        )
    elif not settings.IS_HTTPS:
        yield Caution(
            "SITE_URL is not https: passwords and sessions can be read on their way.",
            hint="Set SITE_URL to an https address; `manage.py nginx_config` then sets up TLS.",
            id="operation.W002",
        )


@register(Tags.security, deploy=True)
def proxy_count(app_configs, **kwargs):
    """gunicorn speaks no TLS here, so an https site has a proxy."""
    if settings.IS_HTTPS and not settings.TRUSTED_PROXIES:
        yield Caution(
            "TRUSTED_PROXIES is 0, but an https site has a proxy: all visitors share one limit on signing in.",
            hint="Set TRUSTED_PROXIES=1 with the shipped nginx configuration.",
            id="operation.W003",
        )


@register(Tags.security, deploy=True)
def mail_server(app_configs, **kwargs):
    encrypted = settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL
    if settings.EMAIL_HOST_PASSWORD and not encrypted:
        yield Caution(
            "The password of the mail server is sent unencrypted.",
            hint="Use smtp+tls:// or smtp+ssl:// in EMAIL_URL.",
            id="operation.W004",
        )


def about_the_database(check):
    """Register a check that needs the database; before the first migration there is nothing to say."""

    def quiet(app_configs, databases=None, **kwargs):
        try:
            return list(check()) if databases else []
        except DatabaseError:
            return []

    return register(Tags.database)(quiet)


@about_the_database
def postal_address():
    if not are_on():
        yield Caution(
            "Mail alerts are off: the organisation has no postal address.",
            hint="Fill it in on the desk, under Organisation: every mail has to name it.",
            id="operation.W005",
        )


@about_the_database
def backups():
    found = readiness.backup(timezone.now())
    if not found["ok"]:
        yield Caution(
            f"The last good backup was made {found['made_at'] or 'never'}.",
            hint="Run `manage.py backup` daily, by deploy/systemd/careers-backup.timer for example.",
            id="operation.W006",
        )


@about_the_database
def alerts():
    if number := mail.late(timezone.now()):
        yield Caution(
            f"{number} mails should have gone by now.",
            hint="Run `manage.py send_alerts` every few minutes; look at what it prints.",
            id="operation.W007",
        )
