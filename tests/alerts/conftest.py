import pytest

from careers.alerts import outbox
from tests.alerts import inbox as real
from tests.factories import make_location, make_organisation


@pytest.fixture
def organisation(db):
    """The organisation of a site whose alerts are on, with the place that most searches here name."""
    make_location()
    return make_organisation(postal_address="1 Harbour Street\nSydney NSW 2000", contact_email="people@acme.example")


@pytest.fixture
def inbox(settings, monkeypatch):
    """A mail server of the test's own, and no waiting between the rounds of a run."""
    monkeypatch.setattr(outbox, "PAUSES", (0, 0, 0))
    with real.serving() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        yield server
