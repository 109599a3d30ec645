"""Every kind of page, and the main pages of the desk, are valid HTML: no error and no warning of the Nu checker."""

import json
import shutil
import subprocess
from urllib.parse import unquote

import pytest
from django.urls import reverse

from careers.postings.models import Boilerplate, Posting
from tests.conftest import ROOT
from tests.pages import ALL

VNU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

pytestmark = pytest.mark.usefixtures("sample", "error_pages")

# Pages of the desk about one posting, and about no row.
OF_ONE = ("closure", "extension", "history")
OF_ALL = (
    "postings_posting_imports", "postings_posting_figures", "postings_picture_add", "postings_benefit_add",
    "auth_user_changelist", "recruiting_invitation_add", "recruiting_journalentry_changelist",
)  # fmt: skip


def desk():
    """Return {kind: address} of the pages a recruiter works on most."""
    posting, text = Posting.objects.open().first(), Boilerplate.objects.first()
    return {
        "desk": reverse("admin:index"),
        "postings of the desk": reverse("admin:postings_posting_changelist"),
        "posting of the desk": reverse("admin:postings_posting_change", args=[posting.pk]),
        "findings of the desk": reverse("admin:postings_posting_findings"),
        "new posting of the desk": reverse("admin:postings_posting_add"),
        "shared text of the desk": reverse("admin:postings_boilerplate_change", args=[text.pk]),
        **{f"desk, {name}": reverse(f"admin:postings_posting_{name}", args=[posting.pk]) for name in OF_ONE},
        **{f"desk, {name}": reverse(f"admin:{name}") for name in OF_ALL},
        "desk, next intake": f"{reverse('admin:postings_posting_next_intake')}?posting={posting.pk}",
        "desk, a fact for many": f"{reverse('admin:postings_posting_set_fact')}?posting={posting.pk}&fact=weeks_min",
        "desk, my mail": reverse("notices"),
    }


@pytest.fixture
def complaints(tmp_path):
    """Return a function that gives what the checker says of {kind: response}."""
    if not shutil.which("java"):
        pytest.skip("Java is missing: apt install default-jre-headless")
    if not VNU.exists():
        pytest.skip("the HTML checker is missing: npm install --ignore-scripts")

    def check(responses):
        for kind, response in responses.items():
            (tmp_path / f"{kind}.html").write_bytes(response.content)
        command = ["java", "-Xss4m", "-jar", VNU, "--format", "json", *sorted(tmp_path.glob("*.html"))]
        report = subprocess.run(command, capture_output=True, text=True, timeout=300).stderr
        return [said(message) for message in json.loads(report)["messages"] if is_serious(message)]

    return check


def is_serious(message):
    return message["type"] != "info" or message.get("subType") == "warning"


def said(message):
    page = unquote(message["url"]).rpartition("/")[2]
    return f"{page}: {message['message']} Here: {message.get('extract', '').strip()[:120]}"


def test_every_page_is_valid_html(client, complaints):
    client.raise_request_exception = False

    found = complaints({kind: client.get(address()) for kind, address in ALL.items()})

    assert not found, "\n".join(found)


def test_the_desk_is_valid_html(admin_client, complaints):
    found = complaints({kind: admin_client.get(address) for kind, address in desk().items()})

    assert not found, "\n".join(found)
