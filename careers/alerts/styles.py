"""The look of a mail: the site's own tokens, written into each element, since mail programs know no variables."""

import re
from functools import cache

import css_inline
from django.conf import settings
from django.template.loader import get_template

TOKENS = settings.BASE_DIR / "static" / "css" / "tokens.css"
DARK = "prefers-color-scheme: dark"
TOKEN = re.compile(r"--([\w-]+):\s*([^;]+);")
USE = re.compile(r"var\(--([\w-]+)\)")


@cache
def inliner():
    return css_inline.CSSInliner(load_remote_stylesheets=False, keep_at_rules=True, extra_css=stylesheet())


def styled(html):
    """Return the page with its stylesheet written into its elements; the rules for dark mode stay in the head."""
    return inliner().inline(html)


@cache
def stylesheet():
    """Return the mails' stylesheet with the values of the tokens: light ones, and dark ones below the word "dark"."""
    light, _, dark = get_template("alerts/emails/style.css").template.source.partition("/* dark */")
    plain = USE.sub(lambda use: tokens()[0][use[1]], light)
    return f"{plain}@media ({DARK}) {{{USE.sub(lambda use: tokens()[1][use[1]], dark)}}}"


@cache
def tokens():
    """Return ({name: value}, the same with dark mode's values)."""
    text = TOKENS.read_text(encoding="utf-8")
    light, _, rest = text.partition(f"@media ({DARK})")
    dark = rest.partition("@media")[0]
    values = dict(TOKEN.findall(light))
    return values, {**values, **dict(TOKEN.findall(dark))}
