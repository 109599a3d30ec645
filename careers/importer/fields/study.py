"""What an applicant studies, until when, and whether graduates may apply."""

import re
from collections.abc import Iterator
from functools import cache

from careers.importer.data import load

from .months import months
from .page import ABOUT_OTHERS, Fact, Page, facts, sentence
from .words import one_of

LEVELS = {
    "bachelor": r"(?i:\bbachelor(?:'?s)?\b|\bundergrad(?:uate)?s?\b|\bhonou?rs degree|\bB\.?Sc\b\.?|\bB\.S\."
    r"|\bB\.A\.|\bBEng\b|\bBCom\b)|\bBS(?= ?(?:/|or|,|degree|in\b|student|candidate))|(?<=/)BS\b|\bBA/BS\b",
    "master": r"(?i:\bmaster'?s\b|\bmasters?\b(?= (?:degree|of|student|or|and|program|level|candidate)|/)"
    r"|\bpost-?grad(?:uate)?s?\b|\bM\.?Sc\b\.?|\bM\.S\.|\bMEng\b|\bMBA\b)|(?<=[a-z]/)Masters?\b|\bMS(?= ?(?:/"
    r"|or|degree|in\b|student|candidate))|(?<=/)MS\b",
    "phd": r"(?i:\bph\.?d\.?s?\b|\bdoctora(?:l|te)s?\b|\bD\.?Phil\b)",
}
NOT_ACADEMIC = re.compile(
    r"scrum master|master (?:the|your|of ceremonies)|postgraduate (?:medical|training) (?:officer|centre)|with"
    r" our phds|led by",
    re.IGNORECASE,
)
STUDY = re.compile(
    r"\b(?:degrees?|stud(?:y|ying|ies|ied|ent|ents)|major(?:s|ing)?|disciplines?|fields?|bachelor'?s?|master'?s?"
    r"|ph\.?d\.?|enrolled|qualifications?|undergraduate"
    r"|background in|courses?|tertiary|graduates?(?= (?:of|in|from))|faculty|B\.?Sc|M\.?Sc|BS|MS)\b",
    re.IGNORECASE,
)
RELATED = re.compile(r"\b(?:related|similar|equivalent|relevant|other|any)\b", re.IGNORECASE)
SHORT = {"AI", "IT", "HCI", "STEM"}
CUT_OFF = re.compile(
    r"\b(?:graduat(?:e|es|ing|ion)|complet(?:e|ed|ing|ion) (?:of )?(?:your |their |a |the |an? )?(?:[\w']+"
    r" ){0,3}(?:degree|studies|study|course|qualification|program(?:me)?)|degree completion|conferr\w+"
    r"|finish(?:ing)? (?:your |their )?(?:degree|studies)|final exams)\b",
    re.IGNORECASE,
)
NOT_BY = re.compile(
    r"\b(?:onwards?|or later|and later|or after|at the earliest|not before|no earlier than|earliest)\b", re.IGNORECASE
)
AFTER = re.compile(r"\b(?:after|since|from|later than)\W*$", re.IGNORECASE)
BY = re.compile(
    r"\b(?:by|before|until|till|no later than|not later than|through|to|and|at the latest|latest)\W*(?:the end of"
    r" |end of |mid[- ])?$",
    re.IGNORECASE,
)
CURRENT = re.compile(
    r"\b(?:currently (?:be )?(?:pursuing|enrolled|studying|completing|undertaking|working towards?|attending|in"
    r" (?:your|their|the) [\w-]+ year|an? (?:\w+ ){0,3}student|a?n? ?undergraduate|in university|at university"
    r"|registered)"
    r"|must be (?:an? )?(?:\w+ ){0,3}(?:students?|enrolled)|(?:be|are) (?:an? )?current (?:\w+ ){0,3}students?"
    r"|current (?:(?!and|or)\w+ ){0,3}students? only|only (?:open|available) to (?:current |currently enrolled"
    r" )?(?:\w+ ){0,2}students"
    r"|(?:be|you(?:'re| are)|are) enrolled (?:in|at|full)|(?:remain|stay|maintain) (?:\w+ )?(?:enrolled"
    r"|enrol+ment)|maintain enrol+ment"
    r"|(?:you(?:'re| are)|be|are) (?:an? |in (?:your |the )|currently )?(?:pen[- ]?ultimate|second[- ]last"
    r"|second[- ]to[- ]last|final)(?:[- ]year)?(?: or final)?[- ]year\b|pen[- ]?ultimate[- ](?:or final[- ])?year"
    r"|return(?:ing)? to (?:your |their |full[- ]time )?(?:studies|study|university|school|college|degree)"
    r"|enrolled (?:students?|in an?)|pursuing (?:a|an|your|their)\b|working towards? (?:a|an|your)\b"
    r"|(?:you(?:'re| are)|be) (?:currently )?(?:studying|undertaking|completing)|current (?:undergraduate"
    r"|university|tertiary|college|master'?s|ph\.?d\.?|postgraduate|bachelor'?s)? ?students?\b|studying towards)",
    re.IGNORECASE,
)
EXCLUDED = re.compile(
    r"\b(?:graduates? (?:are|is|will be) (?:not|in)[- ]?\s?eligible|already graduated (?:\w+ ){0,4}(?:not|cannot"
    r"|can't|unable|ineligible)|not (?:open|available) to (?:\w+ )?graduates|graduates? (?:can(?:not|'t)|may not"
    r"|should not|need not)"
    r"|(?:have|has|who) (?:already )?graduated (?:\w+ ){0,3}(?:not|cannot|ineligible)|no (?:recent )?graduates"
    r"|not (?:yet )?(?:have )?graduated|(?:must|should) not have (?:already )?graduated"
    r"|not for (?:recent )?graduates|graduates (?:will not|won't) be (?:considered|accepted)|(?:only for|for)"
    r" students, not graduates|not suitable for graduates|cannot accept (?:applications from )?(?:recent"
    r" )?graduates|not be eligible|will NOT be eligible)\b",
    re.IGNORECASE,
)
WELCOME = re.compile(
    r"\b(?:(?:recent|new|fresh|current or recent) (?:\w+ ){0,3}grad(?:uate)?s?(?! (?:are|is) (?:not|in))"
    r"|graduates? (?:may|can|are (?:also )?(?:welcome|eligible|encouraged))|(?:open|available) to (?:\w+"
    r" ){0,4}graduates|recently (?:graduated|completed|finished)"
    r"|(?:have|has|had|you've) (?:already )?(?:graduated|completed|finished) (?:a|an|your|their|with|from|in"
    r"|within|between|no)\b|graduated (?:within|in the (?:last|past)|no (?:more|earlier)|less than|between|from"
    r"|after|since|in 20)"
    r"|complet(?:ed|ion of) (?:an? |your |their )(?:\w+ ){0,4}(?:degree|qualification) (?:within|in the last|no"
    r" more|between|by|since|or)|students? (?:and|or|&) (?:recent )?graduates|final[- ]year students? (?:and|or"
    r"|as well as) (?:recent |new )?graduates"
    r"|(?:completed|hold|have obtained|will have completed|must have completed|holds?|earned) (?:an? |your |their"
    r" )(?:\w+ ){0,3}(?:degree|bachelor'?s?|qualification)|graduated or|or (?:have )?(?:just |recently"
    r" )?graduated|graduates (?:\w+ ){0,6}(?:may|can) apply|completed degree)\b",
    re.IGNORECASE,
)
NEGATED = re.compile(r"\b(?:not|no|cannot|can't|isn't|aren't|neither|unable|ineligible|without)\b", re.IGNORECASE)


@cache
def known_fields() -> "re.Pattern[str]":
    names = one_of(name.lower() for name in load("fields_of_study"))
    return re.compile(rf"(?<![\w-])(?:{names})(?![\w-])", re.IGNORECASE)


def demands(page: Page) -> str:
    """Return the text without preferred items: what they name is not demanded."""
    text = page.without(*ABOUT_OTHERS, "about_team")
    preferred = [item for item in page.items if item.kind == "preferred"]
    parts, at = [], 0
    for item in preferred:
        parts += [text[at : item.start], " " * (item.end - item.start)]
        at = item.end
    return "".join([*parts, text[at:]])


def without_fields(item: str) -> str:
    """Return an item's words without the fields that a degree is in: "a degree in Statistics" asks for no skill."""
    degree = re.search(
        r"\b(?:degree|bachelor'?s?|master'?s?|major(?:ing)?|studying|student|disciplines?)\b", item, re.IGNORECASE
    )
    return known_fields().sub(" ", item) if degree else item


def levels(page: Page) -> Iterator[Fact]:
    """Yield (the one list, repeated for each place it was read from)."""
    text = demands(page)
    found = [(level, each) for level, form in LEVELS.items() for each in re.finditer(form, text)]
    found = [
        (level, each)
        for level, each in found
        if not NOT_ACADEMIC.search(text, max(0, each.start() - 12), each.end() + 20)
    ]
    names = [level for level in LEVELS if any(level == each for each, _ in found)]
    yield from (facts("degree_levels", text, each, names) for _, each in found)


def fields(page: Page) -> Iterator[Fact]:
    text = demands(page)
    found: dict[tuple[int, int], list[str]] = {}
    labels = {(label.start, label.end) for label in page.label("field", "level")}
    for each in known_fields().finditer(text):
        name = each[0]
        bounds = sentence(text, *each.span())
        labelled = any(start <= each.start() < end for start, end in labels)
        if (labelled or _names_studies(text, bounds[0], each)) and _written_as_name(name):
            found.setdefault(bounds, []).append(name if name.isupper() else _title(name))
    names = list(dict.fromkeys(name for group in found.values() for name in group))
    yield from (Fact("fields_of_study", names, *bounds) for bounds in found)


def _names_studies(text: str, low: int, each: "re.Match[str]") -> bool:
    """Tell "a degree in Finance" from "our finance team": a word for studies stands before, or right behind."""
    before = text[max(low, each.start() - 240) : each.start()]
    behind = re.match(
        r",?(?: or (?:a )?(?:closely )?(?:related|similar)[\w ]{0,20})?(?:[\w ,/&]{0,60})? (?:degree|student"
        r"|major|discipline|graduate|background)s?\b",
        text[each.end() : each.end() + 90],
    )
    last = list(STUDY.finditer(before))
    if not last:
        return bool(behind) and (each[0][0].isupper() or " " in each[0])
    gap = before[last[-1].end() :]
    links = re.match(
        r"(?:'s)?(?: (?:degree|program(?:me)?|course|level|student|studies))?s?[ (]*(?:(?:in|of|with|:|a|an"
        r"|towards|including|such as|like|e\.g\.|is|are|major|either|both|–|-)\W*)+",
        gap,
    )
    return bool(links) and not re.search(
        r"\b(?:experience|interest|passion|skills?|knowledge|team|work(?:ing)?|to|will|you)\b", gap
    )


def _written_as_name(name: str) -> bool:
    return name.isupper() if name.upper() in SHORT else True


def _title(name: str) -> str:
    return (
        name
        if name[0].isupper()
        else " ".join(word if word in {"and", "of"} else word.capitalize() for word in name.split())
    )


def cut_offs(page: Page) -> Iterator[Fact]:
    """Yield the latest month of graduation; "from X onwards" sets no latest one."""
    for label in page.label("graduation"):
        yield from _cut_off(label.value, 0, len(label.value), label.start, label.end)
    text = page.about_role
    for found in CUT_OFF.finditer(text):
        low, high = sentence(text, *found.span())
        near = max(low, found.start() - 30), min(high, found.end() + 110)
        if not re.search(
            r"graduate (?:program|role|intake|position|cohort)|applications?|start",
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
    if named and (len(named) > 1 or not AFTER.search(text[max(0, named[-1].start - 14) : named[-1].start])):
        latest = max(month.day for month in named if month.day)
        yield Fact("graduation_by", f"{latest:%Y-%m}", low, high)


def standing(page: Page) -> Iterator[Fact]:
    """Yield must_be_enrolled and graduates_eligible: a refusal outweighs a welcome, a welcome the word student."""
    text = page.about_role
    refused = [facts("", text, found, False) for found in EXCLUDED.finditer(text)]
    welcome = (
        []
        if refused
        else [facts("", text, found, True) for found in WELCOME.finditer(text) if not _negated(text, found)]
    )
    current = [facts("", text, found, True) for found in CURRENT.finditer(text)]
    yield from (Fact("graduates_eligible", each.value, each.start, each.end) for each in refused or welcome)
    enrolled = bool(refused) or not welcome
    yield from (Fact("must_be_enrolled", enrolled, each.start, each.end) for each in [*(welcome or current), *refused])


def _negated(text: str, found: "re.Match[str]") -> bool:
    low, _ = sentence(text, *found.span())
    return bool(NEGATED.search(text, max(low, found.start() - 40), found.start()))
