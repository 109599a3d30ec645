"""Nothing with an error that nobody has waived goes before students."""

from django.core.exceptions import ValidationError

from careers.consistency import report


def demand_no_errors(posting):
    """Refuse, naming every error and what would mend it."""
    if stopping := report.gate(posting):
        raise ValidationError([*(f"{each.message} {each.hint}" for each in stopping), WAY_OUT], code="has_errors")


WAY_OUT = "Mend this first, or have a publisher waive it with a reason."
