"""More than the site takes at once: the page says what to do, and what a form can keep it keeps."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

pytestmark = pytest.mark.django_db
PASTE = "admin:importer_importrun_add"
MEGABYTE = 1024 * 1024


@pytest.mark.parametrize(
    "data",
    [
        {"text": "x" * 7 * MEGABYTE},
        {f"field{number}": "x" for number in range(5_001)},
        {"files": [SimpleUploadedFile(f"{number}.txt", b"x") for number in range(101)]},
    ],
    ids=["bytes", "fields", "files"],
)
@pytest.mark.parametrize("path", ["/accounts/login/", "/alerts/sign-ups/"])
def test_too_much_is_told_so(client, path, data):
    answer = client.post(path, data)

    assert answer.status_code == 413
    assert "in smaller parts" in answer.text


def test_request_that_cannot_be_read_is_told_so(client, error_pages):
    assert "can’t be read" in client.get("/errors/400/").text
