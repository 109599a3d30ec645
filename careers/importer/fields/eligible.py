"""Which years of study and which rights to work an advert accepts; where it does not say so plainly, nothing."""

import re
from collections.abc import Iterator

from . import study
from .disciplines import known
from .page import Fact, Page, facts, matches, sentence

ORDINALS = {
    "penultimate": r"pen[- ]?ultimate|second[- ](?:to[- ])?last|next to last|pre-?final",
    "first": r"first|1st",
    "second": r"second|2nd",
    "third": r"third|3rd",
    "fourth": r"fourth|4th",
    "final": r"final|last",
}
YEARS = ("first", "second", "third", "fourth", "penultimate", "final")
ORDINAL = rf"(?:{'|'.join(ORDINALS.values())})"
LISTED = re.compile(
    rf"\b{ORDINAL}(?:[- ]years?)?(?:(?:,? (?:or|and|to) |, ?|\s?[/–-]\s?){ORDINAL}(?:[- ]years?)?)*(?<=year|ears)\b"
    rf"(?! project|,? or (?:an? )?honou?rs\b)|\bpen[- ]?ultimate\b",
    re.IGNORECASE,
)
ONE = re.compile(rf"\b(?:{'|'.join(f'(?P<{year}>{form})' for year, form in ORDINALS.items())})\b", re.IGNORECASE)
RANGE = re.compile(r"\s?(?:to|–|-)\s?", re.IGNORECASE)
# "Third year or later": students of long degrees count from the front, those in their last years from the end.
OR_LATER = re.compile(
    r"[^.;,]{0,20}\b(?:or (?:above|later|higher|beyond|more)|and (?:above|up|over|beyond)|onwards?)\b", re.IGNORECASE
)
AT_LEAST = re.compile(
    r"\b(?:at least|no earlier than|minimum(?: of)?)\W*(?:in |your |their |the |an? )*$", re.IGNORECASE
)
PAST = re.compile(r"\b(?:within|over|during|since|in|for) (?:the |this )?$", re.IGNORECASE)
OF_STUDY = re.compile(r"\b(?:stud(?:y|ies|ying|ents?)|degree|universit|enrol|undergraduate|bachelor|master)", re.I)

PERMANENT = r"|\b[Pp]ermanent work(?:ing)? rights\b"
ANY_VISA = (
    r"|\b(?:valid|appropriate|suitable) visas?\b"
    r"|\bvisas? (?:allowing|with (?:\w+ )?work|that (?:allows?|lets?|permits?)|permitting|entitling)"
)
RIGHTS = {
    "citizen": rf"\b(?:citizenship(?! status)|(?:[A-Z]\w+|an?|or|be|and|\(|[:;,]) ?[Cc]itizens?)\b"
    r"(?! (?:residing|living) (?:abroad|overseas))"
    rf"|\bCitizens?(?=,| and| or|/){PERMANENT}",
    "resident": rf"\b(?:[Pp]ermanent [Rr]esiden(?:ts?|cy)|PRs?(?: status)?|(?<=[Cc]itizen or )residents?"
    rf"|(?<=[Cc]itizens or )residents?)\b{PERMANENT}",
    "student-visa": r"\b[Ss]tudent visas?\b"
    r"|\b[Ii]nternational students (?:are (?:also )?|may |can )(?:welcome|eligible|apply)"
    rf"|(?<=residents)(?:,|,? and|,? or) international students{ANY_VISA}",
    "other-visa": rf"\b(?:working holiday|temporary|bridging|graduate|another|other|work) visas?\b{ANY_VISA}",
}
RIGHT_FORMS = {kind: re.compile(form) for kind, form in RIGHTS.items()}
RIGHT_WORDS = ("citizen", "residen", "pr", "visa", "permanent", "international")
NO_RIGHT = re.compile(
    r"\b(?:not|no|cannot|can't|except|excluding|unable|regardless|irrespective|without regard)\b[^.;]{0,50}$"
    r"|\b(?:global|corporate|digital|senior|good) $",
    re.I,
)
# A bare "PR" is public relations unless citizens or rights are spoken of.
OF_RIGHTS = re.compile(r"[Cc]itizen|[Vv]isa|rights? |[Rr]esiden")


def study_years(page: Page) -> Iterator[Fact]:
    text = study.demands(page)
    listed = (each for each in matches(LISTED, text, "year", "ultimate") if not _is_past(text, each))
    found = [each for each in listed if "ultimate" in each[0].lower() or _is_of_study(text, each)]
    named = {year for each in found for year in _years(text, each)}
    names = tuple(year for year in YEARS if year in named)
    yield from (facts("study_years", text, each, names) for each in found)


def _is_past(text: str, found: "re.Match[str]") -> bool:
    """Tell "within the last year" from the last year of a degree."""
    return found[0].lower() == "last year" and bool(PAST.search(text, max(0, found.start() - 20), found.start()))


def _is_of_study(text: str, found: "re.Match[str]") -> bool:
    """Tell it by words around it, or by a field that one studies: "the last year of mechatronics"."""
    behind = text[found.end() + 4 : found.end() + 60] if text.startswith(" of ", found.end()) else ""
    return bool(OF_STUDY.search(_around(text, found))) or any(start == 0 for start, _, _ in known(behind))


def _around(text: str, found: "re.Match[str]") -> str:
    return text[slice(*sentence(text, *found.span()))]


def _years(text: str, found: "re.Match[str]") -> Iterator[str]:
    """Yield the years that "second or third year", "first to third year" and "third year or later" accept."""
    ones = list(ONE.finditer(found[0]))
    for one, after in zip(ones, [*ones[1:], None], strict=True):
        yield str(one.lastgroup)
        if after and RANGE.fullmatch(found[0][one.end() : after.start()]):
            yield from YEARS[YEARS.index(str(one.lastgroup)) : YEARS.index(str(after.lastgroup))]
    later = OR_LATER.match(text, found.end()) or AT_LEAST.search(text[max(0, found.start() - 40) : found.start()])
    if later:
        yield from YEARS[YEARS.index(str(ones[-1].lastgroup)) :]


def work_rights(page: Page) -> Iterator[Fact]:
    """Yield the kinds that are named as accepted, one list for each place they are named at."""
    text = page.about_role
    found = [(kind, each) for kind, form in RIGHT_FORMS.items() for each in matches(form, text, *RIGHT_WORDS)]
    kept = [(kind, each) for kind, each in found if _is_accepted(text, each)]
    named = {kind for kind, _ in kept}
    if named and not named & {"citizen", "resident"}:
        # Who takes holders of a visa takes those who need none.
        named |= {"citizen", "resident"}
    names = tuple(kind for kind in RIGHTS if kind in named)
    yield from (facts("work_rights", text, each, names) for _, each in kept)


def _is_accepted(text: str, found: "re.Match[str]") -> bool:
    if found[0] in {"PR", "PRs"} and not OF_RIGHTS.search(_around(text, found)):
        return False
    return not NO_RIGHT.search(text[max(0, found.start() - 60) : found.start()])
