"""The desk wears the colours of the public site, light and dark."""

import re

from tests.conftest import ROOT

# What the desk calls the public site's tokens; its raised ground in the dark is the public site's too.
NAMES = {
    "paper": "paper", "ink": "ink", "ink-2": "ink-soft", "green": "accent", "green-dark": "accent-strong",
    "on-green": "on-accent", "brick": "brick", "wattle": "wattle-wash", "line": "line", "line-2": "line-strong",
}  # fmt: skip


def blocks(path):
    """Return [{name: colour}] of the blocks of the public site's stylesheet that set colours on the whole page."""
    text = (ROOT / "static" / path).read_text(encoding="utf-8")
    found = [dict(re.findall(r"--([\w-]+): (#\w+);", block)) for block in re.findall(r"\{([^{}]*)\}", text)]
    return [block for block in found if "paper" in block and "ink" in block]


def test_desk_wears_the_colours_of_the_public_site():
    light, dark, *_ = blocks("css/tokens.css")
    text = (ROOT / "static" / "recruiting" / "desk.css").read_text(encoding="utf-8")
    worn = {name: pair for name, *pair in re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\);", text)}

    assert {name: worn[name] for name in NAMES} == {
        name: [light[theirs], dark[theirs]] for name, theirs in NAMES.items()
    }
