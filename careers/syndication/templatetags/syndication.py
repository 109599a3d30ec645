"""What templates for programs need: dates in their formats, and CDATA."""

from datetime import UTC
from email.utils import format_datetime

from django import template

from careers.syndication import xml
from careers.syndication.entries import UNKNOWN

register = template.Library()
register.filter("cdata", xml.cdata)


@register.filter
def rfc3339(moment):
    return (moment or UNKNOWN).astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


@register.filter
def rfc2822(moment):
    return format_datetime(moment.astimezone(UTC), usegmt=True)
