"""Markdown fields: the preview is what students will read, and nothing is cut off."""

import pytest
from django.urls import reverse

from careers.lib.markdown import LONGEST, render
from careers.postings.models import Team
from tests.factories import make_team
from tests.recruiting.posting_form import edit

PREVIEW = reverse("admin:postings_team_markdown")
TEXT = "**Bold** <script>alert(1)</script> [link](https://example.org) [bad](javascript:alert(1))"


def test_preview_is_what_students_read(desk):
    assert desk.post(PREVIEW, {"text": TEXT}).content.decode() == render(TEXT)


def test_preview_is_for_staff_and_sent(client, desk):
    assert desk.get(PREVIEW).status_code == 405

    client.logout()

    assert client.post(PREVIEW, {"text": "x"}).status_code in {302, 403}


def test_preview_of_too_long_a_text_says_so(desk):
    response = desk.post(PREVIEW, {"text": "x" * (LONGEST + 1)})

    assert response.status_code == 400
    assert response.content.decode() == "At most 20,000 characters can be shown; this has 20,001. Shorten it."


def test_too_long_a_text_is_refused_beside_its_field_and_kept(desk):
    team = make_team()

    response = edit(desk, team, introduction="x" * (LONGEST + 1))

    assert "this has 20,001" in response.context["adminform"].form.errors["introduction"][0]
    assert "x" * (LONGEST + 1) in response.content.decode()
    assert Team.objects.get().introduction == ""


def test_lines_ended_by_a_browser_count_once(desk):
    team = make_team()

    edit(desk, team, introduction="x\r\n" * (LONGEST // 2), _confirmed="1")

    assert Team.objects.get().introduction == "x\n" * (LONGEST // 2 - 1) + "x"


@pytest.mark.parametrize("name", ["boilerplate", "organisation", "team"])
def test_fields_say_where_their_preview_is(desk, name):
    html = desk.get(reverse(f"admin:postings_{name}_add")).content.decode()

    assert f'data-preview="/admin/postings/{name}/markdown/"' in html
    assert "How to format a text" in html
