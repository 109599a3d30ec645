"""An advert becomes a draft: every fact in its field, all or nothing, once."""

from datetime import UTC, date, datetime

import pytest
import reversion
from django.core.exceptions import ValidationError
from reversion.models import Version

from careers.find.search import matching
from careers.importer.drafting import saving
from careers.importer.drafting.importing import import_text, look_at
from careers.importer.drafting.known import Known
from careers.importer.sections.decoding import NotAnAdvert, decode
from careers.postings.choices import Status
from careers.postings.models import Benefit, FieldOfStudy, Location, Posting, Qualification, Skill, Team
from tests.factories import make_location, make_skill, make_team
from tests.importer.drafts import ADVERTS, FOLDERS, NOT_IN_TEXT, cells, demands, draft, imported, texts

pytestmark = pytest.mark.django_db
ADVERT = """Data Analyst Intern
Location: Sydney
Duration: 12 weeks

What you'll do
- Clean data
- Draw charts

Requirements
- Currently studying a bachelor's degree in Statistics
- Python or R
- Good at explaining
"""


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder[0].name)
@pytest.mark.parametrize("number", range(5))
def test_source_advert_becomes_the_posting_of_the_sample(sample, folder, number):
    wanted = Posting.objects.order_by("pk")[number]

    posting = imported(texts(folder)[number])

    missing = NOT_IN_TEXT.get(number, set())
    assert {name: value for name, value in cells(posting).items() if name not in missing} == {
        name: value for name, value in cells(wanted).items() if name not in missing
    }
    assert not any(cells(posting)[name] for name in missing)
    assert demands(posting) == demands(wanted)
    assert posting.responsibilities.count() == wanted.responsibilities.count()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder[0].name)
def test_run_on_and_bulleted_form_give_equal_drafts(sample, folder):
    for text in texts(folder):
        run_on = text.replace("\n-", " - ").replace("  ", " ")

        ours, theirs = draft(text), draft(run_on)

        assert (ours.facts, ours.lines, ours.benefits) == (theirs.facts, theirs.lines, theirs.benefits)


def test_draft_is_a_draft_and_keeps_its_source():
    make_location()

    posting = imported(ADVERT.replace("\n", "\r\n"))

    assert posting.status == Status.DRAFT
    assert posting.source_text == ADVERT.replace("\n", "\r\n")
    assert len(posting.source_hash) == 64
    assert not posting.was_public()


def test_months_and_weeks_stay_what_the_text_counts():
    assert draft(ADVERT).facts["weeks_min"] == 12
    assert "months_min" not in draft(ADVERT).facts
    assert draft(ADVERT.replace("12 weeks", "3 months")).facts["months_min"] == 3


def test_conditions_become_facts_and_leave_the_list():
    posting = imported(ADVERT)

    assert [each.text for each in posting.qualifications.all()] == ["Python or R", "Good at explaining"]
    assert posting.degree_levels == ("bachelor",)


def test_condition_with_a_demand_in_it_stays():
    text = ADVERT.replace("degree in Statistics", "degree in Statistics with a distinction average")

    kept = [line.text for line in draft(text).items if line.kind == "minimum"]

    assert "distinction average" in kept[0]


def test_nothing_is_guessed():
    facts = draft("Data Analyst Intern\n\nWhat you'll do\n- Clean data\n\nRequirements\n- Python").facts

    assert set(facts) == {"title", "employment_type"}


def test_skills_bind_as_the_item_says():
    make_skill("Python")

    item = imported(ADVERT).qualifications.get(text="Python or R")

    assert item.skills_rule == "any_of"
    assert {skill.name for skill in item.skills.all()} == {"Python", "R"}


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        ("Hybrid: 2 days per week in our office.", "on_site_days_min", 2),
        ("The internship may be extended.", "may_be_extended", True),
        ("The contract cannot be extended.", "may_be_extended", False),
        ("You must remain enrolled throughout.", "must_stay_enrolled", True),
        ("We cannot offer visa sponsorship.", "sponsorship_offered", False),
        ("Visa sponsorship is available.", "sponsorship_offered", True),
        ("Students in their penultimate or final year of study.", "study_years", ("penultimate", "final")),
        ("You must be an Australian citizen or permanent resident.", "work_rights", ("citizen", "resident")),
        ("Number of positions: 4", "places", 4),
        ("You work 37.5 hours per week.", "hours_per_week", 37.5),
        ("Reference: R-123", "requisition_id", "R-123"),
        ("Apply at https://acme.example/apply/7.", "apply_url", "https://acme.example/apply/7"),
        ("For adjustments write to help@acme.example.", "adjustments_contact", "help@acme.example"),
        ("Graduating between June 2027 and December 2027.", "graduation_from", date(2027, 6, 1)),
    ],
)
def test_detail_of_an_advert_is_a_fact(words, name, value):
    assert draft(f"{ADVERT}\n\nAbout the role\n{words}\n").facts[name] == value


@pytest.mark.parametrize(
    "words",
    [
        "We sponsor the local football club.",
        "You will work up to 20 hours per week.",
        "Our graduates program starts in 2027.",
        "We are good citizens of the world.",
        "Applications close 3/4/2027.",
    ],
)
def test_what_only_sounds_like_a_detail_is_none(words):
    names = {"sponsorship_offered", "hours_per_week", "graduation_from", "work_rights", "valid_through"}

    assert not names & set(draft(f"{ADVERT}\n\nAbout the role\n{words}\n").facts)


def test_closing_day_ends_on_the_clocks_of_the_place():
    make_location()

    posting = imported(f"{ADVERT}\nApplications close 15 March 2027.\n")

    assert posting.valid_through == datetime(2027, 3, 15, 12, 59, 59, tzinfo=UTC)


def test_pay_without_currency_is_left_to_the_recruiter():
    seen = draft(f"{ADVERT}\nSalary: $34 per hour\n")

    assert "pay_min" not in seen.facts
    assert "currency" in seen.notes[0]


def test_team_is_found_by_its_first_letters():
    team = make_team("Site Reliability Engineering")

    assert draft(f"{ADVERT}\nAbout the role\nYou join the SRE team in Sydney.\n").facts["team"] == team


def test_unknown_team_and_place_are_said_and_not_made():
    text = ADVERT.replace("Location: Sydney", "Location: Brisbane\nTeam: Penguins")

    posting = imported(text)

    assert posting.team is None
    assert posting.location is None
    assert not Location.objects.exists()
    assert not Team.objects.exists()
    assert {"Brisbane", "Penguins"} <= set(
        " ".join(draft(text + "!").missing).replace("”", "“").replace("“", " ").split()
    )


def test_two_places_of_work_are_the_recruiters_choice():
    make_location()

    seen = draft(ADVERT.replace("Location: Sydney", "Location: Sydney, Melbourne"))

    assert "location" not in seen.facts
    assert "several places" in seen.missing[0]


def test_unknown_benefit_is_said_and_not_made():
    seen = draft(f"{ADVERT}\nBenefits\n- Free fruit\n- Skis\n")

    assert (
        seen.missing == ("No benefit is called “Free fruit”.", "No benefit is called “Skis”.") or len(seen.missing) > 1
    )
    assert not Benefit.objects.exists()


def test_looking_at_a_text_writes_nothing():
    before = [model.objects.count() for model in (Posting, Skill, FieldOfStudy, Team, Location)]

    seen = look_at(ADVERT, Known())

    assert seen.draft.new_skills == ("Python", "R")
    assert [model.objects.count() for model in (Posting, Skill, FieldOfStudy, Team, Location)] == before


def test_import_is_a_revision_with_everything_in_it():
    posting = imported(ADVERT)

    version = Version.objects.get_for_object(posting).get()

    assert version.revision.comment == "Imported."
    assert version.revision.version_set.count() == 1 + posting.qualifications.count() + posting.responsibilities.count()


def test_revision_holds_the_links():
    posting = imported(ADVERT)
    item = posting.qualifications.get(text="Python or R")

    kept = Version.objects.get_for_object(item).get().field_dict

    assert sorted(kept["skills"] if "skills" in kept else kept["skills_id"]) == sorted(
        each.pk for each in item.skills.all()
    )


def test_draft_is_found_by_search():
    posting = imported(ADVERT.replace("Clean data", "Clean zirconium"))

    assert posting in matching(Posting.objects.all(), "zirconium")


def test_same_text_twice_makes_one_posting():
    first = imported(ADVERT)

    again = import_text(ADVERT.replace("\n", "\r\n"), Known())

    assert again.before
    assert again.posting == first
    assert Posting.objects.count() == 1


def test_loser_of_a_race_gets_the_other_ones_posting():
    first = imported(ADVERT)

    with pytest.raises(saving.AlreadyImported) as found:
        saving.save(draft(ADVERT), Known())

    assert found.value.posting == first
    assert Posting.objects.count() == 1


def test_database_refuses_a_second_posting_of_one_text():
    first = imported(ADVERT)

    with pytest.raises(Exception, match=r"(?i)unique|source_hash"):
        Posting.objects.create(title="Other", slug="other", source_hash=first.source_hash)


@pytest.mark.parametrize("step", ["_write_lists", "_write_revision"])
def test_crash_leaves_nothing(monkeypatch, step):
    def crash(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(saving, step, crash)
    seen = draft(ADVERT)

    with pytest.raises(KeyboardInterrupt):
        saving.save(seen, Known())

    assert not Posting.objects.exists()
    assert not Qualification.objects.exists()
    assert not Version.objects.exists()
    assert not reversion.is_active()


def test_impossible_text_is_refused_and_nothing_is_written():
    seen = draft(f"{ADVERT}\nSalary: AUD 50 per hour\n")
    seen.facts["pay_max"] = seen.facts["pay_min"] - 1

    with pytest.raises(ValidationError, match="swap"):
        saving.save(seen, Known())

    assert not Posting.objects.exists()
    assert not Skill.objects.exists()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("x" * 200_001, "too large"),
        ("Two eggs, flour and milk. Stir well and bake for an hour.", "not read like an advert"),
        ("Requirements\n" + "- Python\n" * 151, "151 items"),
    ],
)
def test_text_that_is_no_advert_is_refused_with_the_reason(text, words):
    with pytest.raises(NotAnAdvert, match=words):
        draft(text)


def test_every_sample_advert_is_saved():
    known = Known()
    found = [path for path in sorted(ADVERTS.iterdir()) if path.suffix != ".json"]

    outcomes = [import_text(decode(path.read_bytes()), known) for path in found]

    assert not [each.refusal for each in outcomes if each.refusal]
    assert Posting.objects.filter(status=Status.DRAFT).count() == len(found)
