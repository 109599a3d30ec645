"""A second database beside the site's own, for as long as a command needs it."""

import os
import shutil
import subprocess
from contextlib import contextmanager

import environ
from django.core.management import CommandError
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.utils import load_backend

ELSEWHERE = "elsewhere"


def from_url(url):
    """Return Django's settings of a database address."""
    try:
        config = environ.Env.db_url_config(url)
        if not config["NAME"]:
            raise ValueError(url)
    except (ValueError, KeyError):
        raise CommandError("Give an address such as postgres://user:password@host:5432/name.") from None
    return config


@contextmanager
def another(config):
    """Yield a connection of its own to the database of these settings; models do not know of it."""
    options = {name: value for name, value in config.get("OPTIONS", {}).items() if name != "pool"}
    defaults = connections.settings[DEFAULT_DB_ALIAS]
    described = {**defaults, **config, "OPTIONS": options, "CONN_MAX_AGE": 0}
    connection = load_backend(described["ENGINE"]).DatabaseWrapper(described)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def registered(config):
    """Let models reach the database of these settings by `using(ELSEWHERE)`."""
    both = connections.configure_settings({DEFAULT_DB_ALIAS: connections.settings[DEFAULT_DB_ALIAS], ELSEWHERE: config})
    connections.settings[ELSEWHERE] = both[ELSEWHERE]
    try:
        yield connections[ELSEWHERE]
    finally:
        connections[ELSEWHERE].close()
        del connections[ELSEWHERE], connections.settings[ELSEWHERE]


def run(program, *arguments, config):
    """Run one of PostgreSQL's programs against a database; the password goes by the environment, never by arguments."""
    if not shutil.which(program):
        raise CommandError(f"{program} is missing: apt install postgresql-client")
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    given = {variable: str(config[name]) for variable, name in names.items() if config.get(name)}
    done = subprocess.run([program, *arguments], env={**os.environ, **given}, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        raise CommandError(f"{program} failed: {done.stderr.strip().splitlines()[0][:300]}")
