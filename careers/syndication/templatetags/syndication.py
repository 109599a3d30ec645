"""What pages say to machines: the head of every page, structured data; and the formats of dates and text in XML."""

import json
from datetime import UTC, datetime
from email.utils import format_datetime
from html import unescape

from django import template
from django.template.loader import render_to_string
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.urls import reverse
from django.utils.html import format_html, strip_tags
from django.utils.safestring import mark_safe

from careers.postings.items import with_items
from careers.postings.wording import texts
from careers.syndication import sharing, structured, xml
from careers.syndication.addresses import absolute
from careers.syndication.entries import UNKNOWN
from careers.syndication.tokens import tokens

register = template.Library()
register.filter("cdata", xml.cdata)
register.filter("in_short", sharing.in_short)
# As json_script does it: nothing in the data can end the element or begin a comment.
ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


@register.simple_block_tag(takes_context=True)
def page_head(context, content):
    """Return description, canonical address and sharing tags; the description is what the tag encloses."""
    request, view = context.get("request"), context.get("view")
    said = {"description": sharing.cut(plain(content)), "light": tokens(), "dark": tokens(dark=True)}
    if request and sharing.is_public(view) and not context.get("is_preview"):
        said |= shared(context, request)
    return render_to_string("syndication/_head.html", said)


def shared(context, request):
    posting = context.get("posting") if request.resolver_match.url_name == "posting_detail" else None
    has_card = posting and posting.is_open(view_time(context))
    site, title = texts()[0].site_name, block_text(context, "title")
    card = reverse("posting_card", args=[posting.slug]) if has_card else reverse("site_card")
    return {
        "is_public": True,
        "canonical": sharing.canonical(request, context.get("filter")),
        "is_for_search": sharing.is_for_search(request),
        "site_name": site,
        "title": title,
        "image": absolute(card),
        "image_text": title if has_card else site,
    }


def view_time(context):
    return context["view"].on


def block_text(context, name):
    """Return what a page puts into a block of base.html, as text."""
    block = context.render_context[BLOCK_CONTEXT_KEY].get_block(name)
    return plain(block.render(context))


def plain(html):
    return " ".join(unescape(strip_tags(html)).split())


@register.simple_tag(takes_context=True)
def posting_data(context, posting):
    data = structured.posting_data(with_items(posting), texts()[0], view_time(context))
    return data_blocks(data, structured.posting_trail(posting))


@register.simple_tag
def team_data(team):
    return data_blocks(structured.team_trail(team))


@register.simple_tag
def organisation_data():
    return data_blocks(structured.organisation_data(texts()[0]))


def data_blocks(*data):
    """Return a JSON-LD element of what there is to say, "" for nothing."""
    known = [each for each in data if each]
    text = json.dumps(known, ensure_ascii=False).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text)) if known else ""  # noqa: S308


@register.filter
def rfc3339(moment):
    return (moment or UNKNOWN).astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


@register.filter
def w3c_date(value):
    """Return a moment in UTC, or the day where no more is known."""
    return rfc3339(value) if isinstance(value, datetime) else value.isoformat()


@register.filter
def rfc2822(moment):
    return format_datetime(moment.astimezone(UTC), usegmt=True)
