"""One sprite holds the icons of the public pages."""

import re

from careers.find.eligibility import Verdict
from tests.conftest import ROOT

SPRITE = (ROOT / "static" / "img" / "icons.svg").read_text()


def test_every_answer_has_its_icon():
    assert set(Verdict) <= set(re.findall(r'<symbol id="(\w+)"', SPRITE))


def test_sprite_holds_no_colour_of_its_own():
    assert set(re.findall(r'(?:fill|stroke)="(.+?)"', SPRITE)) == {"none", "currentColor"}
