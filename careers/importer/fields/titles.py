"""The title: labelled, on a line of its own, or in a sentence."""

import re
from collections.abc import Iterator
from functools import cache

from careers.importer.data import load

from .page import Fact, Page
from .words import one_of

WORD = re.compile(r"[^\W\d_]+")
NO_TITLE = re.compile(
    r"^(?:we|our|you|your|the team|this|as|about|join|apply|are|at|if|for|to|in|with|posted|why|what|who|how|do"
    r"|be|home|back|closing|salary|location|is|has|have|click|view|copyright|©|equal|welcome|by|all|please|when"
    r"|calling|an?|skip|it|there|graduates? (?:are|of|must|not)|share|image|photo|program(?:me)? dates?|students?"
    r" (?:in|from|of|who))\b|https?:|\w@\w",
    re.IGNORECASE,
)
IN_SENTENCE = re.compile(
    r"\b(?:(?:hiring|seeking|looking for|recruiting(?: for)?|search(?:ing)? for|need|opening for|applications"
    r" for(?: the)?(?: position of)?|position of|role of|welcome|wants?|as|appoint|hire|recruit|welcoming"
    r"|join (?:us|\w+|our team) as"
    r"|openings? (?:in|on) (?:its|our|the)|places? (?:in|on) (?:its|our|the)|opportunity for|offering|vacancy for"
    r"|accepting applications for)"
    r"(?: (?:an?|our|the|\d+|two|three|several|talented|motivated|passionate|enthusiastic|new|next))*|(?:The"
    r"|Our)) (?P<title>[A-Z][\w/&+#.()'-]*(?:,? (?:[A-Z][\w/&+#.()'-]*|of|and|in|for|&|-|–|/|\([^()\n]{2,40}\)))*)"
)
# What follows a title without being part of it.
BRACKET = re.compile(
    r"(?:20\d\d|BS|MS|PhD|Bachelor\w*|Masters?|remote|hybrid|on-?site|full[- ]time|part[- ]time|closed|expired"
    r"|[mwfd]/[mwfd]/[dxi*]|[mwf]/[mwf]|all genders?|gn|H/F|F/H|\d+(?: ?[-–] ?\d+)? ?%|unpaid|immediate|MBA"
    r"|undergraduate|postgraduate|BSc|MSc|contract|fixed[- ]term|\d+[- ](?:week|month)s?|paid|immediate start"
    r"|flexible|year[- ]round|(?:APS|EL|VPS|AO|HEW|grade|level|band)[ -]?\d{1,2}(?:[-–/]\d{1,2})?$"
    r"|summer|winter|spring|autumn|fall)(?!\w)",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"(?:\s*(?:[-–—|·,:/]|\bfor\b|\bin\b|\bat\b|@)?\s*"
    r"(?:(?:(?:early |mid[- ]?|late )?(?:summer|winter|spring|autumn|fall|january|february|march|april|may|june"
    r"|july|august|september|october|november|december"
    r"|q[1-4]|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
    r"|(?:batch|class|cohort|intake) of)\s*)?(?:20\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?)(?:\s*(?:start|intake"
    r"|cohort|season|summer|winter|entry"
    r"|program(?:me)?$))?"
    r"|(?:(?:req(?:uisition)?|job|ref|id|jr|r)?[ .#:-]*(?:id|no"
    r"|number)?[ .#:-]*(?:[A-Z]{0,4}-?)?\d{4,}(?:[-_]\d+)?)"
    r"|\d+ (?:positions?|openings?|places)|(?:[mwfd]/[mwfd]/[dxi*])|all genders|wanted|year[- ]round"
    r"|(?:band|grade) \d{1,2}|\(\s*\)"
    r"|(?:summer|winter|spring|autumn|fall)(?: (?:start|intake|term|break))?|(?:remote|hybrid|on-?site"
    r"|full[- ]time|part[- ]time|contract|fixed[- ]term|BS/MS|\d+[- ](?:weeks?|months?))|(?:BS|MS|PhD)(?:/(?:BS"
    r"|MS|PhD))+)\s*)$",
    re.IGNORECASE,
)
HEAD = re.compile(
    r"^(?:(?:job|job description|position|role|title|vacancy|hiring|now hiring|open role|careers?|opportunity"
    r"|subject|advertisement|join our team|we(?:'re| are)"
    r" hiring)\s*[:–—-]\s*(?:an?\s)?|(?:(?:summer|winter|spring|autumn"
    r"|fall)\s+)?20\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?\s*(?:[-–—:|]\s*)?(?:(?:start|intake)\s+)?(?:[-–—:|]\s*)?"
    r"|\[[^\]]{1,30}\]\s*|closed\s*[:–—-]\s*|\(closed\)\s*)",
    re.IGNORECASE,
)
# "Industrial Placement 2027/28 (Chemistry)" keeps its team, not its year.
YEAR_INSIDE = re.compile(
    r"\s*[-–—,]?\s+20\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?(?=\s(?:\([A-Z][^()]*\)|[-–—|] [A-Z][^\d|–—]*)$|: [A-Z][^:]*$)"
)
ANYBODY = re.compile(r"\s*\((?:[mwfdx]/){1,2}[mwfdxi*]\)", re.IGNORECASE)
# "Nursing Placement, Acme Vets. 20 days from June": what stands before the comma, where that is more than a word.
FIRST = re.compile(r"[^.!?,\n]{5,80}?(?<=\w) [^.!?,\n]{3,80}(?=, [^.!?\n]{3,60}\. \d)|[^.!?\n]{5,80}(?=\. [A-Z\d])")
PICTURE = re.compile(r"^[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f? ")
GREETING = re.compile(r"^(?:kia ora|hello|hi|hey|g'day|welcome)(?: \w+)?\s?!\s+(?=[A-Z])", re.IGNORECASE)
BEFORE_COMPANY = (" - ", " – ", " — ", " | ", ", ")
# So the page is called on which a programme stands.
PAGE = re.compile(r"\b(?:Programs|Programmes|Placements|Opportunities|Internships|Vacancies|Roles)$", re.I)
KIND_FIRST = re.compile(
    r"(?:Internship|Intern|Cadetship|Placement|Clerkship|Traineeship|internship)(?: Program(?:me)?)?(?: \([^()]*\))?"
    r"(?: 20\d\d(?:/\d\d)?)?: (?=[A-Z])"
)
SMALL = {"of", "and", "in", "for", "the", "with", "to", "or", "at", "on"}
AT_NAME = re.compile(
    r"\s+(?:in|with) (?:the|our) [A-Z][\w&' -]* (?:Lab|Laboratory|Group|Team|Department|Unit|Division)\b.*$"
    r"|(?<=\d),\s+(?:[A-Z][\w&.]+ ?){1,4}$|\s*(?:\bat\b|@|[|–—-])\s+(?:[A-Z][\w&.]+ ?){1,4}(?:Careers|Jobs)$|\s+(?:at"
    r"|@)\s+[A-Z][\w&.' -]{1,50}$"
)


@cache
def _roles() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    data = load("roles")
    return frozenset(data["nouns"].split()), frozenset(data["early"].split()), tuple(data["phrases"])


def names_role(words: str) -> bool:
    """Tell whether words name what one is or takes part in: an engineer, a clerkship."""
    nouns, _, phrases = _roles()
    found = [word.lower() for word in WORD.findall(words)]
    return any(word in nouns or word.removesuffix("s") in nouns for word in found) or any(
        phrase in " ".join(found) for phrase in phrases
    )


def is_early(words: str) -> bool:
    """Tell the title of an early career from a line that names a firm of lawyers or engineers."""
    lower = words.lower()
    return any(word in _roles()[1] for word in WORD.findall(lower)) or "co-op" in lower or "entry level" in lower


def titles(page: Page) -> Iterator[Fact]:
    """Yield the title: labelled, on a line of its own near the top, in a sentence, on a line further down."""
    for label in page.label("title"):
        below = "\n" in page.text[label.start : label.end]
        if len(label.value) <= 120 and (names_role(label.value) or not below) and (shaped := shape(label.value)):
            yield Fact("title", shaped, label.start, label.end)
    lower: list[Fact] = []
    for fact in _title_lines(page):
        if _rank(str(fact.value)):
            lower.append(fact)
        else:
            yield fact
    # Sorting is stable: of two lines of one rank, the upper one is the title.
    ranked = sorted(lower, key=lambda fact: _rank(str(fact.value)))
    yield from (fact for fact in ranked if _rank(str(fact.value)) < 2)
    for found in IN_SENTENCE.finditer(page.about_role[:6000]):
        words = re.split(r"\s+(?:to|who|in|for|at|and|-|–) (?=[a-z])|[.!]\s", found["title"])[0]
        words = re.sub(r"\s+(?:in|for|at|and|of)?$", "", words.strip(" .,;:-–"))
        if (
            names_role(words)
            and len(words.split()) > 1
            and not re.search(r"\b(?:Team|Group|Department|Program of)\b", words)
        ):
            yield Fact("title", shape(words), found.start("title"), found.start("title") + len(words))
    yield from ranked


def _rank(title: str) -> int:
    """Return 0 for "Summer Clerkship", 1 for "Research Officer", 2 for "Internship", which a card says of its"
    " type."""
    if len(title.split()) < 2 or PAGE.search(title):
        return 2
    return 0 if is_early(title) else 1


def _title_lines(page: Page) -> Iterator[Fact]:
    pieces = [
        piece
        for piece in page.pieces
        if (not piece.heading or piece.kind == "other")
        and piece.kind not in {"noise", "diversity", "privacy", "benefits", "minimum", "preferred"}
    ]
    for number, piece in enumerate(pieces[:25]):
        if (piece.kind != "opening" and number > 3) or any(
            label.start <= piece.start < label.end for label in page.labels
        ):
            continue
        line = page.text[piece.start : piece.end].strip()
        if not number and (first := FIRST.match(line)) and is_early(first[0]) and is_title(first[0]):
            yield Fact("title", shape(first[0]), piece.start, piece.start + first.end())
        for cell in re.split(r"\s(?:\|{1,2}|[·•])\s| {3,}", line):
            if is_title(cell):
                yield Fact("title", shape(cell), piece.start, piece.end)
                break


def is_title(line: str) -> bool:
    words = line.split()
    if (
        not 1 <= len(words) <= 16
        or len(line) > 120
        or line.endswith((".", "!", "?", ":", ","))
        or NO_TITLE.search(line)
    ):
        return False
    shaped = shape(line)
    small = SMALL | _roles()[1] if shaped[:1].isupper() else SMALL
    capital = [word for word in shaped.split() if word[0].isalpha() and word not in small]
    return (
        bool(names_role(shaped))
        and ": " not in KIND_FIRST.sub("", shaped)
        and sum(word[0].isupper() for word in capital) >= len(capital) * (0.6 if is_early(shaped) else 0.7)
        and not line.startswith(("-", "*", "•"))
    )


@cache
def _places() -> "re.Pattern[str]":
    places = load("places")
    names = [
        *places["cities"],
        *places["other_names"],
        *(city for cities in places["cities"].values() for city in cities),
        "NSW",
        "VIC",
        "QLD",
        "WA",
        "SA",
        "ACT",
        "TAS",
    ]
    name = one_of(names)
    return re.compile(
        rf"\s*(?:[-–—|·,/&]|\bin\b|\bor\b|\band\b)\s*(?:the )?(?:{name})$|\s*\((?:{name})(?:[,/ ]+(?:or |and |&"
        rf" )?(?:{name}))*\)$|^(?:{name})\s*[-–—|:]\s*"
    )


def shape(title: str) -> str:
    """Return a title without year, season, level, place and way of working; a bracketed team stays."""
    title = PICTURE.sub("", " ".join(title.split()).strip(" -–—|:·,#*\"'"))
    title = AT_NAME.sub("", GREETING.sub("", YEAR_INSIDE.sub("", ANYBODY.sub("", title) if "/" in title else title)))
    title = _calmed(title) if title.isupper() and " " in title else title
    for _ in range(8):
        shorter = _without_tail(HEAD.sub("", _places().sub("", title), count=1)).strip(" -–—|:·,/")
        if shorter == title or not names_role(shorter):
            break
        title = shorter
    # Behind the brackets that went, "at Acme" may stand last now.
    return AT_NAME.sub("", title) if " at " in title or "@" in title else title


def without_company(title: str, company: str) -> str:
    """Return a title without the name of the company before or behind it."""
    head, mark, tail = next((found for mark in BEFORE_COMPANY if (found := title.rpartition(mark))[1]), ("", "", ""))
    if mark and tail == company and names_role(head):
        return shape(head)
    rest = title.removeprefix(f"{company} ").lstrip("-–—|: ")
    return rest if is_early(rest) and " " in rest else title


def _without_tail(title: str) -> str:
    """Return a title without a year, a season, a number or brackets with such behind it."""
    if title.endswith(")"):
        at = title.rfind("(")
        inner = title[at + 1 : -1]
        if at > 0 and (
            not inner.strip() or any(BRACKET.match(inner, word.start()) for word in re.finditer(r"(?<!\w)\w", inner))
        ):
            return title[:at]
    return TAIL.sub("", title, count=1)


def _calmed(title: str) -> str:
    """Return a title in capitals as titles are written; what may be an acronym stays."""
    words = title.split()
    return " ".join(
        word.lower() if word.lower() in SMALL else word if len(word) < 4 else word.capitalize() for word in words
    )
