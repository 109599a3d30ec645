"""The import pages: paste, correct, save; many at once; nothing lost, nothing twice, nothing published."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from reversion.models import Version

from careers.importer.models import ImportBatch, ImportedText
from careers.postings.choices import Status
from careers.postings.models import Benefit, Location, Posting, Team
from tests.factories import make_location, make_organisation
from tests.importer.test_drafting import ADVERT
from tests.recruiting.posting_form import shown

pytestmark = pytest.mark.django_db
PASTE = "admin:postings_posting_imports"
OTHER = ADVERT.replace("Data Analyst Intern", "Sales Analyst Intern")
TAIL = "\nBy applying you accept our privacy policy at https://acme.example/privacy.\n\n"


def paste(client, text, **more):
    return client.post(reverse(PASTE), {"text": text, **more})


def opened(client, text):
    """Paste one advert and return (address of its draft page, what its form would send)."""
    address = paste(client, text).url
    return address, shown(client, address, "import")


def item_named(data, text):
    """Return the prefix of the row that holds this text."""
    return next(name.removesuffix("-text") for name, values in data.items() if values == [text])


@pytest.fixture
def recruiter(as_role):
    make_organisation()
    make_location()
    return as_role("recruiter")


@pytest.mark.parametrize("role", ["recruiter", "publisher"])
def test_roles_may_import(as_role, role):
    assert as_role(role).get(reverse(PASTE)).status_code == 200


def test_nobody_else_may_import(client, as_role):
    assert client.get(reverse(PASTE)).status_code == 302
    assert as_role("nobody").get(reverse(PASTE)).status_code == 403


def test_list_of_postings_leads_to_the_import(recruiter):
    assert reverse(PASTE) in recruiter.get(reverse("admin:postings_posting_changelist")).content.decode()


def test_earlier_imports_are_listed_with_their_number_of_adverts(recruiter):
    paste(recruiter, ADVERT)

    assert ": 1 advert</a>" in recruiter.get(reverse(PASTE)).text


def test_pasted_advert_is_saved_as_a_draft(recruiter):
    address, data = opened(recruiter, ADVERT)

    response = recruiter.post(address, data)

    posting = Posting.objects.get()
    assert response.url == reverse("admin:postings_posting_change", args=[posting.pk])
    assert (posting.title, posting.weeks_min, posting.status) == ("Data Analyst Intern", 12, Status.DRAFT)
    assert [each.text for each in posting.qualifications.all()] == ["Python or R", "Good at explaining"]


def test_saved_as_shown_is_what_the_command_saves(recruiter, sample):
    text = (ADVERT + "\nHow to apply\nApplications close 15 March 2027.\n").replace("12 weeks", "3 months")
    address, data = opened(recruiter, text)

    recruiter.post(address, data)

    posting = Posting.objects.get(title="Data Analyst Intern")
    assert posting.months_min == 3
    assert posting.valid_through.isoformat() == "2027-03-15T12:59:59+00:00"
    assert Version.objects.get_for_object(posting).get().revision.comment == "Imported."


def test_everything_is_corrected_before_saving(recruiter):
    address, data = opened(recruiter, ADVERT)
    row = item_named(data, "Good at explaining")
    data |= {"title": "Better title", "intake_year": "2027", f"{row}-kind": "preferred", f"{row}-skills": "Talking"}

    recruiter.post(address, data)

    posting = Posting.objects.get()
    item = posting.qualifications.get(kind="preferred")
    assert (posting.title, posting.intake_year, item.skills.get().name) == ("Better title", 2027, "Talking")
    comment = Version.objects.get_for_object(posting).get().revision.comment
    assert comment == "Imported. Entered, not read: title, intake year."


def test_unread_line_is_put_into_a_list(recruiter):
    address, data = opened(recruiter, "Zebras graze here quietly\n\n" + ADVERT)
    row = item_named(data, "Zebras graze here quietly")

    recruiter.post(address, data | {f"{row}-kind": "duty"})

    assert "Zebras graze here quietly" in [each.text for each in Posting.objects.get().responsibilities.all()]


def test_facts_are_marked_where_they_were_read(recruiter):
    address, _ = opened(recruiter, ADVERT)

    html = recruiter.get(address).content.decode()

    assert '<mark class="read__fact" id="read-1">Data Analyst Intern' in html
    assert '<a href="#field-title">title</a>' in html
    assert 'id="field-title"' in html
    assert '<a href="#read-1">Data Analyst Intern</a>' in html


def test_the_whole_text_is_on_the_page(recruiter):
    address = paste(recruiter, ADVERT).url
    seen = recruiter.get(address).context["preview"]

    assert "".join(each.text for each in seen.passages) == ADVERT


def test_dropped_and_shared_are_told(recruiter, sample):
    text = ADVERT + "\nWant more jobs like this?\nGet jobs in Sydney, Australia delivered to your inbox every week.\n"
    address = paste(recruiter, text + "\nWhy Join Us\nWe are kind to each other and to penguins.\n").url

    html = recruiter.get(address).content.decode()

    assert "Dropped: 1" in html
    assert "Why join: the wording differs" in html
    assert "penguins" in html


def test_findings_are_shown_before_saving(recruiter):
    address = paste(recruiter, ADVERT.replace("Duration: 12 weeks", "Intake: 2020")).url

    assert "P006" in recruiter.get(address).content.decode()


def test_check_shows_findings_of_what_was_typed_and_saves_nothing(recruiter):
    address, data = opened(recruiter, ADVERT)

    html = recruiter.post(address, data | {"intake_year": "2020", "check": "1"}).content.decode()

    assert "P006" in html
    assert not Posting.objects.exists()


def test_nothing_typed_is_lost_on_an_error(recruiter):
    address, data = opened(recruiter, ADVERT)
    row = item_named(data, "Good at explaining")
    typed = {"title": "Kept title", "intake_year": "soon", f"{row}-text": "Kept item"}

    html = recruiter.post(address, data | typed).content.decode()

    assert "Nothing you typed is lost" in html
    assert all(words in html for words in ("Kept title", 'value="soon"', "Kept item"))
    assert not Posting.objects.exists()


def test_impossible_facts_are_refused_beside_the_form(recruiter):
    address, data = opened(recruiter, ADVERT)

    html = recruiter.post(address, data | {"pay_min": "30"}).content.decode()

    assert "Pay needs a currency and a period" in html
    assert not Posting.objects.exists()


def test_unknown_team_and_place_are_made_only_when_asked_for(recruiter):
    text = ADVERT.replace("Location: Sydney", "Location: Perth\nTeam: Penguins")
    address, data = opened(recruiter, text)
    assert data["new_country"] == ["AU"]
    wanted = {"new_team": "Penguins", "new_city": "Perth", "new_zone": "Australia/Perth"}

    recruiter.post(address, data | wanted)

    posting = Posting.objects.get()
    assert (posting.team.name, posting.location.name) == ("Penguins", "Perth")
    assert posting.location.time_zone == "Australia/Perth"


def test_new_place_needs_its_zone(recruiter):
    address, data = opened(recruiter, ADVERT.replace("Location: Sydney", "Location: Perth"))

    html = recruiter.post(address, data | {"new_city": "Perth"}).content.decode()

    assert "A new location needs it" in html
    assert not Location.objects.filter(name="Perth").exists()


def test_refused_draft_leaves_no_team_behind(recruiter):
    first, data = opened(recruiter, ADVERT)
    second, again = opened(recruiter, ADVERT)
    recruiter.post(first, data)

    response = recruiter.post(second, again | {"new_team": "Penguins"})

    assert "imported before" in response.content.decode()
    assert not Team.objects.filter(name="Penguins").exists()
    assert Posting.objects.count() == 1


def test_unknown_benefit_is_made_when_ticked(recruiter):
    address, data = opened(recruiter, f"{ADVERT}\nBenefits\n- Free fruit\n- Skis\n")

    recruiter.post(address, data | {"new_benefits": ["Skis"]})

    assert [each.name for each in Posting.objects.get().benefits.all()] == ["Skis"]
    assert Benefit.objects.count() == 1


def test_same_text_again_offers_the_first_with_the_difference(recruiter):
    address, data = opened(recruiter, ADVERT)
    recruiter.post(address, data)
    Posting.objects.update(title="Renamed since")

    html = recruiter.get(paste(recruiter, ADVERT).url).content.decode()

    assert "imported before" in html
    assert reverse("admin:postings_posting_change", args=[Posting.objects.get().pk]) in html
    assert "Renamed since" in html
    assert Posting.objects.count() == 1


def test_advert_of_the_same_title_is_offered_for_comparison(recruiter):
    address, data = opened(recruiter, ADVERT)
    recruiter.post(address, data)

    html = recruiter.get(paste(recruiter, ADVERT.replace("12 weeks", "16 weeks")).url).content.decode()

    assert "has the same title" in html
    assert "<del>" in html
    assert "<ins>" in html


def test_saving_twice_makes_one(recruiter):
    address, data = opened(recruiter, ADVERT)

    recruiter.post(address, data)
    recruiter.post(address, data)

    assert Posting.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Paste an advert or choose a file."),
        (" \n ", "Paste an advert or choose a file."),
        ("Flour, eggs and milk.", "not read like an advert"),
        ("é" * 100_001, "larger than 200 KB"),
        ("Intern\0", "Null characters"),
    ],
)
def test_what_is_no_advert_is_refused_beside_the_field(recruiter, text, words):
    response = paste(recruiter, text)

    assert words in str(response.context["form"].errors["text"])
    assert not ImportBatch.objects.exists()


def test_paste_is_kept_when_it_is_refused(recruiter):
    assert "Flour, eggs and milk." in paste(recruiter, "Flour, eggs and milk.").content.decode()


def test_huge_paste_is_kept_and_told_so(recruiter):
    """As large as the proxy lets through."""
    text = "Data Intern\n" + "We measure the wind. " * 250_000 + "the very end"

    page = paste(recruiter, text).content.decode()

    assert "larger than 200 KB. Paste the advert alone" in page
    assert "the very end</textarea>" in page


@pytest.mark.parametrize("name", ["advert.txt", "advert.md"])
def test_file_is_read(recruiter, name):
    file = SimpleUploadedFile(name, ADVERT.encode("utf-16"))

    address = recruiter.post(reverse(PASTE), {"files": [file]}).url

    assert "Data Analyst Intern" in recruiter.get(address).content.decode()


def test_binary_file_is_refused_by_name(recruiter):
    file = SimpleUploadedFile("photo.txt", bytes(range(256)) * 8)

    response = recruiter.post(reverse(PASTE), {"files": [file]})

    assert "photo.txt: This is not a text file." in response.content.decode()


def cut(client):
    """Paste two adverts in one text; return the batch."""
    response = paste(client, ADVERT + TAIL + OTHER)
    batch = ImportBatch.objects.get()
    assert response.url == reverse("admin:postings_posting_import_cuts", args=[batch.pk])
    return batch


def test_paste_of_two_is_cut_in_two_without_losing_a_letter(recruiter):
    batch = cut(recruiter)

    assert [text.text[:14] for text in batch.texts.all()] == ["Data Analyst I", "Sales Analyst "]
    assert "".join(text.text for text in batch.texts.all()) == ADVERT + TAIL + OTHER


def test_cuts_are_moved(recruiter):
    batch = cut(recruiter)
    at = ADVERT.index("Requirements")

    recruiter.post(reverse("admin:postings_posting_import_cuts", args=[batch.pk]), {"start": ["1:0", f"1:{at}"]})

    first, second = (text.text for text in batch.texts.all())
    assert first == ADVERT[:at]
    assert second == ADVERT[at:] + TAIL + OTHER


def test_what_is_the_same_for_all_is_marked_as_entered(recruiter):
    batch = cut(recruiter)
    sent = {"intake_year": "2027", "valid_through_day": "2027-03-01", "apply_url": "https://a.example/x"}
    recruiter.post(reverse("admin:postings_posting_import_same", args=[batch.pk]), sent)

    table = reverse("admin:postings_posting_import_table", args=[batch.pk])
    response = recruiter.post(table, follow=True)

    postings = Posting.objects.order_by("pk")
    assert [(each.intake_year, each.apply_url) for each in postings] == [(2027, "https://a.example/x")] * 2
    mark = "Entered, not read: intake year, closes, apply link."
    assert response.content.decode().count(mark) == 2
    assert mark in Version.objects.get_for_object(postings[0]).get().revision.comment


@pytest.mark.parametrize(("wins", "weeks"), [("", "AUD"), ("yes", "NZD")])
def test_text_is_kept_against_what_was_entered_unless_that_wins(recruiter, wins, weeks):
    batch = ImportBatch.objects.create(by_id=recruiter.session["_auth_user_id"])
    batch.take([("", f"{ADVERT}\nSalary: AUD 40 per hour\n", "")])
    sent = {"pay_min": "50", "pay_currency": "NZD", "pay_period": "day", "wins": wins}
    recruiter.post(reverse("admin:postings_posting_import_same", args=[batch.pk]), sent)

    recruiter.post(reverse("admin:postings_posting_import_table", args=[batch.pk]))

    assert Posting.objects.get().pay_currency == weeks
    assert "entered was" in batch.texts.get().remarks


def test_each_of_many_is_saved_or_not_by_itself(recruiter):
    batch = ImportBatch.objects.create(by_id=recruiter.session["_auth_user_id"])
    batch.take([("", ADVERT, ""), ("", "Flour, eggs and milk.", ""), ("", ADVERT, ""), ("", OTHER, "")])

    response = recruiter.post(reverse("admin:postings_posting_import_table", args=[batch.pk]), follow=True)

    html = response.content.decode()
    assert "4 of 4 done" in html
    assert "not read like an advert" in html
    assert html.count("Write it by hand") == 1
    assert f"{reverse('admin:postings_posting_changelist')}?watch=drafts" in html
    assert "Imported before, as" in html
    assert Posting.objects.filter(status=Status.DRAFT).count() == 2


def test_remarks_on_a_draft_that_was_deleted_are_told_once(recruiter):
    batch = ImportBatch.objects.create(by_id=recruiter.session["_auth_user_id"])
    batch.take([("", f"{ADVERT}\nBenefits\n- Skis\n", ""), ("", OTHER, "")])
    table = reverse("admin:postings_posting_import_table", args=[batch.pk])
    recruiter.post(table)
    said = recruiter.get(table).text.count("Skis")

    Posting.objects.all().delete()

    assert recruiter.get(table).text.count("Skis") == said > 0


def test_long_import_goes_on_where_it_stopped(recruiter, monkeypatch):
    monkeypatch.setattr("careers.recruiting.admin.imports.MOST_SECONDS", -1)
    batch = cut(recruiter)
    table = reverse("admin:postings_posting_import_table", args=[batch.pk])

    response = recruiter.post(table)

    assert response.url == f"{table}?going"
    assert "data-going" in recruiter.get(response.url).content.decode()
    assert Posting.objects.count() == 1


def test_batch_is_its_owners_alone(recruiter, as_role):
    batch = cut(recruiter)

    assert as_role("publisher").get(reverse("admin:postings_posting_import_table", args=[batch.pk])).status_code == 404


def test_old_batches_are_erased_and_their_drafts_stay(recruiter):
    address, data = opened(recruiter, ADVERT)
    recruiter.post(address, data)
    ImportBatch.objects.update(at=timezone.now() - timedelta(days=8))

    paste(recruiter, OTHER)

    assert ImportedText.objects.get().text == OTHER
    assert Posting.objects.count() == 1


def test_reading_writes_nothing(recruiter, queries):
    address = paste(recruiter, ADVERT).url

    statements = queries(lambda: recruiter.get(address))

    assert not [each for each in statements if each.split()[0] in {"INSERT", "UPDATE", "DELETE"}]


def test_pay_without_its_currency_waits_in_the_form(recruiter):
    text = ADVERT + "\nYou earn $32 to $34 per hour.\n"

    address, data = opened(recruiter, text)
    saved = recruiter.post(address, data)

    assert [data[name] for name in ("pay_min", "pay_max", "pay_currency", "pay_period")] == [
        ["32"],
        ["34"],
        [""],
        ["hour"],
    ]
    assert "Pay needs a currency and a period" in saved.content.decode()


def test_buttons_name_no_advert_among_the_cuts(recruiter):
    text = f"Apply now\nSave job\n\n{ADVERT}\n\n{OTHER}"

    html = recruiter.get(paste(recruiter, text).url).content.decode()

    assert "Data Analyst Intern" in html
    assert "Apply now ·" not in html
