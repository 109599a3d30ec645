"""Rules about a posting against its siblings and the shared texts."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from careers.postings.phrases import counted, day, length, listed, month

from .dates import dates_of, end_beyond_cut_off
from .family import STATED_RULES, Family, content, intake_of, kin_of, overlap, sketch
from .finding import Flaw, info, warning
from .lexicon import tokenise
from .subject import Subject

NEARLY_ALL = 0.8
YES_NO = {True: "yes", False: "no"}


def others(counts: Counter[Any], own: object) -> Counter[Any]:
    """Return the counts without the posting itself."""
    return counts - Counter([own])


@warning("P002", "must_stay_enrolled", "Nobody could meet it if its siblings' enrolment rule held")
def nobody_fits_if_enrolled(subject: Subject, family: Family) -> Iterator[Flaw]:
    end = end_beyond_cut_off(subject)
    if subject.must_stay_enrolled is not None or not (end and subject.graduation_by):
        return
    demanded = others(family.rules[kin_of(subject), "must_stay_enrolled"], None)
    if demanded[True] and demanded[True] * 2 >= demanded.total():
        yield Flaw(
            f"It doesn't say whether one must stay enrolled throughout; {counted(demanded[True], 'sibling')} "
            f"demand it. If it held here too, nobody could meet it: finish by {month(subject.graduation_by)}, "
            f"work until {day(end)} at the earliest.",
            f"Say whether enrolment is required; if so, move “finish by” to {month(end)} or later.",
            fact=dates_of(subject),
        )


@warning("P070", "graduation_by", "Different cut-offs within one intake")
def different_cut_offs(subject: Subject, family: Family) -> Iterator[Flaw]:
    by = subject.graduation_by
    differing = sorted(each for each in family.cut_offs[intake_of(subject)] if by and each != by)
    if by and differing:
        theirs = listed([month(each) for each in differing])
        yield Flaw(
            f"It asks to finish by {month(by)}; siblings of the same intake say {theirs}.",
            "Give all postings of the intake one cut-off, or be ready to say why they differ.",
        )


@warning("P071", "weeks_min", "Different lengths within one intake")
def different_lengths(subject: Subject, family: Family) -> Iterator[Flaw]:
    own = (subject.weeks_min, subject.months_min)
    differing = sorted(length(*each).lower() for each in family.lengths[intake_of(subject)] if each != own)
    if any(own) and differing:
        yield Flaw(
            f"It asks for {length(*own).lower()}; siblings of the same intake say {listed(differing, 'or')}.",
            "Give all postings of the intake one length.",
        )


@warning("P072", "must_stay_enrolled", "Different rules within one intake")
def different_rules(subject: Subject, family: Family) -> Iterator[Flaw]:
    for field, words in STATED_RULES.items():
        own = getattr(subject, field)
        if own is not None and family.intake_rules[intake_of(subject), field][not own]:
            yield Flaw(
                f"It says {YES_NO[own]} to {words}; siblings of the same intake say {YES_NO[not own]}.",
                "Make the rule the same, or be ready to say why it differs.",
                field=field,
            )


@warning("P073", "must_stay_enrolled", "A rule that siblings state is missing")
def missing_rule(subject: Subject, family: Family) -> Iterator[Flaw]:
    for field, words in STATED_RULES.items():
        stated = others(family.rules[kin_of(subject), field], getattr(subject, field))
        known = stated[True] + stated[False]
        if getattr(subject, field) is None and known and known * 2 >= stated.total():
            yield Flaw(
                f"It doesn't say {words}; {known} of {stated.total()} siblings do.",
                "State the rule here too.",
                fact=f"does not say {words}",
                field=field,
                cause=f"It doesn't say {words}, siblings do",
            )


@warning("P074", "team", "Team introduction of another kind of work")
def copied_introduction(subject: Subject, family: Family) -> Iterator[Flaw]:
    """Of two teams with one introduction it belongs to the one whose title and name it takes up."""
    if not subject.introduction:
        return
    teams = family.introductions[" ".join(tokenise(subject.introduction))]
    better = sorted(
        team for team, shared in teams.items() if team and team != subject.team and shared >= overlap(subject)
    )
    if better:
        yield Flaw(
            f"The introduction of {subject.team} is that of {listed(better)}, word for word.",
            f"Write what {subject.team} does.",
        )


@info("P075", "responsibilities", "Nearly the same as another posting")
def near_duplicate(subject: Subject, family: Family) -> Iterator[Flaw]:
    words = content(subject)
    candidates = {slug: (title, theirs) for number in sketch(words) for slug, title, theirs in family.alike[number]}
    for slug, (title, theirs) in candidates.items():
        if slug != subject.slug and len(words & theirs) >= NEARLY_ALL * len(words | theirs):
            yield Flaw(
                f"It is nearly the same as “{title}” ({slug}).",
                "Say what sets the two apart, or keep one of them.",
                fact=f"like {slug}",
            )
            return


@warning("P076", "source_text", "Shared wording pasted in")
def pasted_wording(subject: Subject, family: Family) -> Iterator[Flaw]:
    headings = {shared.key: shared.heading or shared.key for shared, _ in family.shared}
    found = {(field, key): None for field, text in subject.passages for key in family.blocks_in(text)}
    for field, key in found:
        yield Flaw(
            f"The text repeats the shared text “{headings[key]}” (boilerplate {key}).",
            "Delete it here: the page shows the shared text by itself.",
            field=field,
            cause=f"Shared wording pasted in: {headings[key]}",
        )


@warning("P077", "source_text", "A shared block that siblings have is missing")
def missing_block(subject: Subject, family: Family) -> Iterator[Flaw]:
    if not subject.source_text:
        return
    kin = kin_of(subject)
    own, total = family.blocks_in(subject.source_text), family.pasted[kin] - 1
    headings = [
        shared.heading or shared.key
        for shared, _ in family.shared
        if shared.key not in own and total and family.blocks[kin][shared.key] * 2 >= total
    ]
    if headings:
        yield Flaw(
            f"The advert lacks what its siblings have: {listed(headings)}.",
            "Nothing to mend where the shared text shows it on the page; mend the advert where it was published.",
            fact=f"lacks {listed(headings)}",
        )
