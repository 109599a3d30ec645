"""The colours of the design where no stylesheet reaches: cards, icons, the manifest. They are read from tokens.css."""

import re
from functools import cache

from django.conf import settings

TOKENS = settings.BASE_DIR / "static" / "css" / "tokens.css"
COLOUR = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6})\b", re.IGNORECASE)


@cache
def tokens(dark=False):
    """Return {name: "#rrggbb"}."""
    light, _, rest = TOKENS.read_text(encoding="utf-8").partition("prefers-color-scheme: dark")
    colours = dict(COLOUR.findall(light))
    return {**colours, **dict(COLOUR.findall(rest.partition("@media")[0]))} if dark else colours
