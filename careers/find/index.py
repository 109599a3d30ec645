"""Counting: one bit a posting, one set of bits a facet value, kept by each process while the edition stands.

A set of postings is a Python int. Eight counted facets cost microseconds at 1,000 postings, where grouping in SQL took
25 ms of CPU; building it takes two queries.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from careers.postings.derived import edition, next_change
from careers.postings.models import Posting

from .facets import BY_NAME, CLOSING, OPEN_END, stated

FAR = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Index:
    """The open postings of one edition, from `since` until the next one opens or closes."""

    edition: int
    since: datetime
    until: datetime
    places: dict[int, int]
    values: dict[str, dict[str, tuple[str, int]]]

    @classmethod
    def build(cls, number, on):
        places, members, labels = {}, defaultdict(list), {}
        for name, pk, value, label in stated(Posting.objects.open(on)):
            members[name, value].append(places.setdefault(pk, len(places)))
            labels[name, value] = label
        values = {name: {} for name in ("", *BY_NAME)}
        for (name, value), each in members.items():
            values[name][value] = (labels[name, value], bits_at(each))
        return cls(number, on, next_change(on) or FAR, places, values)

    def holds(self, number, on):
        return self.edition == number and self.since <= on < self.until

    def bits(self, pks):
        """Return the set of these postings."""
        return bits_at(self.places[pk] for pk in pks if pk in self.places)

    def offered(self, chosen, within=None):
        """Return {facet: {value: (label, postings)}}, each facet counted as if it alone were unset.

        `chosen` is {facet: values}, `within` the set to which everything but facets holds the list.
        """
        kept = {name: self.any_of(name, values) for name, values in chosen.items()}
        return {name: self.counts(name, self.others(kept, name, within)) for name in BY_NAME}

    def totals(self, chosen, within=None):
        """Return (postings, those of them that state a closing date) of a list."""
        kept = {name: self.any_of(name, values) for name, values in chosen.items()}
        left = self.others(kept, "", within)
        return tuple((self.any_of("", values) & left).bit_count() for values in ([CLOSING, OPEN_END], [CLOSING]))

    def any_of(self, name, values):
        found = 0
        for value in values:
            found |= self.values[name].get(value, ("", 0))[1]
        return found

    def others(self, kept, name, within):
        """Return what is left when every facet but `name` has its say; -1 is the set of everything."""
        left = -1 if within is None else within
        for facet, bits in kept.items():
            left = left if facet == name else left & bits
        return left

    def counts(self, name, within):
        counted = ((value, label, (bits & within).bit_count()) for value, (label, bits) in self.values[name].items())
        return in_order(BY_NAME[name], {value: (label, number) for value, label, number in counted if number})


def bits_at(places: Iterable[int]) -> int:
    """Return the int whose bits at `places` are set; linear, where shifting each bit in would be quadratic."""
    marks = bytearray()
    for place in places:
        if place >> 3 >= len(marks):
            marks.extend(bytes((place >> 3) + 1 - len(marks)))
        marks[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(marks, "little")


def in_order(facet, values):
    """Return closed sets in their own order, everything else by what has most postings and then by name."""
    if facet.kind:
        return {value: values[value] for value in facet.kind.values if value in values}
    return dict(sorted(values.items(), key=lambda item: (-item[1][1], item[1][0].casefold())))


class Keeper:
    """The index of this process, built again when it no longer holds."""

    kept = None

    def current(self, on):
        number, kept = edition(), self.kept
        if kept is None or not kept.holds(number, on):
            kept = self.kept = Index.build(number, on)
        return kept


current = Keeper().current
