"""Title and kind of employment."""

import re
from collections.abc import Iterator
from functools import cache

from careers.importer.data import load

from .page import Fact, Page, facts

NOUN = re.compile(
    r"\b(?:interns?|internships?|engineers?|developers?|analysts?|graduates?|trainees?|scientists?|designers?"
    r"|managers?|officers?|assistants?|associates?|consultants?"
    r"|researchers?|programmers?|architects?|administrators?|coordinators?|specialists?|accountants?|auditors?"
    r"|lawyers?|clerks?|clerkships?|nurses?|teachers?|technicians?"
    r"|apprentices?|apprenticeships?|cadets?|cadetships?|program(?:me)?|advisers?|advisors?|editors?|writers?"
    r"|journalists?|planners?|vacationers?|vacation work|placements?"
    r"|representatives?|strategists?|tutors?|operators?|co-?op|fellows?|fellowships?|traineeships?|scholars?"
    r"|students?|actuary|economists?|geologists?|surveyors?|pharmacists?"
    r"|physiotherapists?|psychologists?|biologists?|chemists?|paralegals?|producers?|animators?|artists?|buyers?"
    r"|chefs?|barista|lead|recruiters?|marketer|copywriters?|photographers?|traders?|underwriters?|statisticians?"
    r"|testers?|werkstudent|working student|contributors?|ambassadors?|clinicians?|librarians?|curators?"
    r"|agronomists?|hydrologists?|stage)\b",
    re.IGNORECASE,
)
NO_TITLE = re.compile(
    r"^(?:we|our|you|your|the team|this|as|about|join|apply|are|at|if|for|to|in|with|posted|why|what|who|how|do"
    r"|be|home|back|closing|salary|location|is|has|have|click|view|copyright|©|equal|welcome|by|all|please|when"
    r"|calling|an?|skip|it|there|graduates? (?:are|of|must|not)|share|image|photo|program(?:me)? dates?|students?"
    r" (?:in|from|of|who))\b|https?:|@",
    re.IGNORECASE,
)
IN_SENTENCE = re.compile(
    r"\b(?:(?:hiring|seeking|looking for|recruiting(?: for)?|search(?:ing)? for|need|opening for|applications"
    r" for(?: the)?(?: position of)?|position of|role of|welcome|wants?|as|join (?:us|\w+|our team) as"
    r"|opportunity for|offering|vacancy for|accepting applications for)"
    r"(?: (?:an?|our|the|\d+|two|three|several|talented|motivated|passionate|enthusiastic|new|next))*|(?:The"
    r"|Our)) (?P<title>[A-Z][\w/&+#.()'-]*(?:,? (?:[A-Z][\w/&+#.()'-]*|of|and|in|for|&|-|–|/|\([^()\n]{2,40}\)))*)"
)
# What follows a title without being part of it.
TAIL = re.compile(
    r"(?:\s*(?:[-–—|·,:/]|\bfor\b|\bin\b|\bat\b|@)?\s*(?:\((?:[^()]*\b(?:20\d\d|BS|MS|PhD|Bachelor\w*|Masters?"
    r"|remote|hybrid|on-?site|full[- ]time|part[- ]time|closed|expired|m/f/[dx]|f/m/[dx]|[mwf]/[mwf]/[dx]|all"
    r" genders|H/F|contract|fixed[- ]term|\d+[- ](?:week|month)s?|paid|immediate start|flexible|summer|winter"
    r"|spring|autumn|fall)\b[^()]*)\)"
    r"|(?:(?:early |mid[- ]?|late )?(?:summer|winter|spring|autumn|fall|january|february|march|april|may|june"
    r"|july|august|september|october|november|december"
    r"|q[1-4])\s*)?(?:20\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?)(?:\s*(?:start|intake|cohort|season|summer|winter))?"
    r"|(?:summer|winter|spring|autumn|fall)(?: (?:start|intake|term|break))?|(?:remote|hybrid|on-?site"
    r"|full[- ]time|part[- ]time|contract|fixed[- ]term|BS/MS|\d+[- ](?:weeks?|months?))|(?:BS|MS|PhD)(?:/(?:BS"
    r"|MS|PhD))+)\s*)$",
    re.IGNORECASE,
)
HEAD = re.compile(
    r"^(?:(?:job|position|role|title|vacancy|hiring|now hiring|open role|careers?|opportunity|we(?:'re| are)"
    r" hiring)\s*[:–—-]\s*(?:an?\s)?|(?:(?:summer|winter|spring|autumn"
    r"|fall)\s+)?20\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?\s*(?:[-–—:|]\s*)?(?:(?:start|intake)\s+)?(?:[-–—:|]\s*)?"
    r"|\[[^\]]{1,30}\]\s*|closed\s*[:–—-]\s*|\(closed\)\s*)",
    re.IGNORECASE,
)
EMPLOYMENT = (
    (
        "internship",
        r"\b(?:internships?|interns?|vacation(?:er| work| program(?:me)?)|clerkships?|co-?op"
        r"|summer (?:analyst|associate|program(?:me)?)"
        r"|work placement|industry placement|student placement|working student)\b",
    ),
    (
        "graduate",
        r"\b(?:(?:new |recent )?graduate (?:program(?:me)?|role|position|scheme|opportunit|intake"
        r"|rotation|trainee|cohort|job)\w*|(?:new )?grad(?:uate)? program(?:me)?)\b",
    ),
    ("part-time", r"\bpart[- ]?time\b"),
    (
        "contract",
        r"\b(?:fixed[- ]term|contractor|contract (?:role|position)|\w+[- ]month contract"
        r"|temporary (?:role|position|contract)|max(?:imum)?[- ]term|temporary)\b",
    ),
    ("full-time", r"\b(?:full[- ]?time|permanent)\b"),
)
IN_TITLE = (
    EMPLOYMENT[0],
    ("graduate", r"\b(?:graduates?|grad|new grad)\b"),
    ("contract", r"\bcontract\b"),
    *EMPLOYMENT[2:],
)
IN_LABEL = (
    *EMPLOYMENT[:1],
    ("graduate", r"\bgraduate\b"),
    ("part-time", r"\bpart[- ]?time\b|\bcasual\b"),
    ("contract", r"\bcontract|fixed|temporary|\bterm\b"),
    EMPLOYMENT[4],
)
NO_EMPLOYMENT = re.compile(
    r"(?:previous|prior|past|former|earlier|through|or|via|including|from|e\.g\.|return|after|lead to|into|become"
    r"|towards?|offers? (?:of|for)) (?:an? |our |the |previous )?(?:\w+ ){0,2}$",
    re.IGNORECASE,
)


def titles(page: Page) -> Iterator[Fact]:
    """Yield the title: labelled, on a line of its own near the top, in a sentence, on a line further down."""
    for label in page.label("title"):
        if shaped := shape(label.value):
            yield Fact("title", shaped, label.start, label.end)
    lines = list(_title_lines(page))
    yield from lines
    for found in IN_SENTENCE.finditer(page.about_role[:6000]):
        words = re.split(r"\s+(?:to|who|in|for|at|and|-|–) (?=[a-z])|[.!]\s", found["title"])[0]
        words = re.sub(r"\s+(?:in|for|at|and|of)?$", "", words.strip(" .,;:-–"))
        if (
            NOUN.search(words)
            and len(words.split()) > 1
            and not re.search(r"\b(?:Team|Group|Department|Program of)\b", words)
        ):
            yield Fact("title", shape(words), found.start("title"), found.start("title") + len(words))


def _title_lines(page: Page) -> Iterator[Fact]:
    taken = {label.start for label in page.labels}
    pieces = [
        piece
        for piece in page.pieces
        if not piece.heading and piece.kind not in {"noise", "diversity", "privacy", "benefits", "minimum", "preferred"}
    ]
    for number, piece in enumerate(pieces[:25]):
        line = page.text[piece.start : piece.end].strip()
        if (piece.kind != "opening" and number > 3) or piece.start in taken:
            continue
        for cell in re.split(r"\s[|·•]\s", line):
            if _is_title(cell):
                yield Fact("title", shape(cell), piece.start, piece.end)
                break


def _is_title(line: str) -> bool:
    words = line.split()
    if (
        not 1 <= len(words) <= 16
        or len(line) > 120
        or line.endswith((".", "!", "?", ":", ","))
        or NO_TITLE.search(line)
    ):
        return False
    shaped = shape(line)
    capital = [
        word
        for word in shaped.split()
        if word[0].isalpha() and word not in {"of", "and", "in", "for", "the", "with", "to", "or", "at"}
    ]
    return (
        bool(NOUN.search(shaped))
        and sum(word[0].isupper() for word in capital) >= len(capital) * 0.7
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
    name = "|".join(re.escape(each) for each in sorted(names, key=len, reverse=True))
    return re.compile(
        rf"\s*(?:[-–—|·,/&]|\bin\b|\bor\b|\band\b)\s*(?:the )?(?:{name})$|\s*\((?:{name})(?:[,/ ]+(?:or |and |&"
        rf" )?(?:{name}))*\)$|^(?:{name})\s*[-–—|:]\s*"
    )


def shape(title: str) -> str:
    """Return a title without year, season, level, place and way of working; a bracketed team stays."""
    title = " ".join(title.split()).strip(" -–—|:·,#*\"'")
    title = re.sub(r"\s*\b(?:at|@|[|–—-])\s+(?:[A-Z][\w&.]+ ?){1,4}(?:Careers|Jobs)$", "", title)
    for _ in range(8):
        shorter = TAIL.sub("", HEAD.sub("", _places().sub("", title))).strip(" -–—|:·,/")
        if shorter == title or not NOUN.search(shorter):
            break
        title = shorter
    return title


def employments(page: Page, title: Fact | None) -> Iterator[Fact]:
    """Yield the kind of employment: of the title, of a label, of the text."""
    if title:
        yield from _of(IN_TITLE, page.text[title.start : title.end], title)
    for label in page.label("employment", "intake", "duration", "hours"):
        yield from _of(IN_LABEL, label.value, label)
    text = page.without(
        "about_company",
        "why_join",
        "diversity",
        "acknowledgment",
        "benefits",
        "privacy",
        "minimum",
        "preferred",
    )
    for kind, words in EMPLOYMENT:
        for found in re.finditer(words, text, re.IGNORECASE):
            if not NO_EMPLOYMENT.search(text[max(0, found.start() - 40) : found.start()]) or re.search(
                r"(?:join us for|offering|offers) an? (?:\w+"
                r" ){0,2}$",
                text[max(0, found.start() - 40) : found.start()],
            ):
                yield facts("employment_type", text, found, kind)


def _of(kinds: "tuple[tuple[str, str], ...]", words: str, place: Fact) -> Iterator[Fact]:
    for kind, form in kinds:
        if re.search(form, words, re.IGNORECASE):
            yield Fact("employment_type", kind, place.start, place.end)
