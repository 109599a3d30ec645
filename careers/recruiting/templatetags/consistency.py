"""Findings where the desk shows them."""

from django import template

from careers.consistency.models import permission_for
from careers.recruiting.admin.waivers import key_of

register = template.Library()
register.filter("cause_key", key_of)


@register.filter
def may_accept(user, finding):
    return user.has_perm(permission_for(finding))


@register.filter
def of_field(findings, name):
    """Return the findings, of {level: [Marked]}, that stand beside the field called `name`."""
    levels = (findings or {}).values()
    return [each for marked in levels for each in marked if each.finding.field == name and each.finding.level != "info"]
