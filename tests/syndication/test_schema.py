"""The schemas are valid, complete and true to the record, and every kind of answer keeps to them."""

import pytest
from jsonschema import Draft202012Validator, ValidationError

from careers.postings import choices
from careers.postings.models import Posting
from careers.syndication.record import RECORD as NAMES
from tests.syndication.schemas import RECORD, SCHEMAS, check

FACTS = "?studying=master&field_of_study=law&graduation=2190-11&weeks=16&days=3&rights=student-visa"
# Columns that no program is to see; a further one needs a decision.
KEPT_BACK = {"id", "status", "version", "source_text", "source_url", "source_hash", "closed_at", "closed_reason"}
CLOSED_SETS = {
    "employment_type": choices.EmploymentType,
    "work_mode": choices.WorkMode,
    "pay_period": choices.PayPeriod,
    "pay_super": choices.PaySuper,
    "degree_levels": choices.DegreeLevel,
    "study_years": choices.StudyYear,
    "work_rights": choices.WorkRight,
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_valid_and_explains_itself(name):
    Draft202012Validator.check_schema(SCHEMAS[name])

    assert SCHEMAS[name]["description"]
    assert all(text.get("description") for text in RECORD["properties"].values())


def test_record_is_whole():
    fields = {field.name for field in Posting._meta.get_fields() if field.concrete}

    assert set(NAMES) == fields - KEPT_BACK | {"responsibilities", "qualifications"}


def test_schema_names_the_fields_of_the_record_in_their_order():
    names = ["url", *NAMES, "not_stated", "latest_start", "updated", "changes"]

    assert list(RECORD["properties"]) == RECORD["required"] == names


@pytest.mark.parametrize("name", CLOSED_SETS)
def test_schema_knows_every_choice(name):
    schema = RECORD["properties"][name]
    known = schema.get("enum") or schema["items"]["enum"]

    assert [value for value in known if value is not None] == CLOSED_SETS[name].values


def test_schema_refuses_what_is_not_so():
    with pytest.raises(ValidationError):
        check({"count": 1, "next": None, "messages": {}, "postings": [{"title": "Alone"}]}, "postings")


@pytest.mark.django_db
@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("query", ["", "?page=2", FACTS, f"{FACTS}&page=2", "?level=wizard&weeks=-1&page=two"])
def test_list_keeps_to_the_schema(client, query):
    answer = client.get(f"/postings.json{query}").json()

    check(answer, "postings")
    assert answer["postings"]


@pytest.mark.django_db
@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("query", ["", FACTS, "?weeks=-1"])
def test_every_posting_keeps_to_the_schema(client, query):
    slugs = Posting.objects.open().values_list("slug", flat=True)

    for slug in slugs:
        check(client.get(f"/postings/{slug}.json{query}").json(), "posting")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/postings.json?page=7", "/postings/nothing-here.json"])
def test_error_keeps_to_the_schema(client, address):
    response = client.get(address)

    assert response.status_code == response.json()["status"] == 404
    check(response.json(), "error")


@pytest.mark.django_db
@pytest.mark.usefixtures("world")
def test_null_and_not_stated_are_the_same(client):
    postings = client.get("/postings.json").json()["postings"]

    for posting in postings:
        assert posting["not_stated"] == [name for name in NAMES if posting[name] is None]
        assert not [name for name in NAMES if posting[name] in ("", [], {})]
