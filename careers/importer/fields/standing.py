"""Whether only current students may apply, or graduates too."""

import re
from collections.abc import Iterator

from .page import Fact, Page, facts, matches, sentence
from .study import HELD, goes_on

CURRENT_WORDS = (
    "enrol",
    "stud",
    "pursuing",
    "working toward",
    "ultimate",
    "undergraduate",
    "year",
    "registered",
    "universit",
    "complet",
    "junior",
    "sophomore",
    "senior",
    "semester",
    "term",
    "attending",
    "returning",
)
EXCLUDED_WORDS = ("graduate", "not be eligible")
WELCOME_WORDS = ("grad", "complet", "finished", "obtained", "earned", "hold", "conferred")
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
    r"|second[- ]to[- ]last|final)(?:[- ]year)?(?: or final)?[- ]year\b"
    r"|pen[- ]?ultimate(?: \([^()]{1,20}\))?[- ](?:or final[- ])?year"
    r"|return(?:ing)? to (?:your |their |full[- ]time )?(?:studies|study|university|school|college|degree)"
    r"|enrolled (?:[\w'/-]+ ){0,5}(?:students?|in an?)\b|(?:persons?|students?) enrolled|enrol+ment in (?:an? "
    r"|the |your )?(?:[\w-]+ ){0,4}(?:program|degree|course|year|bachelor|master|ph\.?d)|actively enrolled"
    r"|current enrol+ment\b|(?<=[-•*·–] )enrolled (?:in|at)\b"
    r"|(?:part|half|mid)-?way through (?:an?|your|their)"
    r"|(?:under|post)-?graduates? (?:or|and|/) (?:under|post)-?graduate (?:university )?students?(?! and| or)"
    r"|enrolled in (?:an? |your |the )?(?:honou?rs|masters?|bachelor|undergraduate|postgraduate|ph\.?d)"
    r"|(?:\d(?:st|nd|rd|th)|first|second|third|fourth|final)(?: (?:or|and|to) [\w-]+)? years? of (?:an?|your|their) "
    r"|full[- ]time (?:university |college )?(?:students?|undergraduates?)|current study (?:in|of)\b"
    r"|(?:an?|are|be) (?:current )?(?:ph\.?d\.?|doctoral|master'?s|bachelor'?s|mba|university) student\b"
    r"|(?:are|is|'re|be|be currently|currently) in (?:your|their|his|her|the) (?:[\w-]+,? (?:or |and )?)?(?:first"
    r"|second|third|fourth|last|final|penultimate|next to last)(?:[ ,-]+(?:or |and )?\w+)?[- ]year|in (?:your"
    r"|their) (?:\w+ or )?(?:first|second|third|fourth|final|penultimate) (?:or \w+ )?year (?:of|at)"
    r"|pre-?final[- ]year\b"
    r"|students? (?:who (?:are|will be) )?(?:in|from) (?:the|their|your) (?:\w+,? (?:or |and )?)?(?:first|second"
    r"|third|fourth|final|last|penultimate|pre-final)[- ]year|(?:rising|current) (?:sophomores?|juniors?"
    r"|seniors?)|still (?:be )?(?:enrolled|studying)"
    r"|(?:stud(?:y|ies) (?:for|towards) an?|studying (?:for|towards)) (?:\w+ )?(?:degree|bachelor|master|B|M)"
    r"|you (?:study|are studying|'re studying)|(?:first|second|third|fourth|final|last"
    r"|penultimate)[- ]year (?:[\w'-]+ ){0,3}students?|in the (?:first|second|third|fourth|last|final"
    r"|penultimate) year of|registered (?:as an? )?(?:\w+ )?students?|student (?:status"
    r"|visa holder)|with (?:a|one|at least one) (?:term|semester|year)s? (?:left|remaining|to (?:go|come))"
    r"|pursuing (?:a|an|your|their|towards?|full)\b|working towards? (?:a|an|your|their|completing)\b"
    r"|(?:you(?:'re| are)|be) (?:currently )?(?:studying|undertaking|completing)|current (?:undergraduate"
    r"|university|tertiary|college|master'?s|ph\.?d\.?|postgraduate|bachelor'?s)? ?students?\b|studying towards)",
    re.IGNORECASE,
)
EXCLUDED = re.compile(
    r"\b(?:graduates? (?:are|is|will be) (?:not|in)[- ]?\s?eligible|already graduated (?:\w+ ){0,4}(?:not|cannot"
    r"|can't|unable|ineligible)|not (?:open|available) to (?:\w+ )?graduates|graduates? (?:can(?:not|'t)|may not"
    r"|should not|need not)"
    r"|(?:have|has|who) (?:already )?graduated (?:\w+ ){0,3}(?:not|cannot|ineligible)|no (?:recent )?graduates"
    r"|no,? if you have (?:already )?graduated"
    r"|not (?:yet )?(?:have )?graduated|(?:must|should) not have (?:already )?graduated"
    r"|not for (?:recent )?graduates|graduates (?:will not|won't) be (?:considered|accepted)|(?:only for|for)"
    r" students, not graduates|not suitable for graduates|cannot accept (?:applications from )?(?:recent"
    r" )?graduates|not be eligible|will NOT be eligible)\b",
    re.IGNORECASE,
)
WELCOME = re.compile(
    r"\b(?:(?:recent|new|fresh|current or recent) (?:\w+ ){0,3}grad(?:uate)?s?(?! (?:are|is) (?:not|in))"
    r"|graduates? (?:may|can|are (?:also |very |most )?(?:welcome|eligible|encouraged))|graduates? (?:of|in"
    r"|from) any|(?:and|or) graduates? (?:of|in|from|with)\b|(?:20\d\d )?(?:or|and) 20\d\d graduates"
    r"|completed (?:an? )?(?:\w+ ){0,2}(?:degree|bachelor|qualification)(?! by| in 20)|degree[^.;]{0,40} conferred|"
    r"(?:open|available) to (?:\w+"
    r" ){0,4}graduates|recently (?:graduated|completed|finished)"
    r"|(?:have|has|had|you've|having) (?:already )?graduated (?:with|from|in|within|between|no)\b"
    r"|(?:have|has|had|you've|having) (?:already |recently |just )?(?:completed|finished|obtained"
    r"|earned) (?:an? |your |their )(?!(?:\w+ )?(?:year|semester|term)\b)(?:[\w']+ ){0,4}(?:degree|bachelor"
    r"|master|ph\.?d|qualification|diploma|studies|apprenticeship)|graduated (?:within|in the (?:last|past)"
    r"|no (?:more|earlier)|less than|between|from"
    r"|after|since|in 20)"
    r"|degree\b[^.;\n]{0,120}\bcompleted (?:by|before|in)\b[^.;\n]{0,30}\bor earlier"
    r"|(?:degree|bachelor'?s?|qualification)\b[^.;\n]{0,100}, (?:completed|earned|conferred|obtained) (?:between"
    r"|within|in the"
    r" last|no more)\b"
    r"|(?:completed|finished),? or (?:(?:you )?(?:will|are|be|expect)|(?:currently )?in (?:the|your)|nearing"
    r"|about to)\b"
    r"|complet(?:ed|ion of) (?:an? |your |their )(?!(?:\w+ )?(?:year|semester|term)\b)(?:\w+ ){0,4}(?:degree"
    r"|qualification) (?:within|in the last|no"
    r" more|between|by|since|or)|students? (?:and|or|&) (?:recent )?graduates|final[- ]year students? (?:and|or"
    r"|as well as) (?:recent |new )?graduates"
    r"|(?:completed|hold|have obtained|will have completed|must have completed|holds?|earned) (?:an? |your |their"
    r" )(?!(?:\w+ )?(?:year|semester|term)\b)(?:\w+ ){0,3}(?:degree|bachelor'?s?|qualification)|graduated or"
    r"|or (?:have|has) (?:already )?(?:finished|completed|graduated)(?=,)|(?:finished|completed) one(?=[,.;]| or\b)"
    r"|already graduated (?:may|can|are)|(?:degree|bachelor'?s?|master'?s?) completed(?= or\b)"
    r"|or (?:have )?(?:just |recently"
    r" )?graduated|graduates (?:\w+ ){0,6}(?:may|can) apply|completed degree)\b",
    re.IGNORECASE,
)
# A page sorts its adverts so, whomever this one is for.
CATEGORY = re.compile(r"(?:\w+[ -])?(?:categor|classif)", re.IGNORECASE)
OR_A_BREAK = re.compile(r"\bor (?:(?:in|on|taking) )?(?:an? |your )?gap year\b", re.IGNORECASE)
MUST_STUDY = re.compile(
    r"\bmust (?:currently )?be (?:an? )?(?:current(?:ly)? )?(?:\w+ )?(?:students?|enrolled)\b"
    r"(?![^.\n]{0,60}\bgraduate)",
    re.IGNORECASE,
)
MUST_HAVE = re.compile(
    r"\bmust have (?:already )?(?:completed|finished|obtained) (?:an?|your|the|their) (?:[\w']+ ){0,3}degree\b",
    re.IGNORECASE,
)
NEGATED = re.compile(r"\b(?:not|no|cannot|can't|isn't|aren't|neither|unable|ineligible|without)\b", re.IGNORECASE)


def standing(page: Page) -> Iterator[Fact]:
    """Yield must_be_enrolled and graduates_eligible: a refusal outweighs a welcome, a welcome the word student."""
    text = page.demands
    both = all(any(True for _ in matches(form, text, "must")) for form in (MUST_STUDY, MUST_HAVE))
    if both and not goes_on(text):
        # Who must be both cannot be; which of the two is meant is not for us to say.
        return
    refused = [facts("", text, found, False) for found in matches(EXCLUDED, text, *EXCLUDED_WORDS)]
    welcome = [] if refused else [facts("", text, found, True) for found in _welcomes(page, text)]
    current = [facts("", text, found, True) for found in _currents(text)]
    yield from (Fact("graduates_eligible", each.value, each.start, each.end) for each in refused or welcome)
    enrolled = bool(refused) or not welcome
    yield from (Fact("must_be_enrolled", enrolled, each.start, each.end) for each in [*(welcome or current), *refused])


def _welcomes(page: Page, text: str) -> Iterator["re.Match[str]"]:
    sorted_so = [label for label in page.label("industry") if CATEGORY.match(text, label.start)]
    next_one = goes_on(text)
    for found in matches(WELCOME, text, *WELCOME_WORDS):
        inside = any(label.start <= found.start() < label.end for label in sorted_so)
        if not inside and not (next_one and HELD.search(found[0])) and not _negated(text, found):
            yield found


def _currents(text: str) -> Iterator["re.Match[str]"]:
    for found in matches(CURRENT, text, *CURRENT_WORDS):
        if not _negated(text, found) and not OR_A_BREAK.search(text, found.end(), sentence(text, *found.span())[1]):
            yield found


def _negated(text: str, found: "re.Match[str]") -> bool:
    low, _ = sentence(text, *found.span())
    return bool(NEGATED.search(text, max(low, found.start() - 25), found.start()))
