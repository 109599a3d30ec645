"""Every character of a text is in exactly one segment, and long texts take no longer than their length says."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.importer.advert import parse
from careers.importer.record import as_record
from careers.importer.sections.decoding import decode, read
from tests.pace import BUSY, seconds

ADVERTS = sorted(path for path in (Path(__file__).parent / "adverts").iterdir() if path.suffix != ".json")
PARTS = [
    "Responsibilities",
    "\n",
    "- ",
    "• ",
    " ",
    "Requirements: ",
    "in Sydney",
    "2026",
    ". ",
    "<li>",
    "&amp;",
    "<!--",
    "12 weeks",
    "$30 - $40",
    "By submitting ",
    "a@b.co",
    "\r\n",
    "\t",
    "Location: ",
    "**",
    "…",
    "\xa0",
    "1. ",
]
HOSTILE = [
    "- ",
    "<a ",
    "<!--",
    "<script>",
    "&",
    "&#",
    "A",
    "Aa ",
    "a b ",
    "1",
    "1,",
    "$1 ",
    "2026 ",
    "Responsibilities ",
    "• A",
    ";a",
    "\n- a",
    "\n",
    " ",
    "a@",
    "a@a.",
    "http://",
    "https://privacy ",
    "(",
    "[",
    "in Sydney or ",
    "January 2026 or ",
    "The A ",
    "Location: ",
    "Location\n",
    "by Sydney, ",
    "graduate ",
    "not ",
    "Master's in ",
    "A. ",
    "12 weeks ",
    "About A ",
    "a.",
    "at A ",
    "**",
    "# ",
]


def text_of(path):
    return decode(path.read_bytes())


def assert_covered(text):
    advert = parse(text)
    spans = [(each.start, each.end) for each in advert.segments]

    assert [0, *(end for _, end in spans)] == [*(start for start, _ in spans), len(advert.source.text)]
    assert all(start < end for start, end in spans)
    assert advert.source.span(0, len(advert.source.text)) == (0, len(text))


@pytest.mark.parametrize("path", ADVERTS, ids=lambda path: path.stem)
def test_cover_of_an_advert_is_complete_and_disjoint(path):
    assert_covered(text_of(path))


@given(st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=8)), min_size=1, max_size=40))
def test_cover_of_any_text_is_complete_and_disjoint(parts):
    text = "".join(["a", *parts])

    assert_covered(text)


@given(st.text(max_size=200))
def test_original_can_be_found_behind_every_character(text):
    source = read(text)

    assert len(source.starts) == len(source.text) + 1
    assert list(source.starts) == sorted(source.starts)


@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_hostile_text_takes_linear_time(unit):
    short, long = (f"a{unit * (size // len(unit))}" for size in (4_000, 16_000))

    once, fourfold = (seconds(lambda text=text: parse(text), rounds=3) for text in (short, long))

    # Twice the text, at most 2.5 times the time: 6.25 here, 16 where it grows as the square; a busy machine is between.
    assert fourfold <= 9 * max(once, 0.02)


def test_usual_advert_takes_twenty_milliseconds():
    text = text_of(next(path for path in ADVERTS if path.stem == "rendition_002"))

    assert seconds(lambda: parse(text)) < 0.02 * BUSY


def test_run_on_and_bulleted_form_give_equal_records():
    bulleted = text_of(next(path for path in ADVERTS if path.stem == "rendition_001"))
    run_on = bulleted.replace("\n-", " - ").replace("  ", " ")

    ours, theirs = (as_record("", parse(text)) for text in (bulleted, run_on))

    assert {**ours, "unread": [], "dropped": []} == {**theirs, "unread": [], "dropped": []}


def test_sentence_about_the_employer_is_no_unread_line():
    text = (
        "Sales Intern\nAcme Ladders\n\nAcme Ladders makes ladders for tall people.\n\nDuties\n- Sell them\n- Oil them\n"
    )

    segments = parse(text).segments

    assert [each.name for each in segments if each.role == "shared"] == ["about_company"]
    assert not [each for each in segments if each.role == "unread" and "tall" in text[each.start : each.end]]
