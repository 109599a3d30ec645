"""What a list section is made of: its lines, and the items they become."""

import re
from dataclasses import dataclass

MARK = re.compile(
    r"\s*(?:[-–—*•·▪◦‣►▶✓✔✅●○■□→➢❖・]+\s*|[\u2600-\u27bf\U0001f300-\U0001faff]+\ufe0f?\s*|\(?\d{1,2}[.)]\s+"
    r"|\d{1,2}\.\d{1,2}\.?\s+(?!C?GPA|WAM)(?=[A-Z\d])|\(?(?:[a-z]"
    r"|[ivx]{2,4})\)\s+|[ivx]{1,4}\.\s+(?=[A-Z])|[A-Z]{1,2}\d{1,2}[.):]\s+(?=[A-Z])|o\s+(?=[A-Z])"
    r"|[^\w\s\"'(\[$£€¥₹#+.,;:&/]{1,2}\s+)(?=\S)"
)


@dataclass(frozen=True)
class Item:
    """One item as listed, without its mark; `group` is the label that stands over it."""

    kind: str
    text: str
    start: int
    end: int
    group: str = ""


@dataclass(frozen=True)
class Row:
    start: int
    end: int
    marked: bool
    text: str
    indent: int
    after_blank: bool


def body_of(row: Row) -> str:
    found = MARK.match(row.text)
    return row.text[found.end() :] if found else row.text
