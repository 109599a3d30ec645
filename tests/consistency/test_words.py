"""The word lists, and the list of rules."""

import pytest

from careers.consistency.rules import OF_POSTING, OF_SHARED, OF_SIBLINGS, RULES
from careers.consistency.rules.lexicon import WORDS, entries, read
from careers.consistency.rules.sections import qualifications

FILES = sorted(WORDS.glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_list_names_its_source_and_repeats_nothing(path):
    lines = path.read_text(encoding="utf-8").splitlines()

    assert lines[0].startswith("# ")
    phrases = [phrase for phrase, _ in entries(path.stem)]
    assert len(phrases) == len(set(phrases))


def test_ids_are_given_once():
    assert len(RULES) == len(OF_POSTING + OF_SIBLINGS + OF_SHARED)


def test_phrase_is_found_whatever_stands_between_its_words():
    assert read("Want MORE\njobs, like — this?").phrases("noise") == ("want more jobs like this", "jobs like this")


@pytest.mark.parametrize(
    "text",
    [
        "Qualifications\nOne",
        "REQUIREMENTS:\nOne",
        "Text. Minimum Qualifications -One",
        "What you need\nOne\nAbout us\nTwo",
        "Responsibilities\nTwo\nPreferred Qualifications: One Job Information Two",
    ],
)
def test_qualifications_of_an_advert_are_told_apart(text):
    assert "One" in qualifications(text)
    assert "Two" not in qualifications(text)


def test_word_in_a_sentence_opens_no_section():
    assert qualifications("You bring qualifications\nof any kind.") == ""
