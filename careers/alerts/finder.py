"""The small form beside a sign-up: to look for something else, also for what is not open yet."""

from dataclasses import dataclass

from careers.find.facets import BY_NAME, vocabulary
from careers.find.filters import PostingFilterSet
from careers.postings.models import Posting

ASKED = ("location", "intake", "team", "level")
SHOWN = (*ASKED, "q", "graduation")
LEFT_OUT = {"page", "sort", "posting", "next_role", "next_team"}


@dataclass(frozen=True)
class Choice:
    name: str
    label: str
    chosen: str
    options: list[tuple[str, str]]


def finder(data, on):
    """Return {choices, carried, form}: what can be chosen, what else the address says, and the form with messages."""
    filters = PostingFilterSet(data, Posting.objects.none(), on=on)
    known = vocabulary()
    choices = [choice(name, known[name], data.getlist(name), on) for name in ASKED]
    carried = [
        (name, value)
        for name in data
        for place, value in enumerate(data.getlist(name))
        if name not in LEFT_OUT and (name not in SHOWN or (name in ASKED and place))
    ]
    return {"choices": choices, "carried": carried, "form": filters.form}


def choice(name, known, given, on):
    options = list(known.items())
    if name == "intake":
        options = sorted((value, label) for value, label in options if int(value) >= on.year)
    chosen = next(iter(given), "")
    if chosen and chosen not in dict(options):
        options.append((chosen, known.get(chosen, chosen)))
    return Choice(name, BY_NAME[name].label, chosen, [("", "Any"), *options])
