import pytest
from django.core.management import call_command
from django.db import transaction

from tests.conftest import SAMPLE


@pytest.fixture(scope="module")
def loaded_once(django_db_setup, django_db_blocker):
    """Load the sample once for all tests of a module, and take it back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("loaddata", *SAMPLE, verbosity=0)
        yield
        transaction.set_rollback(True)
