"""What an applicant studies, until when, and whether graduates may apply."""

import re
from collections.abc import Iterator

from . import disciplines
from .disciplines import without_fields as without_fields
from .months import months
from .page import Fact, Page, facts, matches, sentence, sentences

LEVELS = {
    "bachelor": r"(?i:\bbachelor(?:'?s|s')?\b|\bunder-?grad(?:uate)?s?\b|\bhonou?rs degree|\bB\.?Sc\b\.?|\bB\.S\."
    r"|\bB\.A\.|\bBEng\b|\bBCom\b|\bB\.?Com\b|\bB\.? ?Tech\b|\bLL\.?B\b|\bBBA\b|\bBCA\b|\bB\.E\.)|\bBE\b(?=/"
    r"| or |,|\(Hons)"
    r"|\bBS(?:EE|ME|CE|CS|N|E)\b|\bBS(?= ?(?:/|or|,|degree|in\b|student|candidate|program|and))|(?<=/)BS\b"
    r"|\bBA/BS\b"
    r"|\bBA(?= (?:\(?[Hh]ons|degree|in |or))"
    r"|\b(?:combined|double) (?:\w+ )?degrees?\b|\b[Hh]onou?rs(?= (?:or|and|student|in )|/|,)",
    "master": r"(?i:\bmaster(?:'s|s')\b|\bmasters?\b(?= (?:degree|of|student|or|and|program|level|candidate|in "
    r"|thesis|graduate)|/)"
    r"|\bpost-?grad(?:uate)?s?\b|\bM\.?Sc\b\.?|\bM\.S\.|\bMEng\b|\bMBA\b|\bM\.? ?Tech\b|\bLL\.?M\b|\bMCA\b"
    r"|\bJD\b|\bgraduate(?: degree)? students?\b|\bgraduate[- ]level (?:degree|student)"
    r"|\bundergraduate (?:or|and|/) graduate\b)|(?<=[a-z]/)Masters?\b|\bMasters?\b(?=[)\n,])|\bMS(?= ?(?:/"
    r"|or|,|degree|in\b|student|candidate|program))|(?<=/)MS\b",
    "phd": r"(?i:\bph\.?d\.?s?\b|\bdoctora(?:l|te)s?\b|\bD\.?Phil\b)",
}
LEVEL_WORDS = (
    "bachelor", "master", "degree", "grad", "phd", "ph.d", "dphil", "doctora", "b.", "m.", "bsc", "msc", "beng", "meng",
    "bcom", "mba", "bba", "llb", "llm", "bs ", "bsee", "bsme", "bsce", "bscs", "bsn", "bse ", "bs/", "ms ",
    "ms/", "/ms", "ba ", "ba/", "hono", "jd", "btech", "mtech", "b tech", "m tech", "bca", "mca", "be/", "be or",
    "be,", "be(",
)  # fmt: skip
OR_ABOVE = re.compile(r"(?: degrees?| qualifications?)? or (?:above|higher|more advanced)\b", re.IGNORECASE)
FORMS = {level: re.compile(form) for level, form in LEVELS.items()}
NOT_ACADEMIC = re.compile(
    r"(?:support|funding|fees|assistance|leave|sponsor\w*) (?:for|towards?) (?:an? |your )?(?:master|ph|post|mba"
    r"|bach)|scrum master|master (?:the|your|of ceremonies)|postgraduate (?:medical|training) (?:officer|centre)"
    r"|with our phds|led by|\bincluded\)|gap year"
    r"|between (?:your )?bachelor\S* and|[- ]years?(?:,| or| and) (?:an? )?post-?grad",
    re.IGNORECASE,
)
CUT_OFF = re.compile(
    r"\b(?:graduat(?:e|es|ing|ion)|complet(?:e|ed|ing|ion) (?:of )?(?:your |their |a |the |an? )?(?:[\w']+"
    r" ){0,3}(?:degree|studies|study|course|qualification|program(?:me)?)|degree completion|conferr\w+"
    r"|finish(?:ing)? (?:your |their |an? |the )?(?:\w+ )?(?:degree|studies|course|university|school)"
    r"|complet(?:e|ing) (?:it|them|this)\b|will (?:finish|complete|graduate)(?= (?:by|before|in) )"
    r"|final exams|completed? (?:by|before|no later|between)"
    r"|(?:degree|diploma|qualification) (?:is |will be |to be |must be )?(?:awarded|conferred|obtained|completed"
    r"|by|before)|end of (?:your )?studies)\b",
    re.IGNORECASE,
)
# A "graduate" is a person unless one of these stands before.
TO_GRADUATE = re.compile(
    r"\b(?:will|to|you|they|who|must|should|can|may|and|or|students?|not|yet|only|expect\w*|'ll)\s+$", re.IGNORECASE
)
CUT_OFF_WORDS = (
    "graduat",
    "complet",
    "conferr",
    "finish",
    "exam",
    "award",
    "obtain",
    "degree by",
    "degree b",
    "end of",
)
NOT_BY = re.compile(
    r"\b(?:onwards?|or later|and later|or after|at the earliest|not before|no earlier than|earliest)\b", re.IGNORECASE
)
# "Between November 2028 and mid-2029": the latest month that the words allow, so that they exclude nobody they mean.
YEAR_AFTER = re.compile(
    r"\s?(?:and|to|–|-|until|through)\s?(?:the )?(?P<part>(?a:early|mid|late|end of))[- ](?P<year>20\d\d)\b",
    re.IGNORECASE,
)
LATEST = {"early": "04", "mid": "07", "late": "12", "end of": "12"}
AFTER = re.compile(r"\b(?:after|since|from|later than)\W*$", re.IGNORECASE)
BY = re.compile(
    r"\b(?:by|before|until|till|no later than|not later than|through|to|and|at the latest|latest)\W*(?:the end of"
    r" |end of |mid[- ])?$",
    re.IGNORECASE,
)


# Who has a first degree and studies for the next one is a student, of the next one.
HELD = re.compile(r"\b(?:completed|hold|holds|obtained|earned|finished)\b", re.IGNORECASE)
NEXT = re.compile(
    r"\b(?:enrolled|enrolment|registered|pursuing|studying|student)\b(?: \w+){0,4} (?:master|ph\.?d|doctora|postgrad)",
    re.IGNORECASE,
)


def goes_on(text: str) -> bool:
    """Tell whether it speaks of people who have a first degree and study for the next one."""
    return any(True for _ in matches(NEXT, text, "master", "phd", "ph.d", "doctora", "postgrad"))


def demands(page: Page) -> str:
    return page.demands


def levels(page: Page) -> Iterator[Fact]:
    """Yield (the one list, repeated for each place it was read from)."""
    text = page.demands
    found = [
        (level, each)
        for start, end in sentences(text, LEVEL_WORDS)
        for level, form in FORMS.items()
        for each in form.finditer(text, start, end)
        if not NOT_ACADEMIC.search(text, max(0, each.start() - 24), each.end() + 20)
    ]
    if goes_on(text):
        found = [each for each in found if not HELD.search(text[max(0, each[1].start() - 25) : each[1].start()])]
    named = {level for level, _ in found}
    if any(level == "bachelor" and OR_ABOVE.match(text, each.end()) for level, each in found):
        named = set(LEVELS)
    names = [level for level in LEVELS if level in named]
    yield from (facts("degree_levels", text, each, names) for _, each in found)


def fields(page: Page) -> Iterator[Fact]:
    return disciplines.fields(page, page.demands)


def cut_offs(page: Page) -> Iterator[Fact]:
    """Yield the latest month of graduation; "from X onwards" sets no latest one."""
    for label in page.label("graduation"):
        yield from _cut_off(label.value, 0, len(label.value), label.start, label.end)
    text = page.about_role
    for found in matches(CUT_OFF, text, *CUT_OFF_WORDS):
        if found[0].lower() == "graduate" and not TO_GRADUATE.search(text[max(0, found.start() - 20) : found.start()]):
            continue
        low, high = sentence(text, *found.span())
        near = max(low, found.start() - 30), min(high, found.end() + 110)
        if not re.search(
            r"graduate (?:program|role|intake|position|cohort|stream|track|pathway)|applications?|start",
            text[found.start() : near[1]][:25],
            re.IGNORECASE,
        ):
            yield from _cut_off(text, found.end(), near[1], low, high)


def _cut_off(text: str, start: int, end: int, low: int, high: int) -> Iterator[Fact]:
    named = [month for month in months(text, start, end) if month.day]
    if not named or NOT_BY.search(text, start, end):
        return
    named = [
        month
        for month in named
        if not re.search(r"\b(?:start|commenc|clos|begin)\w*[^,;]{0,20}$", text[start : month.start])
    ]
    if named and (last := YEAR_AFTER.match(text, named[-1].end, end)):
        yield Fact("graduation_by", f"{last['year']}-{LATEST[last['part'].lower()]}", low, high)
    elif named and (len(named) > 1 or not AFTER.search(text[max(0, named[-1].start - 14) : named[-1].start])):
        latest = max(month.day for month in named if month.day)
        yield Fact("graduation_by", f"{latest:%Y-%m}", low, high)
