"""The team: labelled, in brackets of the title, on a line of the header, or named with the word team."""

import re
from collections.abc import Iterator

from .names import CELL, UNIT
from .page import ABOUT_OTHERS, Fact, Page, matches
from .place import cities
from .titles import is_early

TEAM = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|in|leading|[Jj]oin(?:ing)?|[Ww]ithin|of|with|[A-Z][\w.&]{1,40}'s)"
    r" (?P<name>[A-Z][\w&/+-]*(?:,? (?:(?:and|of|&|the) )?[A-Z][\w&/+-]*){0,4}) (?:[Tt]eam|[Dd]epartment"
    r"|[Dd]ivision|[Gg]roup|[Ss]quad|[Dd]irectorate)\b"
    r"|\b(?:[Ff]or|[Ww]ithin|[Jj]oin(?:ing)?|[Ii]n) (?:the|our) (?P<lower>[a-z][\w&/-]*(?: (?:and"
    r" )?[a-z][\w&/-]*){1,3}) team\b"
)
TEAM_WORDS = ("team", "department", "division", "group", "squad", "directorate")
NO_TEAM = re.compile(
    r"\b(?:whole|wider|entire|right|same|global|local|growing|talented|people|friendly|small|hiring|recruiting"
    r"|recruitment|talent|dynamic|diverse|leadership|management|great|amazing|passionate|broader|supportive"
    r"|close-knit|best|new|rest|our|early|careers?|cross-functional|collaborative|high-performing|of|executive"
    r"|other|internal|experienced|world-class|dedicated|product and engineering)\b",
    re.IGNORECASE,
)
CARD = re.compile(
    r"\b(?:full|part)[- ]?time|intern(?:ship)?|contract|permanent|temporary|hybrid|remote|on-?site"
    r"|fixed\b",
    re.IGNORECASE,
)
REGIONS = {"AMER", "ANZ", "APAC", "APJ", "ASEAN", "DACH", "EMEA", "JAPAC", "LATAM", "NORDICS"}


def teams(page: Page, title: Fact | None, company: str | None) -> Iterator[Fact]:
    """Yield the team: labelled, in brackets of the title, on a line of the header, or named with the word team."""
    for label in page.label("team", "organisation"):
        other = label.name == "team" or (company and company not in label.value and label.value not in company)
        if len(label.value) <= 80 and other:
            yield Fact("team_or_department", label.value.rstrip("."), label.start, label.end)
    found = re.search(r"\(([A-Z][^()]{2,50})\)\s*$", str(title.value)) if title else None
    if title and found and not is_early(found[1]) and found[1] not in REGIONS:
        yield Fact("team_or_department", found[1], title.start, title.end)
    yield from _units(page, company)
    said = [each for each in matches(TEAM, page.text, *TEAM_WORDS) if page.kind_at(each.start()) not in ABOUT_OTHERS]
    for found in sorted(said, key=lambda each: not each["name"]):
        name = found["name"] or found["lower"]
        if not NO_TEAM.search(name) and name != company and name not in {"Team", "About"}:
            yield Fact("team_or_department", name, *found.span("name" if found["name"] else "lower"))


def _units(page: Page, company: str | None) -> Iterator[Fact]:
    """Yield "Grants and Evaluation Branch" of the first lines, and the part of a card whose cells end with a slash."""
    lines = [piece for piece in page.pieces if piece.kind == "opening"][:12]
    for piece in lines:
        line = page.text[piece.start : piece.end]
        for cell in CELL.finditer(line) if len(line) <= 120 else ():
            words = cell[0].strip(" -–—")
            if UNIT.search(words) and words != company and len(words.split()) <= 7 and words[0].isupper():
                yield Fact("team_or_department", words, piece.start, piece.end)
    slashed = [piece for piece in lines if page.text[piece.start : piece.end].rstrip().endswith(" /")]
    for piece in slashed if len(slashed) > 1 else ():
        words = page.text[piece.start : piece.end].strip(" /")
        if not words.startswith(tuple(cities())) and not CARD.search(words):
            yield Fact("team_or_department", words, piece.start, piece.end)
