"""The desk wears the colours of the public site, light and dark."""

import re

from tests.conftest import ROOT

# What the desk calls the public site's tokens; its raised ground in the dark is the public site's too.
NAMES = {
    "paper": "paper", "ink": "ink", "ink-2": "ink-soft", "green": "accent", "green-dark": "accent-strong",
    "on-green": "on-accent", "brick": "brick", "wattle": "wattle-wash", "line": "line", "line-2": "line-strong",
}  # fmt: skip


def blocks(path):
    """Return [{name: colour}] of the blocks of a stylesheet that set colours on the whole page."""
    text = (ROOT / "static" / path).read_text(encoding="utf-8")
    found = [dict(re.findall(r"--([\w-]+): (#\w+);", block)) for block in re.findall(r"\{([^{}]*)\}", text)]
    return [block for block in found if "paper" in block and "ink" in block]


def test_desk_wears_the_colours_of_the_public_site():
    light, dark, *_ = blocks("css/tokens.css")
    worn = blocks("recruiting/desk.css")

    assert len(worn) == 3
    for desk, site in zip(worn, (light, dark, dark), strict=True):
        assert {name: desk[name] for name in NAMES} == {name: site[theirs] for name, theirs in NAMES.items()}
