"""How gunicorn serves the site: `python -m gunicorn -c deploy/gunicorn.conf.py careers.wsgi`."""

import errno
import os
import signal
import socket

from careers.lib import request_ids

PORT = os.environ.get("PORT", "8000")
SITE = os.environ.get("SITE_URL", f"http://127.0.0.1:{PORT}").rstrip("/")
HANDED_OVER = {"GUNICORN_FD", "LISTEN_FDS"}

# Loopback or a unix socket: a proxy with time-outs stands in front of it on a public host.
bind = os.environ.get("BIND", f"127.0.0.1:{PORT}")
# Threads that send an answer in one piece.
worker_class = "careers.workers.WholeAnswers"
workers = int(os.environ.get("WORKERS", "2"))
threads = int(os.environ.get("THREADS", "4"))
preload_app = True
timeout = 30
graceful_timeout = 30
keepalive = 75
max_requests = 2000
max_requests_jitter = 200
limit_request_fields = 60
# By default a visitor behind a proxy on loopback may set SCRIPT_NAME: a prefix for every link, or a 500.
forwarder_headers = ""
forwarded_allow_ips = ""
control_socket_disable = True
# The heartbeat file on a slow disk makes workers look dead; macOS has no /dev/shm.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108

# JSON lines: the path without its query, no addresses; start and stop of workers are no news.
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "error": {"()": "careers.lib.logs.JsonFormatter"},
        "access": {"()": "careers.lib.logs.JsonAccessFormatter"},
    },
    "handlers": {
        "error": {"class": "logging.StreamHandler", "formatter": "error"},
        "access": {"class": "logging.StreamHandler", "formatter": "access", "stream": "ext://sys.stdout"},
    },
    "root": {"level": "WARNING", "handlers": ["error"]},
    "loggers": {
        "gunicorn.error": {"level": "WARNING", "handlers": ["error"], "propagate": False},
        # Django leaves it to the server to drop the body of an answer to HEAD: each would be a warning.
        "gunicorn.http.wsgi": {"level": "ERROR"},
        "gunicorn.access": {"level": "INFO", "handlers": ["access"], "propagate": False},
    },
}


def on_starting(server):
    """Stop at once and say why when the port is taken; gunicorn itself tries five times and prints each."""
    if HANDED_OVER & os.environ.keys() or not isinstance(address := server.cfg.address[0], tuple):
        return
    with socket.socket(socket.AF_INET6 if ":" in address[0] else socket.AF_INET) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(address)
        except OSError as error:
            raise SystemExit(reason(error, address)) from None


def reason(error, address):
    if error.errno == errno.EADDRINUSE:
        return f"Port {address[1]} is in use. Stop what listens there, or choose another: make run PORT=8001"
    return f"Cannot listen on {address[0]} port {address[1]}: {error.strerror}"


def when_ready(server):
    print(
        f"\nThe site          {SITE}/\nThe admin         {SITE}/admin/\nA first account   make recruiter\n", flush=True
    )


def post_request(worker, req, environ, resp):
    """Forget the request's id: what the thread logs next may belong to nobody's request."""
    request_ids.current.set("")


def post_worker_init(worker):
    """Let workers hear of Ctrl-C from the master alone, and then stop at once.

    gunicorn's own handler takes a lock that the interrupted thread may hold, and then waits for the threads that a
    browser's idle connections occupy: Ctrl-C took 30 seconds now and then.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGQUIT, lambda *_: os._exit(0))
