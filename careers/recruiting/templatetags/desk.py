"""What the desk's first page shows beside the list of what can be edited."""

from django import template

from careers.recruiting import middleware
from careers.recruiting.overview import overview

register = template.Library()


@register.simple_tag(takes_context=True)
def desk_overview(context):
    """Return the overview, None for somebody who has no postings to look after."""
    return overview() if context["user"].has_perm("postings.change_posting") else None


@register.simple_tag
def is_desk(request):
    """Return whether the page is one of the desk; one of an error that has no request is not."""
    return bool(request) and middleware.is_desk(request.path)


@register.filter
def filters_chosen(changelist):
    """Return "Draft, Sydney": what the filters of a list are set to, each but its first choice, which is all."""
    return ", ".join(str(each) for spec in changelist.filter_specs for each in chosen(spec, changelist))


def chosen(spec, changelist):
    _, *narrower = spec.choices(changelist)
    return [choice["display"] for choice in narrower if choice["selected"]]
