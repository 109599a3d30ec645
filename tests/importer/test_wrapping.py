"""Line ends of a mail or a PDF that only its width made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.importer.sections.decoding import read
from careers.importer.sections.wrapping import breaks

WRAPPED = """\
We build bridges and mend them in every
county of the north, from 6 September
2027 on. You help an engineer with the as-
sessment of arches, and carry, full-
time, what you measured to the office.
"""
LISTED = """\
you can
talk to people
keep a list of all that is left to do
sing
write plainly and count what you wrote
"""


def test_line_that_had_no_room_for_the_next_word_goes_on():
    assert "in every county of the north, from 6 September 2027 on." in read(WRAPPED).text


def test_word_that_was_cut_is_whole_again():
    assert "the assessment of arches, and carry, full-time, what" in read(WRAPPED).text


@pytest.mark.parametrize("text", [LISTED, WRAPPED + "A line that is wider than any page has room for. " * 3])
def test_lines_of_their_own_stay(text):
    assert read(text).text == text


def test_each_letter_knows_where_it_stood():
    source = read(WRAPPED)

    placed = zip(source.text, source.starts, strict=False)
    assert all(letter == WRAPPED[start] for letter, start in placed if letter > " ")


@given(st.lists(st.sampled_from([*WRAPPED.split(), "\n", "\n  ", "-\n", "# ", "• "]), max_size=60))
def test_nothing_but_blanks_and_hyphens_goes(words):
    text = " ".join(words)

    gone = "".join(text[start:end].replace(blank or "\0", "", 1) for start, end, blank in breaks(text))

    assert set(gone) <= set("- \n")
