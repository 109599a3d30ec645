"""What somebody agrees to by asking for an alert. A changed wording becomes a new version by itself."""

from careers.postings.wording import Wording

from .models import Consent

TEXT = (
    "I agree that {name} keeps my e-mail address, what I look for and, if I leave them ticked, my answers about myself,"
    " to send me mail about internships that match, until I end it and for two years at most. I can see, change,"
    " export and erase all of it at any time by a link in every mail."
)


def wording():
    return TEXT.format(name=Wording().organisation.name or "this organisation")


def current():
    """Return the row that keeps this wording."""
    return Consent.objects.get_or_create(text=wording())[0]


def are_on():
    """Return whether alerts may be sent: every mail has to name a postal address."""
    return bool(Wording().organisation.postal_address.strip())
