"""Sentences that introduce the employer where no heading says so."""

import re
from collections.abc import Iterator

from .page import Page, sentence, starts

INTRODUCED_IN = {"opening", "role", "container"}
# What speaks of the role and who may have it is for somebody to read, not a text that all adverts share.
OF_THE_ROLE = re.compile(
    r"\b(?:you|your|intern\w*|students?|graduates?|looking for|seek\w*|hir(?:e|es|ing)|recruit\w*|applica\w+|apply"
    r"|candidates?|role|position|opportunit\w*|welcomes?|invites?|offers?|acknowledg\w*|equal|need|want|team)\b",
    re.IGNORECASE,
)


def introductions(page: Page, company: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of sentences such as "Acme makes ladders in three countries."."""
    form = re.compile(rf"(?:At )?{re.escape(company)},? (?:is|are|has|we|[a-z]{{2,14}}s)\b")
    for start in starts(page.text):
        if page.kind_at(start) in INTRODUCED_IN and form.match(page.text, start):
            low, high = sentence(page.text, start, start + len(company))
            if not OF_THE_ROLE.search(page.text, low, high):
                yield low, high
