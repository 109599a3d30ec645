import pytest
from django.contrib.auth.models import Group, User

PASSWORD = "correct-horse-battery"


def make_user(*roles, name="rae", **facts):
    user = User.objects.create_user(name, f"{name}@example.org", PASSWORD, is_staff=True, **facts)
    user.groups.set(Group.objects.filter(name__in=roles))
    return user


@pytest.fixture
def desk(client, db):
    """A client signed in as superuser."""
    client.force_login(make_user(is_superuser=True))
    return client


@pytest.fixture
def as_role(client, db):
    """Return a function that signs the client in with one role."""

    def sign_in(role):
        client.force_login(make_user(role, name=role))
        return client

    return sign_in


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    """Argon2 takes as long as it should: too long for hundreds of attempts."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
