"""The place of work and the way of working: never an office list, never where the company comes from."""

import re
from collections.abc import Iterator
from functools import cache

from careers.importer.data import load

from .page import Fact, Page, facts, matches, sentence
from .words import one_of

FROM_HOME = r"(?:from home|at home|remotely)\b(?! (?:is|are) (?:not|un)| isn't)"
OFFICE_DAYS = (
    r"days? (?:[\w.]+ ){0,4}(?:office|client|studio|lab|site)|(?:office|studio|lab|client|site) [^.\n]{0,20}days?"
)
# "Four days each week in the office, the fifth from home."
PARTLY = r"(?:(?!\b(?:not?|never|cannot)\b|n't\b)[^.;\n]){0,70}"
MODES = {
    "hybrid": rf"\b(?:{OFFICE_DAYS})\b{PARTLY}\b{FROM_HOME}"
    rf"|\bdays? (?:\w+ ){{0,2}}{FROM_HOME}{PARTLY}\b(?:office|on[- ]site)\b|\bhybrid\b"
    r"(?! (?:cloud|car|vehicle|app|mobile|apps|electric|integration|system|infrastructure))",
    "remote": r"\b(?:fully remote|100% remote|remote[- ]first|remote (?:role|position|internship|opportunity|work"
    r"|job|contract)|work(?:ing)? (?:fully |entirely |completely )?remotely|(?:is|are) (?:fully |entirely "
    r"|completely )?remote\b(?! (?:sens|site|area))|work from anywhere|from anywhere in|fully distributed"
    r"|done remotely)",
    "onsite": r"\b(?:on[- ]?site\b(?! (?:gym|caf|parking|canteen|childcare|child care|barista|kitchen|lunch"
    r"|massage|cr[eè]che|clinic|facilit|visit|interview))|in[- ]person\b(?! (?:interview|event|social"
    r"|assessment))|in[- ]office\b|on[- ]campus\b(?! (?:interview|event|recruit|on \w+day))|in (?:the"
    r"|our) (?:[A-Z]\w+ ){0,2}office (?:\w+ ){0,3}days|office[- ]based"
    r"|based (?:full[- ]time )?(?:in|at|out of) (?:the|our) (?:[A-Z]\w+ ){0,3}(?:office|lab|studio|site"
    r"|hospital)|full[- ]time (?:in|at|from) (?:the|our) (?:[A-Z]\w+ ){0,3}(?:office|lab|studio))\b",
}
WORDS = {
    "hybrid": r"hybrid",
    "remote": r"remote|work from home|wfh|anywhere",
    "onsite": r"on[- ]?site|in[- ](?:person|office)|office[- ]based|office",
}
MODE_FORMS = {mode: re.compile(form, re.IGNORECASE) for mode, form in MODES.items()}
MODE_WORDS = {
    "hybrid": ("hybrid", "home", "remotely"),
    "remote": ("remote", "anywhere", "distributed"),
    "onsite": ("site", "in person", "in-person", "office", "campus", "based"),
}
NO_MODE = re.compile(
    r"\b(?:not|no|non|isn't|cannot|can't|rather than"
    r"|occasional)[^\w.!?]+(?:\w+[^\w.!?]+){0,3}$",
    re.IGNORECASE,
)
OFFICES = re.compile(
    r"\b(?:headquarter\w*|offices (?:in|across|around)|our offices|locations? (?:in|across)|also (?:have|in)"
    r"|founded in|studios? in|hubs? in|presence in|other offices|global offices|worldwide|from \w+ to)\b",
    re.IGNORECASE,
)
WORK_AT = re.compile(
    r"\b(?:(?:in|at|from|to|for|join) (?:our|the|[A-Z][\w&.]+(?: [A-Z]\w+)?'s?) ?(?:\w+ )?|based (?:in|at|out of)"
    r" (?:our |the |central |downtown |inner )?|located (?:in|at) |locations?:? ?|on[- ]?site in |(?:role"
    r"|internship|position|program(?:me)?|placement|job|team|work|opportunity|office|studio|lab|intern|interns"
    r"|roles)(?: is| are| runs?| takes place| will be)?(?: based)? in |relocate to |(?:office|campus|hub|lab"
    r"|hospital|studio|site)s? in |in )$",
)
OFFICE = re.compile(
    r",?(?: [A-Z]{2,3})?,? (?:office|HQ|headquarters|campus|hub|lab|studio|CBD|team|site|hospital|workshop"
    r"|warehouse|clinic|store|plant|newsroom|bureau|branch|practice|depot|chambers|yard|museum|gallery|facility"
    r"|factory|campuses|school)\b"
)
COUNTRY_AFTER = re.compile(
    r",? ?\(?(?:[A-Z]{2,3}|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})?(?:"
    r" \d{4,5})?[,)]{0,2}[ –-]{0,3}$"
)
UNIVERSITY = re.compile(
    r"\b(?:University of|University|College|Institute of Technology|Bank of|Times|Stock Exchange)\W*$"
)
BEHIND_NAME = re.compile(
    r" (?:University|Street|Road|Avenue|Square|Lane|Bridge|Hospital|Bank|Institute|Museum|Council|School|Airport"
    r"|Herald|Business School|College|Times|time\b|GMT|timezone|Water|Trains|Children's"
    r"|Symphony)"
)
PREFIXES = re.compile(
    r"^(?:hybrid|remote|on-?site|in-?person|flexible|multiple locations?|various)\b\W*", re.IGNORECASE
)


# "Edinburgh Parks" is no part of Edinburgh.
LONGER = r"(?:Parks?|Gardens|Heights|Hills|Beach|Valley|Springs|Creek|Falls|Junction|Vale)"
# "Ringaskiddy, Co. Cork"
COUNTY = re.compile(r"\b(?:Co\.?|County) $")
REGION = re.compile(r"[A-Z]{2,3}\)?|(?:Co\.?|County) [A-Z]\w+")
MARKED = re.compile(r"\s*(?:[-•·]|\*(?![^*]+\*\s*$))")


@cache
def countries() -> dict[str, str]:
    """Return {name as written: country}."""
    places = load("places")
    return {**{name: name for name in places["cities"]}, **places["other_names"]}


@cache
def cities() -> dict[str, str]:
    return {city: country for country, names in load("places")["cities"].items() for city in names}


@cache
def city_form() -> "re.Pattern[str]":
    return _names(cities())


@cache
def country_form() -> "re.Pattern[str]":
    return _names(countries())


def _names(names: dict[str, str]) -> "re.Pattern[str]":
    return re.compile(rf"(?<![\w-])(?:{one_of(names)})(?![\w$]|-[a-z]| {LONGER}\b)")


def places(page: Page, raw: str) -> Iterator[Fact]:
    """Yield city and country; several cities of work are one value, "Sydney, Melbourne", in the order of the"
    " text."""
    found = list(_labelled(page)) or list(_in_header(page)) or list(_in_prose(page))
    names = list(dict.fromkeys(str(fact.value) for fact in found))
    if names:
        yield from (Fact("city", ", ".join(names), fact.start, fact.end) for fact in found)
    yield from _countries(page, raw, names)


def _labelled(page: Page) -> Iterator[Fact]:
    for label in page.label("location"):
        value = re.sub(r"(?<=[A-Za-z])-(?=[A-Z])", ", ", label.value)
        known = [each[0] for each in city_form().finditer(value) if not COUNTY.search(value[: each.start()])]
        # Behind another city it is the state.
        known = [name for at, name in enumerate(known) if not (at and name == "Victoria")]
        for name in known or _unknown_city(label.value):
            yield Fact("city", name, label.start, label.end)


def _unknown_city(value: str) -> list[str]:
    """Return the first part of "Wagga Wagga, Australia": a place that no list knows, before a country or a"
    " region."""
    value = re.sub(r" (?=(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)$)", ", ", PREFIXES.sub("", value))
    parts = [part.strip() for part in re.split(r"[,(|/–]| - ", value) if part.strip()]
    region = len(parts) > 1 and (parts[-1].rstrip(")") in countries() or REGION.fullmatch(parts[-1]))
    named = (
        bool(parts) and re.fullmatch(r"[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){0,2}", parts[0]) and parts[0] not in countries()
    )
    return [parts[0]] if region and named else []


def _in_header(page: Page) -> Iterator[Fact]:
    """Yield cities of the short lines above the first heading, cards and titles mostly."""
    for line in re.finditer(r"(?:(?! {3}|\t)[^\n])+", page.text[: page.head]):
        if (
            len(line[0]) <= 120
            and not MARKED.match(line[0])
            and not re.search(r"[a-z]\.\s*$|\boffices\b|[Hh]eadquarter", line[0])
        ):
            words = line[0].title() if line[0].isupper() else line[0]
            for found in city_form().finditer(words):
                if not BEHIND_NAME.match(words, found.end()) and not UNIVERSITY.search(words[: found.start()]):
                    yield Fact("city", found[0], line.start(), line.end())


def _in_prose(page: Page) -> Iterator[Fact]:
    text = page.about_role
    for found in city_form().finditer(text):
        low, _high = sentence(text, *found.span())
        before = text[max(low, found.start() - 60) : found.start()]
        if (
            BEHIND_NAME.match(text, found.end())
            or UNIVERSITY.search(before)
            or OFFICES.search(text[low : found.start()])
        ):
            continue
        if WORK_AT.search(before) or OFFICE.match(text, found.end()) or _joined(text, low, found):
            yield facts("city", text, found, found[0])


def _joined(text: str, low: int, found: "re.Match[str]") -> bool:
    """Tell whether it is the second city of "in Sydney or Melbourne"."""
    before = re.search(
        r"([A-Z][\w. ]{2,20}?)(?:, [A-Z][\w ]+)?,? (?:and|or|/) (?:our |in )?$|, $",
        text[max(low, found.start() - 60) : found.start()],
    )
    near = text[max(low, found.start() - 90) : found.start()]
    return bool(before and any(WORK_AT.search(near[: city.start()]) for city in city_form().finditer(near)))


def _countries(page: Page, raw: str, names: list[str]) -> Iterator[Fact]:
    """Yield the country of the place of work; a known city's only where the text itself names it."""
    for label in page.label("country", "location"):
        for found in country_form().finditer(re.sub(r"(?<=[A-Za-z])-(?=[A-Z])", ", ", label.value)):
            if found[0] not in names or found[0] in cities():
                yield Fact("country", countries()[found[0]], label.start, label.end)
    wanted = {cities()[name] for name in names if name in cities()}
    for found in country_form().finditer(raw):
        if countries()[found[0]] in wanted and len(wanted) == 1:
            yield Fact("country", countries()[found[0]], found.start(), found.start())
    for line in re.finditer(r"[^\n]+", page.text[: page.head]):
        if line[0].isupper():
            named = (countries()[found[0]] for found in country_form().finditer(line[0].title()))
            yield from (Fact("country", name, *line.span()) for name in named if wanted == {name})
    if not names:
        yield from (
            facts("country", page.about_role, found, countries()[found[0]])
            for found in country_form().finditer(page.about_role)
            if re.search(
                r"(?:based|located|anywhere|remote(?:ly)?|work(?:ing)?|[Ii]n|within|across)\W+(?:(?:in|from"
                r"|within|across)\W+)?(?:the )?\(?$",
                page.about_role[max(0, found.start() - 30) : found.start()],
            )
            and not OFFICES.search(page.about_role[max(0, found.start() - 60) : found.start()])
        )


def modes(page: Page) -> Iterator[Fact]:
    """Yield the way of working: labels before sentences, hybrid before its two halves."""
    for label in page.label("mode", "location", "employment"):
        for mode, words in WORDS.items():
            if label.name != "mode" and mode == "onsite":
                words = r"on[- ]?site|in[- ](?:person|office)|work(?:ing)? from (?:the |our )?office"
            said = re.search(rf"\b(?:{words})\b", label.value, re.IGNORECASE)
            if said and not NO_MODE.search(label.value[: said.start()]):
                yield Fact("work_mode", mode, label.start, label.end)
    yield from _mode_of_header(page)
    text = page.about_role
    for mode in MODES:
        for found in matches(MODE_FORMS[mode], text, *MODE_WORDS[mode]):
            if not NO_MODE.search(text[max(0, found.start() - 40) : found.start()]):
                yield facts("work_mode", text, found, mode)


def _mode_of_header(page: Page) -> Iterator[Fact]:
    for found in re.finditer(
        r"(?m)(?:^|[|·•(,/–-]) *(hybrid|remote|on-?site)\b *(?=$|[|·•),/–(]|- )",
        page.text[: page.head],
        re.IGNORECASE,
    ):
        yield Fact("work_mode", re.sub(r"[- ]", "", found[1].lower()), found.start(1), found.end(1))
