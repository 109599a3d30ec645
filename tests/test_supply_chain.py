"""An audit that found nothing because it looked at nothing does not pass."""

import json

import pytest

from deploy.supply_chain import audited, licences
from tests.conftest import ROOT

PINS = "django[argon2]==5.2.19 \\\n    --hash=sha256:ab\nnh3==0.3.0 ; python_version > '3' \\\n"
PINS += "colorama==0.4.6 ; python_version < '3' \\\n"
SOUND = [{"name": "Django", "version": "5.2.19", "vulns": []}, {"name": "nh3", "version": "0.3.0", "vulns": []}]
KNOWN = {"id": "PYSEC-2026-1", "fix_versions": ["0.3.1"]}


def report(*dependencies):
    return json.dumps({"dependencies": dependencies})


def test_sound_report_passes():
    assert audited(report(*SOUND), PINS) == []


@pytest.mark.parametrize(
    ("dependencies", "wrong"),
    [
        ([], "no package was looked at"),
        (SOUND[:1], "nh3: not looked at"),
        ([SOUND[0], {"name": "nh3", "skip_reason": "not on PyPI"}], "nh3: skipped, not on PyPI"),
        ([SOUND[0], SOUND[1] | {"vulns": [KNOWN]}], "nh3 0.3.0: PYSEC-2026-1, mended in 0.3.1"),
    ],
)
def test_report_that_lacks_or_finds_something_fails(dependencies, wrong):
    assert wrong in audited(report(*dependencies), PINS)


def test_licences_are_listed_for_every_pin_of_this_platform():
    listed = (ROOT / "docs/licences.md").read_text()

    for name in ("django", "nh3", "psycopg", "gunicorn", "whitenoise"):
        assert f"| {name} | " in listed
    assert "not stated" not in listed


def test_licence_is_the_identifier_where_there_is_one():
    both = [{"license": {"id": "MIT"}}, {"license": {"name": "License :: OSI Approved"}}]
    sbom = {"components": [{"name": "nh3", "version": "1", "licenses": both}, {"name": "pip", "licenses": both}]}

    assert licences(json.dumps(sbom)).endswith("|---|---|---|\n| nh3 | 1 | MIT |\n")
