"""Make the first account: a superuser with both roles."""

import os
import sys
from getpass import getpass

from django.contrib.auth.models import Group, User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from careers.recruiting.roles import ROLES

QUESTIONS = {"username": "User name", "email": "E-mail address", "password": "Password"}


class Command(BaseCommand):
    help = "Makes the first account: a superuser with both roles. Asks on a terminal, else reads DJANGO_SUPERUSER_*."

    def handle(self, **options):
        facts = asked() if sys.stdin.isatty() else given(os.environ)
        if User.objects.filter(username__iexact=facts["username"]).exists():
            raise CommandError(f"“{facts['username']}” exists already. Nothing was changed.")
        create(**facts)
        self.stdout.write(f"“{facts['username']}” can sign in now, as recruiter and publisher.")


def asked():
    facts = {name: input(f"{question}: ").strip() for name, question in QUESTIONS.items() if name != "password"}
    facts["password"] = getpass("Password (12 characters at least): ")
    if getpass("Once more: ") != facts["password"]:
        raise CommandError("The two passwords differ. Nothing was changed.")
    return facts


def given(environment):
    facts = {name: environment.get(f"DJANGO_SUPERUSER_{name.upper()}", "") for name in QUESTIONS}
    missing = [f"DJANGO_SUPERUSER_{name.upper()}" for name, value in facts.items() if not value]
    if missing:
        raise CommandError(f"There is no terminal to ask on. Set {', '.join(missing)}.")
    return facts


@transaction.atomic
def create(username, email, password):
    user = User(username=username, email=email, is_staff=True, is_superuser=True)
    try:
        validate_password(password, user)
        user.set_password(password)
        user.full_clean()
    except ValidationError as error:
        raise CommandError("\n".join(error.messages)) from None
    user.save()
    user.groups.set(Group.objects.filter(name__in=ROLES))
