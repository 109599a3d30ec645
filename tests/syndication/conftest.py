import pytest
from django.db import transaction

from tests.syndication.world import build


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Make thirty postings once for all tests of a module, and take them back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        build()
        yield
        transaction.set_rollback(True)
