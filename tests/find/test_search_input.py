"""Whatever is typed or written: search answers, and the same on every engine."""

import re

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careers.find import search
from careers.find.models import Document
from careers.find.search.documents import BREAK, searchable
from careers.find.search.query import parse
from careers.find.search.words import words
from careers.postings.models import Posting
from tests.factories import make_posting, make_responsibility

pytestmark = pytest.mark.django_db
few = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
anything = st.text(max_size=80) | st.from_regex(r"[\w+#.'\"*():^&|!<>{}-]{1,40}", fullmatch=True)
HOSTILE = [
    "\x00", "a\x00b", "\ud800", "'", '"', "baker'", 'baker"', "baker*", "baker OR cook", "NOT baker",
    "NEAR(baker cook)", "title:baker", "{title}: baker", "baker AND", "^baker", "-baker", "baker) OR (1=1",
    "'; DROP TABLE find_document; --", "baker & !cook", "baker:*", "<->", "%", "_", "\\",
    "%s", "%(x)s", "{0}", "a" * 5000, "b " * 5000, "İ", "ﬁ", "𝔅aker",
]  # fmt: skip


def found(text):
    query = search.read(text)
    rows = search.matching(Posting.objects.all(), query).order_by(*search.best_first(query))
    assert rows.count() == len(rows)
    return [posting.title for posting in rows]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_only_words(text):
    make_posting(title="Baker")

    assert set(found(text)) <= {"Baker"}
    assert Posting.objects.count() == 1


def test_signs_of_query_languages_are_not_syntax():
    make_posting(title="Baker")
    make_posting(title="Cook")

    assert found("baker NOT cook") == found("baker OR cook") == found("baker:cook") == []
    assert found('"baker" *') == found("^(baker)") == ["Baker"]


@few
@given(anything)
def test_anything_can_be_searched_for(text):
    make_posting(title="Baker")

    found(text)


@few
@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=80))
def test_whatever_is_written_is_found_by_its_own_words(text):
    posting = make_posting(title="Baker")
    make_responsibility(posting, text)

    query = search.read(text)

    assert not query or search.matching(Posting.objects.filter(pk=posting.pk), query).exists()


@few
@given(anything)
def test_words_are_spelled_so_that_every_engine_reads_them_whole(text):
    lexemes = set(searchable([text]).split())

    assert all(re.fullmatch(r"[a-z][a-z0-9]*", lexeme) for lexeme in lexemes - {BREAK})


@pytest.mark.postgresql
@few
@given(st.from_regex(r"[a-z][a-z0-9]{0,39}", fullmatch=True))
def test_postgresql_takes_a_word_for_one_word(word):
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_tsvector('pg_catalog.simple', %s) = %s::tsvector", [word, f"'{word}':1"])
        assert cursor.fetchone() == (True,)


@few
@given(anything)
def test_words_know_where_they_stand(text):
    for word in words(text):
        again = words(text[word.start : word.end])
        assert word.form in {each.form for each in again}


def test_long_queries_are_cut():
    query = parse("ab " * 40 + "z" * 90, {}, frozenset())
    assert len(query.parts) == 12

    (part,) = parse("z" * 90, {}, frozenset()).parts
    assert part.beginning == "z" * 40


def test_endless_text_is_cut_and_the_posting_found():
    posting = make_posting(title="Baker")
    make_responsibility(posting, " ".join(f"word{number}" for number in range(60_000)))

    assert found("baker word1") == ["Baker"]
    assert len(Document.objects.get(pk=posting.pk).text) <= 200_000
