"""What a search finds and in which order: one suite for every engine."""

import pytest
from django.db.models import Count

from careers.find import search
from careers.find.facets import BY_NAME
from careers.postings.models import FieldOfStudy, Posting, Team, Term
from careers.postings.querysets import NEWEST_FIRST
from tests.factories import make_location, make_posting, make_qualification, make_responsibility, make_team

pytestmark = pytest.mark.django_db


def found(text):
    """Return the titles a search finds, best first."""
    query = search.read(text)
    rows = search.matching(Posting.objects.open(), query)
    return [posting.title for posting in rows.order_by(*search.best_first(query), *NEWEST_FIRST)]


def knowing(posting, *skills, **facts):
    make_qualification(posting, skills=skills, **facts)
    return posting


@pytest.fixture
def kubernetes():
    return Term.objects.create(text="Kubernetes", same_as="k8s\nkube cluster")


@pytest.fixture
def reliability():
    return Term.objects.create(text="Site reliability engineering", same_as="SRE\nsite reliability engineer")


def test_every_word_must_stand_somewhere():
    make_responsibility(make_posting(title="Baker"), "Tame the kraken")
    make_posting(title="Cook")

    assert found("kraken baker sydney") == ["Baker"]
    assert found("kraken cook") == []


@pytest.mark.parametrize("word", ["alpha", "crew", "beacon", "melbourne", "VIC", "Australia", "botany", "Rust", "R-77"])
def test_facts_are_found(word):
    team = make_team("Alpha", department="Crew", introduction="We light the **beacon**.")
    place = make_location("Melbourne", region="VIC")
    posting = knowing(make_posting(title="Match", team=team, location=place, requisition_id="R-77"), "Rust")
    posting.fields_of_study.add(FieldOfStudy.objects.create(name="Botany", slug="botany"))
    make_posting(title="Other", location=make_location("Oslo", country="NO"))

    assert found(word) == ["Match"]


@pytest.mark.parametrize("word", ["masters", "internships", "hybrid", "2031", "second-last"])
def test_labels_of_choices_are_found(word):
    facts = {"degree_levels": ["master"], "employment_type": "INTERN", "work_mode": "hybrid", "intake_year": 2031}
    make_posting(title="Match", study_years=["penultimate"], **facts)
    make_posting(title="Other")

    assert found(word) == ["Match"]


def test_titles_come_first_then_facts_then_texts():
    for number in range(20):
        make_posting(title=f"Weaver {number}", date_posted=f"2025-01-{number + 1:02}")
    knowing(make_posting(title="Fact", date_posted="2026-01-01"), "Weaver")
    make_responsibility(make_posting(title="Text", date_posted="2026-02-01"), "A weaver, " * 30)

    titles = found("weaver")

    assert titles[:20] == [f"Weaver {number}" for number in reversed(range(20))]
    assert titles[20:] == ["Fact", "Text"]


def test_all_words_in_the_title_outdo_many_in_the_text():
    make_responsibility(make_posting(title="Loom keeper", date_posted="2026-02-01"), "Mend a silk loom. " * 30)
    make_posting(title="Silk loom weaver of the long winter nights", date_posted="2025-01-01")

    assert found("silk loom") == ["Silk loom weaver of the long winter nights", "Loom keeper"]


def test_words_are_found_in_every_form():
    make_posting(title="Engineering computing systems")

    for text in ("engineers", "engineer compute", "COMPUTED system", "systems engineered"):
        assert found(text) == ["Engineering computing systems"]


def test_last_word_may_be_a_beginning_and_others_not():
    make_posting(title="Reliability analyst")

    assert found("reliability anal") == found("relia") == found("analy") == ["Reliability analyst"]
    assert found("relia analyst") == []


def test_name_is_whole_as_it_stands():
    knowing(make_posting(title="Coffee"), "Java")
    knowing(make_posting(title="Browser"), "JavaScript")

    assert found("java") == ["Coffee"]
    assert sorted(found("jav")) == ["Browser", "Coffee"]


def test_accents_case_and_width_do_not_matter():
    make_posting(title="Café naïve Ｗｉｄｅ")

    for text in ("cafe", "CAFÉ", "cafe\u0301", "naive wide"):
        assert found(text) == ["Café naïve Ｗｉｄｅ"]


def test_letters_of_other_alphabets_are_found():
    make_posting(title="Инженер 工程师")

    assert found("инженер") == found("инже") == found("工程") == ["Инженер 工程师"]


LANGUAGES = ("C", "C++", "C#", "F#", ".NET", "Node.js")


@pytest.mark.parametrize("name", LANGUAGES)
def test_names_with_signs_are_told_apart(name):
    for each in LANGUAGES:
        make_responsibility(make_posting(title=f"Post {LANGUAGES.index(each)}"), f"Write {each}, well.")

    for text in (name, name.lower(), f"write {name}"):
        assert found(text) == [f"Post {LANGUAGES.index(name)}"]


@pytest.mark.parametrize(("written", "typed"), [("C/C++", "c++"), ("C++17", "c++"), ("ASP.NET", ".net"), ("C♯", "c#")])
def test_names_with_signs_are_found_in_company(written, typed):
    make_responsibility(make_posting(title="Match"), f"Write {written} well")

    assert found(typed) == ["Match"]


def test_short_words_are_not_taken_for_plurals():
    make_posting(title="Network IO")

    assert found("ios") == []


@pytest.mark.usefixtures("kubernetes")
def test_synonyms_are_found_both_ways():
    make_posting(title="Kubernetes hand")
    make_posting(title="K8s hand")
    make_posting(title="Kube cluster hand")
    make_posting(title="Cluster of kube")

    for text in ("k8s", "kubernetes", "hand k8s"):
        assert sorted(found(text)) == ["K8s hand", "Kube cluster hand", "Kubernetes hand"]


@pytest.mark.usefixtures("reliability")
def test_synonym_of_several_words_is_a_phrase_whose_words_are_still_found():
    make_posting(title="Site Reliability Engineer")
    make_posting(title="SRE")
    make_posting(title="Engineer of reliability", team=make_team("Alpha"))

    assert sorted(found("sre")) == sorted(found("site reliability engineers")) == ["SRE", "Site Reliability Engineer"]
    assert sorted(found("reliability")) == ["Engineer of reliability", "Site Reliability Engineer"]


@pytest.mark.usefixtures("reliability")
def test_phrase_does_not_reach_over_the_end_of_a_text():
    make_posting(title="On site", team=make_team("Reliability engineering"))

    assert found("sre") == []


def test_stop_words_are_dropped_and_alone_find_nothing():
    make_posting(title="Baker")

    assert found("a baker in the sydney") == ["Baker"]
    assert found("in the") == found("") == found("?!") == []


def test_rows_and_their_count_agree_also_with_facets_and_pages():
    for number in range(3):
        knowing(make_posting(title=f"Weaver {number}"), "Rust", "Silk")
    make_posting(title="Weaver", team=make_team("Other"))
    query = search.read("weaver")

    rows = search.matching(Posting.objects.open(), query).order_by(*search.best_first(query), *NEWEST_FIRST)
    narrowed = rows.filter(BY_NAME["skill"].condition(["rust"])).with_team()

    assert (rows.count(), len(rows), len(rows[1:3])) == (4, 4, 2)
    assert (narrowed.count(), len(narrowed)) == (3, 3)
    assert Team.objects.filter(postings__in=rows.values("pk")).distinct().count() == 2
    assert set(rows.order_by().values_list("team__name").annotate(Count("pk"))) == {("Platform", 3), ("Other", 1)}
