"""Rich text from people: Markdown to safe HTML, by the one sanitiser of the site."""

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

LONGEST = 20_000
TAGS = {"a", "blockquote", "br", "code", "em", "h3", "h4", "hr", "li", "ol", "p", "pre", "strong", "ul"}
# Pictures would load from elsewhere; a page has its own h1 and h2.
parser = MarkdownIt("commonmark", {"html": False, "linkify": True}).enable("linkify").disable("image")


def render(text: str) -> SafeString:
    """Return `text`, Markdown of at most LONGEST characters, as safe HTML whose links are https or mailto."""
    tokens = parser.parse(text[:LONGEST])
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = "h3" if token.tag in {"h1", "h2"} else "h4"
    html = parser.renderer.render(tokens, parser.options, {})
    return mark_safe(nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"https", "mailto"}))  # noqa: S308
