"""Rules about the texts that postings share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from careers.lib.periods import months_later
from careers.postings.phrases import day, listed

from .finding import Flaw, error, info, warning
from .lexicon import tokenise
from .subject import Company, Shared
from .wording import office_list, placeholders, quoted

LINK = re.compile(r"\]\((/[^)\s#?]*)")
EMPTY_HEADING = re.compile(r"^(#+)\s+(.+?)\s*(?:\n\s*)*(?=\n#{1,6}\s|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Site:
    """The day, the cities that have postings, and the addresses within the site that lead nowhere."""

    on: date
    company: Company
    cities: tuple[str, ...] = ()
    dead: frozenset[str] = frozenset()


def internal_links(body: str) -> list[str]:
    """Return the paths on this site that a Markdown text links to."""
    return LINK.findall(body)


@warning("P080", "last_reviewed", "A shared text is stale")
def stale(text: Shared, site: Site) -> Iterator[Flaw]:
    if text.body.strip() and text.last_reviewed and text.last_reviewed < months_later(site.on, -12):
        yield Flaw(
            f"Last reviewed on {day(text.last_reviewed)}, more than a year ago.",
            "Read it, mend what has changed, and write down today's date.",
        )


@error("P081", "body", "A placeholder was left in a shared text")
def placeholder_left(text: Shared, site: Site) -> Iterator[Flaw]:
    if found := placeholders(f"{text.heading}\n{text.body}"):
        yield Flaw(f"A placeholder was left in: {quoted(found)}.", "Put in what belongs there.")


@warning("P082", "body", "A heading without text")
def heading_without_text(text: Shared, site: Site) -> Iterator[Flaw]:
    for found in EMPTY_HEADING.finditer(text.body):
        yield Flaw(f"Nothing stands under the heading “{found[2]}”.", "Write the text or delete the heading.")


@info("P083", "body", "A shared text is empty")
def empty(text: Shared, site: Site) -> Iterator[Flaw]:
    if text.heading and not text.body.strip():
        yield Flaw(
            f"“{text.heading}” has a heading and no text, so no page shows it.",
            "Write it, or leave it empty on purpose.",
        )


@warning("P084", "body", "A link within the site leads nowhere")
def dead_links(text: Shared, site: Site) -> Iterator[Flaw]:
    for address in dict.fromkeys(internal_links(text.body)):
        if address in site.dead:
            yield Flaw(f"{address} leads nowhere.", "Mend the link or take it out.")


@warning("P085", "body", "A list of offices without a city that has postings")
def offices_without_postings_city(text: Shared, site: Site) -> Iterator[Flaw]:
    listing = office_list(text.body, site.company.cities)
    missing = [place for place in site.cities if listing and " ".join(tokenise(place)) not in listing]
    if missing:
        yield Flaw(
            f"It lists offices, but not {listed(missing)}, where there are postings.",
            "Add what is missing, or say that the list is not complete.",
        )
