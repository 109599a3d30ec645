"""Whether somebody other than the writer has looked at a posting before students do."""

from django.core.exceptions import ValidationError
from reversion.models import Version

from careers.postings.choices import Status
from careers.postings.models import Organisation, Posting, PostingEvent

REFUSAL = "You wrote it last, and your organisation wants a second person to look: ask another publisher."


def writers(postings):
    """Return {pk: pk of the account that wrote it last}; where no edit is recorded, of who submitted it for review."""
    last = dict(submissions(postings))
    return last | {int(pk): user for pk, user in edits(postings) if user}


def edits(postings):
    """Return (pk, user) of every recorded edit, oldest first, the steps of a posting's life left out."""
    versions = Version.objects.get_for_model(Posting).filter(object_id__in=[str(each.pk) for each in postings])
    written = versions.filter(revision__step_taken=None).order_by("pk")
    return written.values_list("object_id", "revision__user_id")


def submissions(postings):
    in_review = [each.pk for each in postings if each.status == Status.IN_REVIEW]
    events = PostingEvent.objects.filter(posting__in=in_review, verb="submitted").order_by("at", "pk")
    return events.values_list("posting_id", "by_id")


def is_demanded():
    return Organisation.objects.filter(second_person_approves=True).exists()


def demand(is_alone):
    if is_alone and is_demanded():
        raise ValidationError(REFUSAL, code="second_person")
