"""What a page says of itself where it is linked, found or shared."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from PIL import Image

from careers.postings.choices import Status
from careers.postings.models import Posting
from careers.syndication.card import card, drawable, icon
from careers.syndication.tokens import tokens
from tests.factories import make_organisation, make_posting
from tests.pages import PERSONAL, PUBLIC
from tests.syndication.heads import Head

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"


def head(client, address):
    return Head(client.get(address))


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("kind", [*PUBLIC, *PERSONAL])
def test_every_page_has_title_description_and_picture(client, kind):
    said = head(client, {**PUBLIC, **PERSONAL}[kind]())

    assert said.title.startswith(said.meta["og:title"])
    assert 0 < len(said.meta["description"]) < 200
    assert said.meta["og:description"] == said.meta["description"]
    assert said.meta["og:url"] == said.links["canonical"]
    assert client.get(said.meta["og:image"].removeprefix(SITE))["Content-Type"] == "image/png"


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("", "/postings/"),
        ("?", "/postings/"),
        ("?colour=red&level=wizard", "/postings/"),
        ("?page=1&sort=closing", "/postings/"),
        ("?mode=onsite&level=master&level=bachelor", "/postings/?level=bachelor&level=master&mode=onsite"),
        (
            "?level=bachelor&mode=onsite&level=master&page=2",
            "/postings/?level=bachelor&level=master&mode=onsite&page=2",
        ),
        ("?studying=master&weeks=12&verdict=meets&level=master", "/postings/?level=master"),
        ("?q=%20go%20%26%20c&level=master", "/postings/?q=go+%26+c&level=master"),
    ],
)
def test_search_has_one_address_whatever_the_order(client, given, canonical):
    for _ in range(26 if "page=2" in given else 1):
        make_posting(degree_levels=["master"], work_mode="onsite")

    assert head(client, f"/postings/{given}").links["canonical"] == f"{SITE}{canonical}"


@pytest.mark.parametrize(
    "address",
    [
        "/postings/?q=go",
        "/postings/?weeks=12",
        "/eligibility/?studying=master",
        "/comparison/",
        "/shortlist/?posting=a",
    ],
)
def test_pages_made_for_one_reader_are_not_for_search_engines(client, address):
    assert head(client, address).meta["robots"] == "noindex"


@pytest.mark.parametrize("address", ["/", "/postings/", "/postings/?level=master", "/eligibility/", "/developers/"])
def test_pages_for_everybody_are(client, address):
    assert "robots" not in head(client, address).meta


def test_sign_in_is_not_shared(client):
    said = head(client, "/accounts/login/")

    assert said.meta["robots"] == "noindex"
    assert "canonical" not in said.links


def test_description_of_a_posting_is_its_facts_whole_or_not_at_all(client):
    posting = make_posting(
        valid_through=datetime(2190, 1, 14, 12, 59, 59, tzinfo=UTC), weeks_min=12, graduation_by=date(2190, 12, 1),
        pay_min=40, pay_max=50, pay_currency="AUD", pay_period="hour", degree_levels=["bachelor", "master"],
    )  # fmt: skip

    said = head(client, posting.get_absolute_url()).meta["description"]

    assert said.startswith("Place: Sydney, Australia. Applications close: Thursday 14 January 2190, 11:59 pm AEDT. ")
    assert said.endswith(".")
    assert len(said) < 200


def test_card_is_drawn_in_the_tokens_colours_and_may_be_shown_elsewhere(client):
    make_organisation()
    response = client.get(f"{make_posting(weeks_min=12).get_absolute_url()}card.png")

    image = Image.open(BytesIO(response.content)).convert("RGB")

    assert image.size == (1200, 630)
    shown = {f"#{red:02x}{green:02x}{blue:02x}" for _, (red, green, blue) in image.getcolors(100_000)}
    assert {tokens()[name] for name in ("paper", "accent")} <= shown
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response["Cache-Control"].startswith("public")
    assert len(response.content) < 60_000


def test_card_changes_with_the_facts_and_not_by_itself(client):
    address = f"{make_posting(weeks_min=12).get_absolute_url()}card.png"
    first, again = client.get(address), client.get(address)
    Posting.objects.update(weeks_min=14)

    assert first["ETag"] == again["ETag"] != client.get(address)["ETag"]


@pytest.mark.parametrize("facts", [{"status": Status.DRAFT}, {"valid_through": datetime(2020, 1, 1, tzinfo=UTC)}])
def test_posting_that_is_not_open_has_no_card(client, facts):
    assert client.get(f"{make_posting(**facts).get_absolute_url()}card.png").status_code == 404


@pytest.mark.parametrize("title", ["", "日本語", "W" * 160, "word " * 32, "Ingénieur\x00 “C++” – naïve ☃ Łódź"])
def test_any_title_can_be_drawn(title):
    assert card("Acme", title, [title] * 4)


def test_what_the_typeface_lacks_is_left_out():
    assert drawable("Café “C++” 日本 ok") == "Café “C++” ok"


def test_icons_are_the_picture_of_the_stylesheet(settings):
    drawing = (settings.BASE_DIR / "static" / "img" / "icon.svg").read_text(encoding="utf-8")
    image = Image.open(BytesIO(icon(512))).convert("RGB")
    colours = {"#{:02x}{:02x}{:02x}".format(*colour) for _, colour in image.getcolors()}

    assert colours == {tokens()[name] for name in ("accent", "on-accent", "wattle")}
    assert all(colour in drawing for colour in colours)
