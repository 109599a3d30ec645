import re
from urllib.parse import unquote

from django import template

from careers.lib import request_ids, switches

WORD = re.compile(r"[^\W\d_]+")
MOST_WORDS = 8
LONGEST = 40

register = template.Library()
register.simple_tag(switches.is_read_only)


@register.simple_tag
def request_id():
    return request_ids.current.get()


@register.simple_tag
def words_of_address(path):
    """Return the words in the last part of a quoted path, to search for what it may have meant; "" for none."""
    parts = [part for part in unquote(path or "").split("/") if part]
    found = WORD.findall(parts[-1]) if len(parts) > 1 else []
    return " ".join(word[:LONGEST] for word in found[:MOST_WORDS])
