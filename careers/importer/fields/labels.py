"""Values behind a label: `Location: Sydney`, a card of cells, a label glued to its value or on the line before."""

import re
from collections.abc import Iterator

from .page import Fact

LABELS = {
    "title": r"(?:job|position|role|vacancy|posting) ?(?:title|name)|position|role|title|vacancy|job",
    "company": r"company(?: name)?|employer|organi[sz]ation|advertiser|hiring (?:company|organi[sz]ation)|agency"
        r"|firm",
    "team": r"team|department|division|business unit|function|faculty|directorate|branch|practice|squad|business"
        r" area|team ?/ ?department",
    "location": r"(?:job |work |primary |office |role )?locations?(?:\(s\))?|city|cities|office|place of work"
        r"|workplace|where|location ?/ ?office",
    "country": r"country",
    "employment": r"(?:employment|job|work|contract|position|role) ?(?:type|status|basis|category)|type(?: of"
        r" (?:employment|role|contract|work))?|contract|employment|engagement|time type|commitment",
    "mode": r"(?:work(?:place|ing)?|remote) ?(?:mode|model|arrangements?|style|pattern|setting|policy|location"
        r" type|setup)|location type|arrangement|remote|flexibility",
    "start": r"(?:earliest |anticipated |expected |proposed |target |likely |programme? |internship"
        r" )?start(?:ing)?(?: dates?| month)?|commencement(?: date)?|commencing|commences|starts|begins|begin"
        r" date|available from|program(?:me)? starts?",
    "duration": r"(?:programme? |internship |contract |placement |expected )?(?:duration|length)|term|contract"
        r" term|length of (?:internship|placement|contract|programme?)",
    "salary": r"(?:base |annual |starting |total )?(?:salary|pay|compensation|remuneration|stipend|wage|pay rate"
        r"|hourly rate)(?: (?:range|rate|band|package|per \w+))?|rate",
    "closing": r"clos(?:ing|es)(?: date)?|applications? clos(?:e|es|ing)(?: date| on)?|(?:application )?deadline"
        r"|apply (?:by|before)|expir(?:y|es)(?: date| on)?|close date|date closing|applications? due|valid through",
    "posted": r"(?:date )?(?:posted|published|listed|updated|advertised)(?: on| date)?|date|last updated|opening"
        r" date|applications? open",
    "intake": r"intake|cohort|(?:programme?|intake) year|season|recruiting year",
    "requisition": r"(?:job|req(?:uisition)?|posting|reference|vacancy|position|role)[ -]?(?:id|no|number|code|#"
        r"|ref(?:erence)?)\.?|ref(?:erence)?|req|job ref|r-number|id",
    "hours": r"(?:working |weekly )?hours(?: (?:per|a) week)?|work schedule|schedule|days(?: (?:per|a) week)?"
        r"|workload",
    "level": r"degrees?|education(?: level)?|(?:degree|qualification|study) levels?|level of study|student level"
        r"|academic level|experience level|seniority(?: level)?|career level",
    "field": r"disciplines?|majors?|(?:fields?|areas?) of study|study (?:fields?|areas?)|degrees? in|preferred"
        r" majors|eligible (?:degrees|disciplines|majors)",
    "graduation": r"(?:expected |anticipated )?graduat(?:ion|ing)(?: date| year| window)?|expected completion"
        r"|completion date",
    "email": r"e-?mail|contact(?: e-?mail)?|enquiries|recruiter|contact person",
    "industry": r"industry|sector|category|job (?:category|function|family)|classification|website|url|slug"
        r"|layout|source|tags?|keywords|reports to|reporting to|supervisor|places|vacancies|number of"
        r" (?:positions|openings|places)|openings|sponsorship|visa(?: sponsorship)?|work rights|company size"
        r"|languages?|author|description|rating",
}  # fmt: skip
FORMS = {name: re.compile(forms, re.IGNORECASE) for name, forms in LABELS.items()}
LEAD = re.compile(r"[\s\-*•·▪►✓#📍💼🗓💰🕒⏰🏢🌏🎓📅]*")
SEPARATOR = re.compile(r"\s*(?::(?!//)|\s[-–—=]\s|\t| {3,})\s*")
CELL = re.compile(r"[^|·•\n]+")
# Glued to their value ("LocationSydney") these are labels; others also start ordinary words.
GLUED = {
    "location",
    "company",
    "team",
    "employment",
    "start",
    "duration",
    "salary",
    "closing",
    "posted",
    "requisition",
    "mode",
    "industry",
}
LONGEST = 160


def read_labels(text: str) -> tuple[Fact, ...]:
    """Return the labelled values with the span of label and value; longer values than a line's are prose."""
    cells = [found for found in CELL.finditer(text) if found[0].strip()]
    return tuple(fact for at, cell in enumerate(cells) for fact in _of_cell(text, cells, at, cell))


def _of_cell(text: str, cells: "list[re.Match[str]]", at: int, cell: "re.Match[str]") -> Iterator[Fact]:
    line = cell[0]
    start = LEAD.match(line).end()  # type: ignore[union-attr]
    name, end = _label(line, start) if start < len(line) and line[start].isalpha() else ("", 0)
    if not name:
        return
    rest = line[end:]
    after = SEPARATOR.match(rest)
    if not rest.strip(" :"):
        yield from _below(text, cells, at, cell, name)
    elif after and len(rest) <= LONGEST and rest[after.end() :].strip():
        yield _fact(name, rest[after.end() :], cell.start() + start, cell.end())
    elif name in GLUED and line[start].isupper() and re.match(r"[A-Z][a-z]|\d", rest) and len(rest) <= 80:
        yield _fact(name, rest, cell.start() + start, cell.end())


def _label(line: str, start: int) -> tuple[str, int]:
    """Return the name and the end of the longest label here that ends where a word does or a capital is glued to it."""
    found = [(each.end(), name) for name, forms in FORMS.items() if (each := forms.match(line, start, start + 40))]
    end, name = max((each for each in found if not line[each[0] : each[0] + 1].islower()), default=(0, ""))
    return name, end


def _below(text: str, cells: "list[re.Match[str]]", at: int, cell: "re.Match[str]", name: str) -> Iterator[Fact]:
    """Yield the value that stands on the line under its label, as flattened cards have it."""
    label = cell[0].strip(" :-*•")
    following = cells[at + 1] if at + 1 < len(cells) else None
    if not following or not label[:1].isupper() or name in {"field", "level", "graduation", "title"}:
        return
    value = following[0].strip()
    gap = text[cell.end() : following.start()]
    near = "\n" in gap and gap.count("\n") <= 2
    is_value = len(value) <= 60 and not value.endswith((".", ":")) and not re.match(r"[-*•]", value)
    if near and is_value and _label(value, 0)[1] != len(value):
        yield _fact(name, value, cell.start(), following.end())


def _fact(name: str, value: str, start: int, end: int) -> Fact:
    return Fact(name, value.strip().strip("\"'").strip(), start, end)
