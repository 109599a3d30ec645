"""The kind of employment: of the title, of a label, of the text."""

import re
from collections.abc import Iterator

from .page import ABOUT_OTHERS, Fact, Page, facts, matches

EMPLOYMENT = (
    (
        "internship",
        r"\b(?:internships?|interns?|vacation(?:er| work| program(?:me)?| scheme| student)|clerkships?|co-?op"
        r"|cadetships?"
        r"|summer (?:analyst|associate|program(?:me)?|scheme|student(?:ship)?|scholarship)|(?:industrial|work|industry"
        r"|student|university|professional) placements?"
        r"|placement (?:year|student|scheme)|year in industry|working student|werkstudent|insight (?:week"
        r"|programme?)|spring week|work experience placement)\b",
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
FORMS = {kind: re.compile(form, re.IGNORECASE) for kind, form in EMPLOYMENT}
WORDS = {
    "internship": (
        "intern",
        "vacation",
        "clerkship",
        "co-op",
        "coop",
        "cadet",
        "summer",
        "placement",
        "industry",
        "student",
        "insight",
        "spring",
    ),
    "graduate": ("grad",),
    "part-time": ("part-time", "part time", "parttime"),
    "contract": ("contract", "term", "temporary"),
    "full-time": ("full", "permanent"),
}
IN_TITLE = (
    EMPLOYMENT[0],
    (
        "internship",
        r"\b(?:placements?|cadets?|clerks? program(?:me)?|summer clerks?|vacation"
        r"|student (?:\w+ )?(?:engineer|assistant|analyst|developer|researcher))\b",
    ),
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
    r"\b(?:previous|prior|past|former|earlier|through|or|via|including|from|e\.g\.|return|after|lead to|into|become"
    r"|towards?|offers? (?:of|for)) (?:an? |our |the |previous )?(?:\w+ ){0,2}$",
    re.IGNORECASE,
)


# Here an internship may be one that somebody has done before, or what the company offers to others.
ELSEWHERE = {*ABOUT_OTHERS, "minimum", "preferred"}
OFFERED = re.compile(r"(?:join us for|offering|offers) an? (?:\w+ ){0,2}$")


def employments(page: Page, title: Fact | None) -> Iterator[Fact]:
    """Yield the kind of employment: of the title, of a label, of the text."""
    if title:
        yield from _of(IN_TITLE, page.text[title.start : title.end], title)
    for label in page.label("employment", "intake", "duration", "hours"):
        yield from _of(IN_LABEL, label.value, label)
    for kind, _ in EMPLOYMENT:
        for found in matches(FORMS[kind], page.text, *WORDS[kind]):
            before = page.text[max(0, found.start() - 40) : found.start()]
            elsewhere = page.kind_at(found.start()) in ELSEWHERE
            if not elsewhere and (OFFERED.search(before) or not NO_EMPLOYMENT.search(before)):
                yield facts("employment_type", page.text, found, kind)


def _of(kinds: "tuple[tuple[str, str], ...]", words: str, place: Fact) -> Iterator[Fact]:
    for kind, form in kinds:
        if re.search(form, words, re.IGNORECASE):
            yield Fact("employment_type", kind, place.start, place.end)
