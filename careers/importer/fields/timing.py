"""When it starts, which intake it belongs to, how long it lasts, how many days a week."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from math import ceil

from careers.lib.numbers import WORD, number

from .months import WEEKDAY, YEAR, Month, months
from .page import Fact, Page, facts, matches, sentence, sentences

NUMBER = rf"(?:\d{{1,2}}|{WORD})"
UNIT = re.compile(
    r"\b(?:w(?:ee)?ks?|Wochen|months?|mths?|Monaten?|years?)\b(?!'? (?:ago|old|of age|notice))", re.IGNORECASE
)
COUNT = re.compile(
    rf"(?<![\w.$€£/-])(?P<number>{NUMBER})(?:\s?\([^()]{{1,12}}\))?\+?(?:\s?(?:-|–|—|to|or"
    rf"|and)\s?{NUMBER}\+?)?(?:\s?\([^()]{{1,12}}\))?"
    r"[\s-]{0,2}(?:(?:full|consecutive|continuous|straight|paid|calendar|whole|uninterrupted"
    r"|additional)[\s-]){0,2}$",
    re.IGNORECASE,
)
IN_LENGTH = re.compile(
    r"\b(?:intern(?:ship)?s?|program(?:me)?s?|placements?|co-?op|contract|duration|minimum|length|commit\w*|role"
    r"|runs?|lasts?|lasting|period|full[- ]time|paid|traineeship|rotations?|fixed[- ]term|cadetship|stage"
    r"|opportunity|position|temporary|clerkship"
    r"|vacation|summer|for|scheme|term|over|join|spends?|engagement|assignment|fellowship|residency|apprenticeship"
    r"|available|winter|structured)\b",
    re.IGNORECASE,
)
NO_LENGTH_BEFORE = re.compile(
    r"\b(?:rotations? of|ago|within|every|founded|old|past|last|next|first|each (?:rotation|block|stage|module|term"
    r"|sprint|of)|each(?= $)|respond|reply|hear from"
    r"|back to you|(?<!is )(?<!are )after"
    r"|probation\w*|notice|least \w+ years'?|degree|graduated|graduation|review\w*|respon[sd]\w*)\b"
    r"[^.;:]{0,25}$",
    re.IGNORECASE,
)
NO_LENGTH_AFTER = re.compile(
    r"-? rotations?\b| off\b|'? of (?:training|induction|onboarding|orientation)\b"
    r"|'?(?: of)?(?: (?:relevant|work|industry|professional|paid|annual|parental|full[- ]time"
    r"|prior|practical"
    r"|proven|tertiary|university))*"
    r" (?:experience|leave|notice|probation|holidays?|vacation days|degree|track record|warranty|history|ago"
    r"|studies|study|stud(?:y|ying)|before|after|earlier|maternity|sick)\b",
    re.IGNORECASE,
)
NOT_DAYS = re.compile(
    r"extend|extension|from home|remote|wfh|mobile work|home office|drinks?\b|lunch|social|train(?:ing)?\b"
    r"|up to",
    re.IGNORECASE,
)
OTHER_DAYS = re.compile(r"[,;]|\b(?:and|with|plus|the rest)\b", re.IGNORECASE)
OFFICE = re.compile(r"\boffice|hybrid|in person", re.IGNORECASE)
# "June to August 2027 (10 weeks, paid)"
BEHIND_DATES = re.compile(r"\b20\d\d,? \($")
REACH = 45
DAY = re.compile(r"\bdays?\b", re.IGNORECASE)
DAYS_BEFORE = re.compile(
    rf"(?<![\w.$/-])(?P<number>{NUMBER})\+?(?:\s?\([^()]{{1,12}}\))?(?:\s?(?:-|–|—|to"
    rf"|or)\s?{NUMBER})?\+?(?:\s?\([^()]{{1,20}}\))?[\s-]"
    r"(?:(?:full|working|business|office|work) ){0,2}$",
    re.IGNORECASE,
)
DAYS_AFTER = re.compile(
    r"(?: of work)?(?:\s?\([^()]{1,20}\))?(?: (?:(?:and )?(?:onsite|on-site|on site|in (?:the "
    r"|our )?(?:[A-Z]\w+ )?office|in person|at (?:the|our) \w+)))?,?"
    r"\s?(?:(?:per|a|each|/|every|in the|of the|out of each)\s?(?:working )?week\b|(?:out of|of) (?:7|seven)\b"
    r"|-?week\b|weekly\b|p\.?\s?w\b)",
    re.IGNORECASE,
)
# What a month behind these words begins, up to so many characters on.
START = re.compile(
    r"\b(?:start(?:s|ing)?(?: dates?)?|commenc(?:es?|ing|ement)(?: dates?)?|begin(?:s|ning)?|runs?|running"
    r"|takes? place|kicks? off"
    r"|join(?:ing)? us|joining|available (?:from|to start)|arrival|onboarding|first day|dates|period"
    r"|term)\b[^.;\n]{0,60}$",
    re.IGNORECASE,
)
FROM = re.compile(
    r"\b(?:from|as of|between|during)(?: the| about| around)?(?: (?:early|mid|late|start of|beginning of|end of"
    r"|week of|w/c|week (?:commencing|beginning|starting)|\d{1,2}(?:st|nd|rd|th)?|\w+day,?))*\W*$",
    re.IGNORECASE,
)
NO_START = re.compile(
    r"\b(?:appl\w+|review\w*|interview\w*|your career|degree|founded|graduat\w+|clos\w+|deadline|posted"
    r"|advertised|published|complet\w+"
    r"|conferr\w+|since|until|by|before|ends?|ending|updated|assessment|offers?(?! (?:an?|the|paid|internships?"
    r"|places?)\b)|shortlist\w*|return\w*|stud(?:y"
    r"|ies)|enrol\w*|later than|latest|class of|back in|opened|expir\w+)\b",
    re.IGNORECASE,
)
TO = re.compile(
    r"\W*(?:\d{1,2}(?:st|nd|rd|th)?)?,?\s?(?:–|—|-|to|until|till|through|thru"
    rf"|and)\s?(?:the )?(?:{WEEKDAY} )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:end of |late |early |mid[- ])?",
    re.IGNORECASE,
)
STARTS = re.compile(START.pattern.removesuffix(r"[^.;\n]{0,60}$"), re.IGNORECASE)
YEAR_BEFORE = re.compile(
    r"\b(20\d\d)\s*[(,–—-]*\s*(?:earliest |with an? )?(?:start\w*|begin\w*"
    r"|commenc\w*)(?: dates?)?(?: in| from)? $",
    re.IGNORECASE,
)
DAY_BEFORE = re.compile(
    r"(?:\b\d{1,2}(?:st|nd|rd|th)?(?: of)?|\b(?:early|mid|late)"
    r"|\b\w+day,?(?: the)?(?: \d{1,2}(?:st|nd|rd|th)?)?)[ -]?$",
    re.IGNORECASE,
)
PROGRAMME = re.compile(
    r"(?:(?P<after>(?<![\d$€£.,])\b20[2-4]\d(?:\s?[/–-]\s?(?:20)?\d\d\b)?)[\s-]+(?:\w+[\s-]+){0,4}?(?:start"
    r"|intake|cohort|program(?:me)?|intern(?:ship)?s?|season|summer|winter|graduates?|placement|vacation(?:er)?"
    r"|clerkship|cadet(?:ship)?|co-?op|traineeship|grad)\b"
    r"|\b(?:summer|winter|spring|autumn|fall|intake|cohort|start(?:ing)?|commencing|beginning|programme?"
    r"|intern(?:ship)?s?|placement|season|term|cohort of|vacation)s?(?: \w+){0,2}?[\s(–—,:|-]+(?:in |for |of "
    r"|from |during |early |mid |late |mid-)*(?P<before>20[2-4]\d(?:\s?[/–-]\s?(?:20)?\d\d\b)?))",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"\b(?:not|no longer|closed|filled|previous|last year|already|instead of|isn't|aren't|former|past|since"
    r"|founded|opened in|won|award\w*|named|ranked|voted|graduat\w+|class of|complet\w+|completion|clos\w+"
    r"|deadline|posted|appl(?:y|ications) (?:by|before))\b",
    re.IGNORECASE,
)


def starts(page: Page, title: Fact | None = None) -> Iterator[Fact]:
    """Yield the earliest month that a label, the title or a sentence about the start names with its year."""
    for label in [*page.label("start", "duration"), *([title] if title else [])]:
        if named := [month.day for month in months(page.text[label.start : label.end]) if month.day]:
            yield Fact("earliest_start", f"{min(filter(None, named)):%Y-%m}", label.start, label.end)
    text = page.about_role
    # A month counts with a year only, its own or one that stands in its sentence.
    found = [month for low, high in sentences(text, ("20", "'2")) for month in months(text, low, high)]
    for at, month in enumerate(found):
        after = found[at + 1] if at + 1 < len(found) else None
        low, high = sentence(text, month.start, month.end)
        day = month.day or _year_before(text, low, month)
        if day and _begins(text, low, month, after):
            yield Fact("earliest_start", f"{day:%Y-%m}", low, high)


def _begins(text: str, low: int, month: Month, after: Month | None) -> bool:
    """Tell whether something begins in this month: by the words before it, or by the month that it lasts to."""
    before = text[max(low, month.start - 90) : month.start]
    before = DAY_BEFORE.sub("", before)
    said = list(START.finditer(before))
    if said:
        # "Applications close in May; the program starts in July": the word nearest to the month decides.
        last = max(found.start() for word in STARTS.finditer(before) for found in [word])
        return not NO_START.search(before, last)
    if NO_START.search(before):
        return False
    lasts = bool(after and after.day and TO.fullmatch(text[month.end : after.start]))
    return bool(FROM.search(before)) or lasts


def _year_before(text: str, low: int, month: Month) -> date | None:
    """Return the month of "in 2026 (earliest starting in January)": the year stands just before."""
    year = YEAR_BEFORE.search(text, max(low, month.start - 60), month.start)
    return date(int(year[1]), month.number, 1) if year else None


def intakes(page: Page, title: Fact | None, begun: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the programme's year: of the words around it, else of the start."""
    for label in [*page.label("intake"), *([title] if title else [])]:
        if found := YEAR.search(page.text[label.start : label.end]):
            yield Fact("intake_year", int(found[1]), label.start, label.end)
    text = page.about_role
    for found in matches(PROGRAMME, text, "202", "203", "204"):
        group = "after" if found["after"] else "before"
        if not _denied(text, found, found.start(group)):
            yield facts("intake_year", text, found, int(found[group][:4]))
    for fact in begun:
        yield Fact("intake_year", int(fact.value[:4]), fact.start, fact.end)


def _denied(text: str, found: "re.Match[str]", at: int) -> bool:
    low, high = sentence(text, *found.span())
    return bool(DENIED.search(text, max(low, at - 45), min(high, at + 45)))


def lengths(page: Page) -> Iterator[Fact]:
    """Yield the least length in weeks; weeks before months, a label before a sentence."""
    for label in page.label("duration", "employment", "hours", "start"):
        yield from (replace(fact, start=label.start, end=label.end) for _, fact in _lengths(label.value, labelled=True))
    yield from (fact for _, fact in sorted(_lengths(page.terms), key=lambda each: each[0]))


def _lengths(text: str, labelled: bool = False) -> Iterator[tuple[int, Fact]]:
    """Yield (rank, fact) of each length: one in weeks is more exact than one in months, a year the least."""
    for count, unit, start, end in lengths_in(text):
        low, high = sentence(text, start, end)
        if labelled or _is_length(text, start, end, low, high):
            yield "wmy".index(unit), Fact("duration_weeks_min", _weeks(count, unit), low, high)


def lengths_in(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, str, int, int]]:
    """Yield (how many, w, m or y, start, end) of each count of weeks, months or years."""
    for unit in UNIT.finditer(text, start, len(text) if end is None else end):
        first = max(start, unit.start() - REACH)
        if count := COUNT.search(text[first : unit.start()]):
            yield number(count["number"]), unit[0][0].lower(), first + count.start(), unit.end()


def _weeks(count: int, unit: str) -> int:
    return count if unit == "w" else ceil(count * 13 / 3) if unit == "m" else count * 52


def _is_length(text: str, start: int, end: int, low: int, high: int) -> bool:
    if NO_LENGTH_AFTER.match(text, end) or NO_LENGTH_BEFORE.search(text[max(low, start - 60) : start]):
        return False
    alone = not text[low:start].strip(" -•*,(") or text[low:start].rstrip().endswith(("|", "·", "•"))
    alone = alone or bool(BEHIND_DATES.search(text, max(low, start - 12), start))
    near = text[max(low, start - 60) : start] + text[end : min(high, end + 50)]
    return bool(IN_LENGTH.search(near)) or (alone and not text[start:end].lower().rstrip("s").endswith("year"))


def days(page: Page) -> Iterator[Fact]:
    """Yield the least days a week, those of work before those in the office; days at home are none of them."""
    text = page.about_role
    yield from (fact for _, fact in sorted(_days(text), key=lambda each: each[0]))


def _days(text: str) -> Iterator[tuple[bool, Fact]]:
    for count, start, end in days_in(text):
        low, high = sentence(text, start, end)
        # Behind "and" or a comma the other days are spoken of.
        near = text[max(low, start - 40) : end] + OTHER_DAYS.split(text[end : min(high, end + 30)])[0]
        if not NOT_DAYS.search(near):
            near = text[max(0, start - 40) : end + 30]
            yield bool(OFFICE.search(near)), Fact("days_per_week_min", count, *sentence(text, start, end))


def days_in(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, int]]:
    """Yield (how many, start, end) of each count of days a week."""
    for day in DAY.finditer(text, start, len(text) if end is None else end):
        first = max(start, day.start() - REACH)
        before, after = DAYS_BEFORE.search(text[first : day.start()]), DAYS_AFTER.match(text, day.end())
        if before and after and 1 <= number(before["number"]) <= 7:
            yield number(before["number"]), first + before.start(), after.end()
