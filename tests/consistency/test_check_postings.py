import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from careers.consistency.models import Waiver
from tests.factories import make_posting

pytestmark = pytest.mark.django_db


def run(*arguments):
    """Return (exit code, output)."""
    out = StringIO()
    try:
        call_command("check_postings", *arguments, stdout=out)
    except SystemExit as end:
        return end.code, out.getvalue()
    return 0, out.getvalue()


def test_sample_has_errors_and_each_is_waived(sample):
    code, output = run("--on", "2026-01-01", "--level", "error", "--json")

    rows = json.loads(output)
    assert code == 0
    assert {row["id"] for row in rows} == {"P001", "P006", "P012"}
    assert all(row["waived"] for row in rows)


def test_error_without_waiver_ends_with_one(sample):
    Waiver.objects.filter(finding="P001").delete()

    code, output = run("--on", "2026-01-01")

    assert code == 1
    assert "error P001 backend-engineer-intern-edge-computing-platform-sydney-2026 graduation_by: Nobody" in output


def test_error_counts_whatever_is_listed():
    make_posting(title="")

    assert run("--level", "error")[0] == 1


def test_json_names_everything_a_program_needs():
    make_posting(slug="one", title="")

    rows = json.loads(run("--json")[1])

    assert set(rows[0]) == {"posting", "id", "level", "field", "message", "hint", "waived"}
    assert (rows[0]["posting"], rows[0]["id"], rows[0]["level"], rows[0]["waived"]) == ("one", "P010", "error", False)


@pytest.mark.parametrize(("level", "levels"), [("error", {"error"}), ("warning", {"error", "warning"})])
def test_level_is_the_least_grave_one_listed(level, levels):
    make_posting(title="", source_text="enrollment")

    assert {row["level"] for row in json.loads(run("--json", "--level", level)[1])} == levels


def test_day_that_is_none_is_refused():
    with pytest.raises(CommandError, match="--on"):
        run("--on", "soon")


def test_nothing_to_say_is_said():
    assert run() == (0, "Nothing found.\n")
