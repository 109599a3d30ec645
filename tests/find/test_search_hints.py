"""What search says beside its rows: what was understood, marks, spellings, filters."""

import pytest

from careers.find import search
from careers.find.facets import vocabulary
from careers.postings.models import FieldOfStudy, Posting, Skill, Term
from tests.factories import make_location, make_posting, make_qualification, make_skill

pytestmark = pytest.mark.django_db


def marked(text, typed):
    return search.mark(text, search.read(typed))


def test_understood_words_are_those_that_count_as_typed():
    Term.objects.create(text="Kubernetes", same_as="kube cluster")

    assert search.understood(search.read("the Kubé clusters in SYDNEY?")) == ["Kubé clusters", "SYDNEY"]
    assert search.understood(search.read("in the !")) == []


def test_words_are_marked_in_every_form():
    assert marked("Engineers engineer Café engines", "engineer cafe") == (
        "<mark>Engineers</mark> <mark>engineer</mark> <mark>Café</mark> <mark>engines</mark>"
    )


def test_marked_text_is_escaped():
    assert marked("<b>Baker</b> & <script>", "baker script") == (
        "&lt;b&gt;<mark>Baker</mark>&lt;/b&gt; &amp; &lt;<mark>script</mark>&gt;"
    )


def test_beginning_marks_the_whole_word():
    assert marked("Reliable reliability", "reliab") == "<mark>Reliable</mark> <mark>reliability</mark>"


def test_synonyms_are_marked_as_phrases():
    Term.objects.create(text="Site reliability engineering", same_as="SRE\nsite reliability engineer")

    assert marked("An SRE or site reliability engineer on site", "sre") == (
        "An <mark>SRE</mark> or <mark>site reliability engineer</mark> on site"
    )


def test_names_with_signs_are_marked_with_their_signs():
    assert marked("C, C++ and C#", "c++") == "C, <mark>C++</mark> and C#"


def test_nothing_is_marked_without_a_query():
    assert marked("Tom & Jerry", "") == "Tom &amp; Jerry"


def test_best_line_is_the_first_that_holds_a_match():
    query = search.read("kneading")

    assert search.best_line(["Sweep", "Knead dough", "Knead more"], query) == "Knead dough"
    assert search.best_line(["Sweep"], query) is None
    assert search.best_line([], query) is None


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("pyhton", "Python"),
        ("bakr in sydny", "Baker in Sydney"),
        ("bakr enginer", "Baker engineer"),
        ("baker", None),
        ("bakers", None),
        ("qqqq", None),
        ("", None),
    ],
)
def test_near_spelling_is_suggested_where_it_finds_something(typed, mended):
    make_qualification(make_posting(title="Baker engineer"), skills=["Python"])

    assert search.spelling(search.read(typed), Posting.objects.open()) == mended


def test_near_spelling_of_a_level_is_suggested():
    make_posting(degree_levels=["bachelor"])

    assert search.spelling(search.read("bachlor"), Posting.objects.open()) == "Bachelor"


def test_spelling_that_finds_nothing_is_not_suggested():
    make_posting(title="Baker")
    make_skill("Python")

    assert search.spelling(search.read("pyhton"), Posting.objects.open()) is None


def offers(typed):
    return search.facet_offers(search.read(typed), vocabulary())


def test_words_that_name_a_facet_value_are_offered():
    make_skill("Python")
    make_location("Sydney")

    assert offers("python  sydney") == [
        ("skill", "python", "Python", "sydney"),
        ("location", "sydney", "Sydney", "python"),
    ] or offers("python  sydney") == [
        ("location", "sydney", "Sydney", "python"),
        ("skill", "python", "Python", "sydney"),
    ]


@pytest.mark.parametrize(
    ("typed", "facet", "value", "rest"),
    [
        ("masters", "level", "master", ""),
        ("phd intern", "level", "phd", "intern"),
        ("remote baker", "mode", "remote", "baker"),
        ("work full time", "employment", "FULL_TIME", "work"),
        ("C++ baker", "skill", "cpp", "baker"),
    ],
)
def test_choices_and_stems_are_offered(typed, facet, value, rest):
    Skill.objects.create(name="C++", slug="cpp")
    make_skill("C")

    assert [(offer[0], offer[1], offer[3]) for offer in offers(typed)] == [(facet, value, rest)]


def test_synonym_of_a_value_is_offered():
    Term.objects.create(text="Machine learning", same_as="ML")
    FieldOfStudy.objects.create(name="Machine learning", slug="machine-learning")

    assert offers("ml baker") == [("field", "machine-learning", "Machine learning", "baker")]


def test_name_inside_a_longer_one_is_not_offered():
    make_skill("Linux")
    make_skill("Linux networking")

    assert [offer[1] for offer in offers("linux networking")] == ["linux-networking"]
