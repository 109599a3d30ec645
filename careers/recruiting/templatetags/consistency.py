"""Findings where the desk shows them."""

from django import template
from django.contrib.admin.utils import flatten

from careers.consistency.models import permission_for
from careers.importer.drafting.words import label_of
from careers.recruiting.admin.items import MinimumInline, ResponsibilityInline
from careers.recruiting.admin.waivers import key_of

# Findings name the relation; their place on the form is a list.
LISTS = {"responsibilities": ResponsibilityInline, "qualifications": MinimumInline}

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


@register.filter
def place_id(name):
    """Return the id of the part of a form that a finding is about."""
    return f"{name}-group" if name in LISTS else f"place-{name}"


@register.filter
def place_name(name):
    """Return “finish by”, that part's heading or label; the organisation's own facts stand on another page."""
    if name == "organisation":
        return ""
    return f"“{LISTS[name].verbose_name_plural if name in LISTS else label_of(name)}”"


@register.filter
def are_within(findings, fieldset):
    """Return whether any of the findings leads to a field of this fieldset: a folded one would hide it."""
    names = flatten(fieldset.fields)
    return any(each.finding.field in names for marked in (findings or {}).values() for each in marked)
