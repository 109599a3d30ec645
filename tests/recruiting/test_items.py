"""The lists inside a posting's form."""

from careers.postings.choices import QualificationKind, Status
from tests.factories import make_posting, make_qualification, make_responsibility, make_skill
from tests.recruiting.posting_form import change_url, save, shown

QUALIFICATION = "qualifications"
PREFERRED = "qualifications-2"


def texts(rows):
    return list(rows.values_list("text", flat=True))


def test_item_without_a_number_goes_to_the_end(desk):
    posting = make_posting(status=Status.DRAFT)
    make_responsibility(posting, "First", order=4)

    save(desk, posting, **{"responsibilities-1-text": "Second"})

    assert texts(posting.responsibilities.all()) == ["First", "Second"]


def test_items_are_reordered_by_number(desk):
    posting = make_posting(status=Status.DRAFT)
    make_responsibility(posting, "First", order=1)
    make_responsibility(posting, "Second", order=2)

    save(desk, posting, **{"responsibilities-0-order": "9"})

    assert texts(posting.responsibilities.all()) == ["Second", "First"]


def test_each_list_shows_and_makes_its_own_kind(desk):
    posting = make_posting(status=Status.DRAFT)
    make_qualification(posting, "Needed")

    save(desk, posting, **{f"{PREFERRED}-0-text": "Welcome", f"{PREFERRED}-0-skills": make_skill("Go").pk})

    welcome = posting.qualifications.get(kind=QualificationKind.PREFERRED)
    assert welcome.text == "Welcome"
    assert [skill.name for skill in welcome.skills.all()] == ["Go"]


def test_item_moves_to_the_other_list(desk):
    posting = make_posting(status=Status.DRAFT)
    make_qualification(posting, "Needed")

    save(desk, posting, **{f"{QUALIFICATION}-0-kind": QualificationKind.PREFERRED})

    assert posting.qualifications.get().kind == QualificationKind.PREFERRED


def test_item_is_removed(desk):
    posting = make_posting(status=Status.DRAFT)
    make_responsibility(posting)

    save(desk, posting, **{"responsibilities-0-DELETE": "on"})

    assert not posting.responsibilities.exists()


def test_chosen_skills_are_shown(desk):
    posting = make_posting(status=Status.DRAFT)
    make_qualification(posting, skills=["Go", "Python"])

    data = shown(desk, change_url(posting))

    assert len(data[f"{QUALIFICATION}-0-skills"]) == 2
