"""What the desk's first page shows beside the list of what can be edited."""

from django import template

from careers.recruiting.overview import overview

register = template.Library()


@register.simple_tag(takes_context=True)
def desk_overview(context):
    """Return the overview, None for somebody who has no postings to look after."""
    return overview() if context["user"].has_perm("postings.change_posting") else None
