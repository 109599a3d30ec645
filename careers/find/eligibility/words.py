"""How facts are said in a sentence."""

from collections.abc import Iterable

from careers.postings.phrases import counted, listed

LEVELS = {"bachelor": "bachelor", "master": "master", "phd": "PhD", "other": "other"}
YOU_ARE = {
    "bachelor": "you are a bachelor student",
    "master": "you are a master student",
    "phd": "you are a PhD student",
    "other": "you study for another qualification",
    "graduated": "you have graduated",
}
STUDY_YEARS = {"penultimate": "second-last"}
RIGHTS = {
    "citizen": "citizens",
    "resident": "permanent residents",
    "student-visa": "student visa holders",
    "other-visa": "holders of another visa with work rights",
}
YOU_HOLD = {
    "citizen": "you are a citizen of {country}",
    "resident": "you are a permanent resident of {country}",
    "student-visa": "you hold a student visa for {country}",
    "other-visa": "you hold another visa with work rights for {country}",
    "sponsorship": "you need sponsorship for {country}",
}
WITH_ARTICLE = ("United ", "Netherlands", "Philippines")


def either(words: Iterable[str]) -> str:
    return listed(list(words), "or")


def both(words: Iterable[str]) -> str:
    return listed(list(words), "and")


def length(weeks: int | None, months: int | None) -> str:
    """Return "12 weeks", "3 months" or, where both are stated, "12 weeks and 3 months"; "" for neither."""
    parts = [counted(number, unit) for number, unit in ((weeks, "week"), (months, "month")) if number]
    return both(parts) if parts else ""


def country_in_sentence(name: str | None) -> str:
    if not name:
        return "its country"
    return f"the {name}" if name.startswith(WITH_ARTICLE) else name


def lower_first(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def name_in_sentence(name: str) -> str:
    """Return a name as it stands inside a sentence: "Computer science" without its capital, "UX design" with it."""
    return name if name[1:2].isupper() else lower_first(name)
