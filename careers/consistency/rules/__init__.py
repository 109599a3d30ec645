"""What a recruiter should look at, as pure rules. RULES is the one list of ids; none is ever used again."""

from collections.abc import Iterable, Iterator
from datetime import date

from . import conflicts, dates, facts, items, restated, shared, siblings, style, wording
from .family import Family
from .finding import Finding, Level, Rule
from .shared import Site
from .subject import Company, Item, Perk, Shared, Subject

__all__ = [
    "OF_POSTING",
    "OF_SHARED",
    "OF_SIBLINGS",
    "RULES",
    "Company",
    "Family",
    "Finding",
    "Item",
    "Level",
    "Perk",
    "Rule",
    "Shared",
    "Site",
    "Subject",
    "check",
    "check_shared",
]

# (subject, on)
OF_POSTING: tuple[Rule, ...] = (
    dates.nobody_fits,
    dates.window_is_short,
    dates.too_late_to_start,
    dates.cut_off_before_intake,
    dates.intake_is_over,
    dates.start_has_passed,
    dates.two_lengths,
    dates.start_outside_intake,
    facts.no_title,
    facts.source_without_title,
    facts.no_responsibilities,
    facts.no_requirements,
    dates.closing_has_passed,
    dates.cut_off_has_passed,
    dates.closes_after_start,
    dates.closing_no_clock_shows,
    facts.fact_in_title,
    wording.conditions,
    wording.legal_text,
    items.said_twice,
    items.overlapping_lists,
    wording.noise,
    items.structure_in_item,
    wording.unmeasurable,
    wording.above_intern,
    items.far_from_duties,
    wording.claim_without_unit,
    facts.part_time_unclear,
    facts.flexible_beside_fixed,
    facts.foreign_benefits,
    facts.super_unclear,
    wording.offices_without_city,
    facts.bad_links,
    facts.key_fact_not_stated,
    wording.placeholder,
    conflicts.hours_beyond_days,
    conflicts.hours_of_another_type,
    conflicts.days_of_another_mode,
    conflicts.graduates_who_must_study,
    conflicts.sponsorship_for_nobody,
    restated.said_otherwise,
    style.coded_words,
    style.acronyms,
    style.long_sentences,
    style.shouting,
    style.spelling,
    style.run_on,
    style.mixed_marks,
    style.casing,
    style.at_for_copyright,
    style.old_copyright,
)
# (subject, family)
OF_SIBLINGS: tuple[Rule, ...] = (
    siblings.nobody_fits_if_enrolled,
    siblings.different_cut_offs,
    siblings.different_lengths,
    siblings.different_rules,
    siblings.missing_rule,
    siblings.copied_introduction,
    siblings.near_duplicate,
    siblings.pasted_wording,
    siblings.missing_block,
)
# (shared text, site)
OF_SHARED: tuple[Rule, ...] = (
    shared.stale,
    shared.placeholder_left,
    shared.heading_without_text,
    shared.empty,
    shared.dead_links,
    shared.offices_without_postings_city,
)
RULES: dict[str, Rule] = {rule.id: rule for rule in (*OF_POSTING, *OF_SIBLINGS, *OF_SHARED)}


def check(subject: Subject, family: Family, on: date) -> list[Finding]:
    """Return what all rules find in a posting, `on` being the day at its place; gravest first, then by id."""
    alone = (finding for rule in OF_POSTING for finding in rule(subject, on))
    beside = (finding for rule in OF_SIBLINGS for finding in rule(subject, family))
    return ordered([*alone, *beside])


def check_shared(text: Shared, site: Site) -> list[Finding]:
    return ordered(finding for rule in OF_SHARED for finding in rule(text, site))


def ordered(findings: Iterable[Finding] | Iterator[Finding]) -> list[Finding]:
    levels = list(Level)
    return sorted(findings, key=lambda finding: (levels.index(finding.level), finding.id))
