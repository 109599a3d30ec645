"""What the record keeps beyond the JSON object; facts are named as the fields of a posting."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from careers.lib.numbers import number

from . import study, timing
from .contact import ADJUSTMENTS, EMAIL, URL
from .deadlines import deadlines
from .eligible import study_years, work_rights
from .months import months
from .page import Fact, Page, facts, matches, sentence

ON_SITE = re.compile(
    r"\bon[- ]?site\b|\bin[- ]person\b|\b(?:in|from|at) (?:the|our|an?) (?:[\w']+ ){0,3}(?:office|lab|studio|campus"
    r"|hub|site|hospital)\b|\b(?:in|from|at) one of our (?:\w+ )?offices\b|\bin[- ]office\b|\boffice days?\b",
    re.IGNORECASE,
)
# (a refusal, an assent): the refusal is looked for first.
FLAGS = {
    "may_be_extended": (
        r"\b(?:can(?:not|'t)|will not|won't|not) be (?:extended|renewed|prolonged)\b|\bno (?:option of "
        r"|possibility of"
        r" )?extension\b",
        r"\b(?:may|might|can|could|option|opportunity|possibility|potential"
        r"|possible)\b[^.\n]{0,60}?\b(?:exten(?:d|ded"
        r"|sion)|renew(?:ed|al)|prolonged|made longer|longer where)\b|\bextension (?:is )?possible\b",
    ),
    "must_stay_enrolled": (
        r"(?!)",
        r"\b(?:maintain|remain|stay|keep|continue)\w*(?: to be)? (?:\w+ ){0,2}enrol(?:l?ed|l?ment)\b"
        r"|\benrol(?:l?ed|l?ment) (?:\w+ ){0,3}(?:throughout|for the (?:entire|whole|full|duration)"
        r"|during the (?:entire|whole)|until the end)\b"
        r"|\breturn(?:ing)? to (?:your |their |full[- ]time )?(?:studies|study|university|degree)",
    ),
    "sponsorship_offered": (
        r"\b(?:no|not|cannot|can't|unable to|don't|doesn't|won't)\b[^.\n]{0,50}?\bsponsor(?:ship|ed|ing)?\b"
        r"|\bwithout (?:(?:the )?need(?:ing)? (?:for )?|requiring )?(?:\w+ ){0,2}sponsorship\b"
        r"|\b(?:not|cannot|can't|unable to)\b[^.\n]{0,40}?\b(?:support|provide|obtain|arrange) (?:\w+ ){0,2}"
        r"(?:work permits?|visas?)\b"
        r"|\bsponsorship (?:is )?(?:not|un)[ -]?(?:available|offered|provided|possible)\b|\bsponsorship\W{1,3}no\b",
        r"\b(?:can|will|do|does|we|offers?|provides?|company)\b[^.\n]{0,30}?\b(?:visa sponsorship|sponsorship for"
        r"|sponsor (?:\w+ ){0,3}visas?|offer sponsorship|provide sponsorship)\b"
        r"|\b(?:visa )?sponsorship (?:is )?(?:available|offered|provided|possible)\b|\bsponsorship\W{1,3}yes\b",
    ),
}
COMPILED = {name: [re.compile(form, re.IGNORECASE) for form in forms] for name, forms in FLAGS.items()}
FLAG_WORDS = {
    "may_be_extended": ("exten", "renew", "prolong", "longer"),
    "must_stay_enrolled": ("enrol", "return"),
    "sponsorship_offered": ("sponsor", "permit", "visa"),
}
RELATED = re.compile(
    r"\b(?:or|any|other|another|and)\b[^.;\n]{0,40}?\b(?:related|similar|comparable|relevant|adjacent|equivalent(?!"
    r" (?:\w+ )?experience)|close to (?:these|them|it))\b",
    re.IGNORECASE,
)
NO_CUT_OFF = re.compile(
    r"graduat\w+ (?:program|role|intake|position|cohort|recruit|opportunit|stream|track|pathway)", re.IGNORECASE
)
HOURS = re.compile(
    r"(?<![\w.-])(\d{1,2}(?:\.\d)?)(?!\s?(?:-|–|to)\s?\d)(?:[\s-]hours?|\s?(?:hrs?|h))(?: of work)?,?"
    r"\s?(?:per|a|each|/|every)\s?(?:week|wk)\b",
    re.I,
)
HOURS_LABEL = re.compile(r"(?:\w+ )?hours (?:per|a|each) week\b|weekly hours\b|wochen", re.IGNORECASE)
ABOUT = re.compile(r"(?:\b(?:up to|max\w*(?: of)?|under|fewer than|to|or|and)|\d\s?[-–])\s*$", re.IGNORECASE)
PLACES = re.compile(
    rf"(?m)^[^\w\n]{{0,8}}(?:(?:number |no\.? )?of )?(?:places|vacancies|positions|openings)\s*:\s*(\d{{1,3}})\b"
    rf"|\b({timing.NUMBER}) (?:\w+ ){{0,3}}(?:places|positions|openings|spots|vacancies)"
    r"(?: are| is)? (?:available|open)\b",
    re.IGNORECASE,
)
SUPER = {
    "included": r"\binc(?:l\w*\.?|\.)(?: of)?(?: \d+(?:\.\d+)?%)? super|\binclusive of super",
    "plus": r"(?:\+|\bplus|\bexcl\w*\.?(?: of)?|\band)(?: \d+(?:\.\d+)?%)? super",
}
APPLY = re.compile(r"\bappl(?:y|ications?)\b[^\n]{0,60}$", re.IGNORECASE)
REFERENCE = re.compile(
    r"^\W{0,3}(?:(?:job|position|vacancy) )?ref(?:erence)?(?:\.| no\.?| number)? (?=\S*\d)([\w/.-]{3,30})$",
    re.IGNORECASE | re.MULTILINE,
)
PHONE = re.compile(r"(?<!\w)\+?\d[\d ()-]{6,16}\d(?!\w)")


def details(page: Page, read: Sequence[Fact]) -> Iterator[Fact]:
    """Yield what stands beside the facts that were `read` before, and what nothing else asks for."""
    known = {name: [fact for fact in read if fact.name == name] for name in BEHIND}
    for name, behind in BEHIND.items():
        yield from behind(page, known[name])
    for reader in (hours, flags, graduation_from, study_years, work_rights, places, super_, apply_urls, adjustments,
                   requisition, deadlines):  # fmt: skip
        yield from reader(page)


def lengths(page: Page, read: list[Fact]) -> Iterator[Fact]:
    """Yield weeks and months as the text counts them; a year is twelve months."""
    for fact in read:
        for count, unit, _, _ in timing.lengths_in(page.text, fact.start, fact.end):
            name = "weeks_min" if unit == "w" else "months_min"
            yield Fact(name, count * 12 if unit == "y" else count, fact.start, fact.end)


def on_site_days(page: Page, read: list[Fact]) -> Iterator[Fact]:
    for fact in read:
        for count, start, end in timing.days_in(page.text, fact.start, fact.end):
            if count == fact.value and _is_on_site(page.text, fact, start, end):
                yield Fact("on_site_days_min", fact.value, fact.start, fact.end)


def _is_on_site(text: str, fact: Fact, start: int, end: int) -> bool:
    near = text[max(fact.start, start - 60) : min(fact.end, end + 50)]
    return bool(ON_SITE.search(near))


def hours(page: Page) -> Iterator[Fact]:
    for label in page.label("hours"):
        said = re.fullmatch(r"(\d{1,2}(?:[.,]\d{1,2})?)(?: (?:Stunden|Std\.?|hours))?", label.value)
        if said and HOURS_LABEL.match(page.text, label.start):
            yield Fact("hours_per_week", Decimal(said[1].replace(",", ".")), label.start, label.end)
    for found in matches(HOURS, page.about_role, "week", "wk"):
        low, _ = sentence(page.text, *found.span())
        if not ABOUT.search(page.text[max(low, found.start() - 15) : found.start()]) and 0 < float(found[1]) <= 168:
            yield facts("hours_per_week", page.text, found, Decimal(found[1]))


def flags(page: Page) -> Iterator[Fact]:
    for name, forms in COMPILED.items():
        for value, form in zip((False, True), forms, strict=True):
            found = matches(form, page.about_role, *FLAG_WORDS[name])
            yield from (facts(name, page.text, each, value) for each in found)


def related_fields(page: Page, read: list[Fact]) -> Iterator[Fact]:
    """Yield it where a sentence that names fields goes on to others like them."""
    for fact in read:
        if RELATED.search(page.text, fact.start, fact.end):
            yield Fact("related_fields_accepted", True, fact.start, fact.end)


BEHIND = {"duration_weeks_min": lengths, "days_per_week_min": on_site_days, "fields_of_study": related_fields}


def graduation_from(page: Page) -> Iterator[Fact]:
    """Yield the first month of "from X onwards", "after X" and "between X and Y"."""
    text = page.about_role
    for found in matches(study.CUT_OFF, text, *study.CUT_OFF_WORDS):
        low, high = sentence(text, *found.span())
        named = [month for month in months(text, found.end(), min(high, found.end() + 110)) if month.day]
        if not named or NO_CUT_OFF.match(text, found.start()):
            continue
        before = text[found.end() : named[0].start]
        opens = re.search(r"\b(?:between|from|after|since)\b[^,;]{0,20}$|\bearlier than\W*$", before, re.IGNORECASE)
        ranged = len(named) > 1 and timing.TO.fullmatch(page.text[named[0].end : named[1].start])
        if opens or ranged or (len(named) == 1 and study.NOT_BY.search(text, found.end(), high)):
            yield Fact("graduation_from", named[0].day, low, high)


def places(page: Page) -> Iterator[Fact]:
    for found in matches(PLACES, page.about_role, "place", "vacanc", "position", "opening", "spot"):
        yield facts("places", page.text, found, number(found[1] or found[2]))


def super_(page: Page) -> Iterator[Fact]:
    for kind, form in SUPER.items():
        for found in matches(re.compile(form, re.IGNORECASE), page.text, "super"):
            yield facts("pay_super", page.text, found, kind)


def apply_urls(page: Page) -> Iterator[Fact]:
    for found in matches(URL, page.text, "https://"):
        address = found[0].rstrip(".,;:!?")
        before = page.text[max(0, found.start() - 120) : found.start()]
        if address.startswith("https://") and "privacy" not in address.lower() and APPLY.search(before):
            yield Fact("apply_url", address, found.start(), found.start() + len(address))


def adjustments(page: Page) -> Iterator[Fact]:
    for found in matches(ADJUSTMENTS, page.text, "accommodat", "adjust", "disab", "accessib"):
        low, high = sentence(page.text, *found.span())
        for contact in [*EMAIL.finditer(page.text, low, high), *PHONE.finditer(page.text, low, high)]:
            yield Fact("adjustments_contact", contact[0].rstrip("."), low, high)


def requisition(page: Page) -> Iterator[Fact]:
    for label in page.label("requisition"):
        if len(label.value) <= 60:
            yield Fact("requisition_id", label.value, label.start, label.end)
    for found in REFERENCE.finditer(page.text[: page.head]):
        yield Fact("requisition_id", found[1], *found.span())
