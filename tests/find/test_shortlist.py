from datetime import UTC, datetime

import pytest
from django.urls import reverse

from tests.factories import make_organisation, make_posting

pytestmark = pytest.mark.django_db


def kept(client, *slugs, **answers):
    response = client.get(reverse("shortlist"), {"posting": slugs, **answers})
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_list_keeps_the_order_of_the_address(client):
    make_posting(title="Beta", slug="beta")
    make_posting(title="Alpha", slug="alpha")

    text = kept(client, "beta", "alpha")

    assert text.index("First choice") < text.index("Beta</a>") < text.index("Second choice") < text.index("Alpha</a>")


def test_links_rearrange_and_take_off(client):
    for slug in ("one", "two"):
        make_posting(slug=slug)

    text = kept(client, "one", "two")

    assert 'href="/shortlist/?posting=two&amp;posting=one" data-arrange>Make it the first choice' in text
    assert 'href="/shortlist/?posting=two" data-arrange>Take it off' in text


def test_limit_of_applications_is_said(client):
    make_organisation(application_limit=1)
    slugs = [make_posting().slug for _ in range(2)]

    text = kept(client, *slugs)

    assert "at most 1 role of one programme" in text
    assert text.count("beyond the limit") == 1


def test_closed_posting_stays_marked(client):
    closed = make_posting(title="Past", valid_through=datetime(2020, 1, 1, tzinfo=UTC))

    text = kept(client, closed.slug)

    assert "Past</a>" in text
    assert "Closed. The closing date has passed" in text


def test_closed_posting_takes_no_choice_from_an_open_one(client):
    make_organisation(application_limit=1)
    closed = make_posting(title="Past", valid_through=datetime(2020, 1, 1, tzinfo=UTC))

    text = kept(client, closed.slug, make_posting(title="Now").slug)

    assert text.index("Kept</p>") < text.index("Past</a>") < text.index("First choice") < text.index("Now</a>")
    assert "beyond the limit" not in text


def test_what_cannot_be_compared_is_not_offered_for_comparison(client):
    withdrawn = make_posting()
    withdrawn.withdraw()

    text = kept(client, withdrawn.slug, "nowhere", make_posting(slug="one").slug, make_posting(slug="two").slug)

    assert 'href="/comparison/?posting=one&amp;posting=two&amp;"' in text


def test_unknown_one_is_said(client):
    assert "“nowhere” can’t be shown" in kept(client, "nowhere")
    assert "The others are below" not in kept(client, "nowhere")
    assert "The others are below" in kept(client, "nowhere", make_posting().slug)


def test_empty_list_says_how_to_fill_it(client):
    assert "Nothing is kept yet" in kept(client)


def test_shared_link_leaves_the_answers_out(client):
    posting = make_posting()

    text = kept(client, posting.slug, studying="master")

    assert f'data-plain="/shortlist/?posting={posting.slug}"' in text
    assert f'<a href="/shortlist/?posting={posting.slug}">this link</a>' in text
