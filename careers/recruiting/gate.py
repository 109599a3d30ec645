"""Nothing with an error that nobody has waived goes before students."""

from django.core.exceptions import ValidationError

from careers.consistency import report


def demand_no_errors(posting):
    """Refuse, naming every error and what would mend it."""
    if stopping := report.gate(posting):
        raise ValidationError([*(f"{each.message} {each.hint}" for each in stopping), WAY_OUT], code="has_errors")


def marks_of(posting):
    """Return what tells the errors of a posting apart, so that an edit which brings a new one is seen."""
    return {finding.fingerprint for finding in report.gate(posting)}


def new_errors(posting, before):
    """Return the errors without a waiver that were not among the marks `before`."""
    return [finding for finding in report.gate(posting) if finding.fingerprint not in before]


WAY_OUT = "Mend this first, or have a publisher waive it with a reason."
