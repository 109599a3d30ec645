"""Pictures and videos of teams and of the organisation: what is uploaded is never what is served."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from careers.postings.models import Edition, Picture, Video
from careers.postings.pictures import MOST_BYTES, NotAPicture, make
from tests.factories import make_team


def photo(width=2000, height=1000, kind="JPEG", **options):
    target = BytesIO()
    Image.new("RGB", (width, height), "#1c5a45").save(target, kind, **options)
    return target.getvalue()


def opened(content):
    return Image.open(BytesIO(content))


def test_photo_becomes_webp_in_three_widths():
    made = make(photo())

    assert sorted(made.renditions) == [480, 960, 1440]
    assert (made.width, made.height) == (1440, 720)
    assert {opened(content).format for content in made.renditions.values()} == {"WEBP"}


def test_small_picture_is_not_blown_up():
    assert sorted(make(photo(300, 200)).renditions) == [300]


def test_what_the_camera_noted_is_left_out_and_the_picture_turned_upright():
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera of Rae"

    (content,) = make(photo(400, 200, exif=exif)).renditions.values()

    assert opened(content).size == (200, 400)
    assert b"Camera of Rae" not in content


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", photo()[:500]])
def test_what_is_no_picture_is_refused(content):
    with pytest.raises(NotAPicture, match="Upload a JPEG, PNG or WebP"):
        make(content)


def test_large_file_is_refused():
    with pytest.raises(NotAPicture, match="at most 5 MB"):
        make(b"x" * (MOST_BYTES + 1))


def test_small_file_with_too_many_pixels_is_refused():
    with pytest.raises(NotAPicture, match="40 megapixels"):
        make(photo(9000, 9000, "PNG"))


def upload(desk, content=None, **facts):
    file = SimpleUploadedFile("photo.jpg", photo() if content is None else content, "image/jpeg")
    data = {"upload": file, "alt": "Two engineers at a whiteboard", "order": 0, "team": "", **facts}
    return desk.post("/admin/postings/picture/add/", data)


def test_uploaded_picture_stands_on_the_page_of_its_team(desk, client):
    team = make_team(introduction="Hello")
    upload(desk, team=team.pk)

    html = client.get(team.get_absolute_url()).content.decode()
    picture = Picture.objects.get()

    assert 'alt="Two engineers at a whiteboard"' in html
    assert f"/pictures/{picture.digest}-480.webp 480w" in html
    assert 'width="1440" height="720"' in html
    assert 'loading="lazy"' in html


def test_picture_without_team_stands_on_about(desk, client):
    upload(desk)

    assert "Two engineers" in client.get("/about/").content.decode()
    assert "Two engineers" not in client.get(make_team().get_absolute_url()).content.decode()


def test_picture_is_served_as_it_was_made_and_kept_for_good(desk, client):
    upload(desk)
    picture = Picture.objects.get()

    answer = client.get(picture.address(960))

    assert opened(answer.content).size == (960, 480)
    assert answer["Content-Type"] == "image/webp"
    assert "immutable" in answer["Cache-Control"]
    assert client.get(picture.address(961)).status_code == 404


def test_picture_without_description_is_refused_and_says_why(desk):
    answer = upload(desk, alt="")

    assert "alt" in answer.context["adminform"].form.errors
    assert not Picture.objects.exists()


def test_file_that_is_no_picture_is_refused_beside_its_field(desk):
    answer = upload(desk, content=b"%PDF-1.7")

    assert "Upload a JPEG, PNG or WebP" in answer.context["adminform"].form.errors["upload"][0]


def test_picture_keeps_its_bytes_when_only_words_change(desk, client):
    upload(desk)
    picture = Picture.objects.get()

    page = desk.get(f"/admin/postings/picture/{picture.pk}/change/")
    data = {"alt": "Three engineers", "order": 0, "team": "", "opened": page.context["adminform"].form.opened
            if hasattr(page.context["adminform"].form, "opened") else ""}  # fmt: skip
    desk.post(f"/admin/postings/picture/{picture.pk}/change/", data)

    assert client.get(picture.address(480)).status_code == 200


def test_new_picture_raises_the_edition(desk):
    before = Edition.objects.current()

    upload(desk)

    assert Edition.objects.current() != before


def test_video_is_a_link_with_a_transcript(client, db):
    team = make_team()
    Video.objects.create(
        team=team, title="A day", url="https://video.example.org/1", minutes=2, transcript="We meet at nine."
    )

    html = client.get(team.get_absolute_url()).content.decode()

    assert 'href="https://video.example.org/1"' in html
    assert "We meet at nine." in html
    assert "2 minutes, on video.example.org" in html
    assert "<iframe" not in html


def test_recruiters_may_keep_pictures_and_videos(as_role):
    client = as_role("recruiter")

    assert [client.get(f"/admin/postings/{model}/add/").status_code for model in ("picture", "video")] == [200, 200]
