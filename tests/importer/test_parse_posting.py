"""The command: several files, any encoding, one object a line, and what cannot be read is said without a stop."""

import json

import pytest
from django.core.management import CommandError, call_command

ADVERT = """Café Data Intern
Nîmes Analytics, Sydney, Australia

What you’ll do
• Clean the data of 40 cafés
• Draw charts – and explain them

Requirements
• You study Statistics
• R or Python

Pay: £15 per hour
"""
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
REFUSED = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\r\n ", "empty"),
    "binary.txt": (bytes(range(256)) * 4, "not a text file"),
    "large.txt": (b"a b\n" * 60_000, "too large"),
    "huge.txt": (b"a b\n" * 600_000, "too large"),
    "prose.txt": (b"It was a dark and stormy night. The rain fell in torrents.", "not read like an advert"),
}


def printed(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def written(folder, name, content):
    path = folder / name
    path.write_bytes(content)
    return str(path)


def test_record_is_the_same_in_every_encoding_and_with_any_line_ends(tmp_path, capsys):
    texts = [ADVERT, ADVERT.replace("\n", "\r\n")]
    paths = [
        written(tmp_path, f"{number}-{encoding}.txt", text.encode(encoding))
        for number, text in enumerate(texts)
        for encoding in ENCODINGS
    ]

    call_command("parse_posting", *paths)

    records = printed(capsys)
    assert [record["file"] for record in records] == paths
    assert len({json.dumps({**record, "file": ""}) for record in records}) == 1
    assert records[0]["responsibilities"] == ["Clean the data of 40 cafés", "Draw charts – and explain them"]
    assert records[0]["salary"] == {"min": 15, "max": 15, "currency": "GBP", "period": "hour"}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_advert_is_named_and_the_others_are_printed(tmp_path, capsys, name):
    content, reason = REFUSED[name]
    paths = [written(tmp_path, "one.txt", ADVERT.encode()), written(tmp_path, name, content)]
    paths.append(written(tmp_path, "two.txt", ADVERT.encode()))

    with pytest.raises(CommandError, match=name):
        call_command("parse_posting", *paths)

    said = capsys.readouterr()
    assert [json.loads(line)["file"] for line in said.out.splitlines()] == [paths[0], paths[2]]
    assert reason in said.err
    assert name in said.err


def test_a_file_that_is_missing_is_named(tmp_path, capsys):
    with pytest.raises(CommandError):
        call_command("parse_posting", str(tmp_path / "nowhere.txt"), str(tmp_path))

    said = capsys.readouterr()
    assert "nowhere.txt" in said.err
    assert not said.out
