"""Fill in deploy/nginx.conf: what the site knows about itself is not typed a second time."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.template import Context, Engine

TEMPLATE = settings.BASE_DIR / "deploy" / "nginx.conf"
HOST = re.compile(r"unix:/[\w./-]+|(\[[0-9a-f:]+\]|[\w.-]+):\d+")
# Each says where a request came from or went to, and is believed by some server, framework or library.
DROPPED = (
    "Forwarded", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port", "X-Forwarded-Prefix",
    "X-Forwarded-Server", "X-Forwarded-Scheme", "X-Forwarded-Ssl", "X-Forwarded-User", "X-Forwarded-By",
    "X-Real-IP", "X-Client-IP", "True-Client-IP", "CF-Connecting-IP", "X-Original-URL", "X-Rewrite-URL",
    "X-HTTP-Method-Override", "Script-Name", "SCRIPT_NAME", "Path-Info", "PATH_INFO", "Remote-User", "REMOTE_USER",
    "Proxy",
)  # fmt: skip


class Command(BaseCommand):
    help = "Print the nginx configuration of this site, to go inside `http { }`."

    def add_arguments(self, parser):
        parser.add_argument("--host", action="append", help="gunicorn: unix:/path or address:port; for many, repeat it")
        parser.add_argument("--http", default="80", help="where nginx listens: a port, or address:port")
        parser.add_argument("--https", default="443", help="the same for TLS")
        parser.add_argument("--certificate", default="/etc/letsencrypt/live/{name}/fullchain.pem")
        parser.add_argument("--key", default="/etc/letsencrypt/live/{name}/privkey.pem")
        parser.add_argument("--acme", default="/var/www/html", help="where certbot puts its challenges")
        parser.add_argument("--cache", default="/var/cache/nginx/careers")
        parser.add_argument("--access-log", default="/var/log/nginx/careers.access.log")
        parser.add_argument("--error-log", default="/var/log/nginx/careers.error.log")

    def handle(self, **options):
        self.stdout.write(Engine(autoescape=False).from_string(TEMPLATE.read_text()).render(context(options)))


def context(options):
    """Return what the template asks for."""
    hosts = options["host"] or [f"127.0.0.1:{settings.PORT}"]
    if wrong := [host for host in hosts if not HOST.fullmatch(host)]:
        raise CommandError(f"--host {wrong[0]}: give unix:/path or address:port.")
    name = settings.ALLOWED_HOSTS[0]
    ours = {
        "hosts": servers(hosts),
        "names": " ".join(settings.ALLOWED_HOSTS),
        "site": settings.SITE_URL,
        "address": urlsplit(settings.SITE_URL).netloc,
        "https": options["https"] if settings.IS_HTTPS else "",
        "certificate": options["certificate"].format(name=name),
        "key": options["key"].format(name=name),
        "maintenance": settings.DATA_DIR / "maintenance",
        "pages": settings.BASE_DIR / "deploy" / "pages",
        "dropped": DROPPED,
    }
    return Context({**options, **ours})


def servers(hosts):
    """Return the lines of the hosts; a GET is tried as often as they stand there.

    One host is always tried. Of many, one that fails often rests: where a machine is gone, waiting for it costs three
    seconds. Without backups, a host killed while another one rests from its own restart left nobody to ask.
    """
    if len(hosts) == 1:
        return [f"{hosts[0]} max_fails=0"] * 4
    resting = [f"{host} max_fails=10 fail_timeout=5s" for host in hosts]
    return resting + [f"{host} max_fails=0 backup" for host in hosts]
