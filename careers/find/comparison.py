"""Two to four postings side by side, row by row."""

from dataclasses import dataclass

from careers.postings.choices import QualificationKind, SkillsRule
from careers.postings.factsheet import factsheet

MOST = 4
LEAST = 2
NOT_STATED = "Not stated"
NOTHING = "–"
IN_WORDS = {"What you need": QualificationKind.MINIMUM, "What helps": QualificationKind.PREFERRED}
HOW = {
    (QualificationKind.MINIMUM, SkillsRule.ALL): "Needed",
    (QualificationKind.MINIMUM, SkillsRule.ANY_OF): "One of several needed",
    (QualificationKind.MINIMUM, SkillsRule.EXAMPLES): "Named as an example",
    (QualificationKind.PREFERRED, SkillsRule.ALL): "Helps",
    (QualificationKind.PREFERRED, SkillsRule.ANY_OF): "One of several helps",
    (QualificationKind.PREFERRED, SkillsRule.EXAMPLES): "Named as an example that helps",
}


@dataclass(frozen=True)
class Row:
    label: str
    cells: tuple[str, ...]

    @property
    def is_equal(self):
        return len(set(self.cells)) == 1

    @property
    def is_shared(self):
        """Return whether more than one of them says something here."""
        return len(self.cells) - self.cells.count(NOTHING) > 1

    @property
    def is_stated(self):
        return set(self.cells) != {NOT_STATED}


def compare(postings, on):
    """Return rows that differ, are equal, in words, of skills and of benefits; needs all of them at hand."""
    facts = fact_rows(postings, on)
    return {
        "differing": [row for row in facts if not row.is_equal],
        "equal": [row for row in facts if row.is_equal and row.is_stated],
        "unstated": [row.label.lower() for row in facts if not row.is_stated],
        "in_words": {label: texts_of(postings, kind) for label, kind in IN_WORDS.items()},
        "skills": shared_first(rows_of([skills_of(posting) for posting in postings], NOTHING)),
        "benefits": [row for row in benefit_rows(postings) if not row.is_equal],
    }


def fact_rows(postings, on):
    sheets = [factsheet(posting, on) for posting in postings]
    return [
        Row(facts[0].label, tuple(". ".join(filter(None, [fact.text, fact.note])) or NOT_STATED for fact in facts))
        for facts in zip(*sheets, strict=True)
    ]


def texts_of(postings, kind):
    """Return for each posting the texts of its qualifications of a kind."""
    return [[item.text for item in posting.qualifications.all() if item.kind == kind] for posting in postings]


def skills_of(posting):
    """Return {skill: how it is meant}, the strictest meaning where it is named twice."""
    strictness = list(HOW.values())
    found = {}
    for item in posting.qualifications.all():
        how = HOW[item.kind, item.skills_rule]
        for skill in item.skills.all():
            found[skill.name] = min(found.get(skill.name, how), how, key=strictness.index)
    return found


def benefit_rows(postings):
    """Return how many each lists, then each benefit that those which list any do not share."""
    listed = [{benefit.name: "Listed" for benefit in posting.benefits.all()} for posting in postings]
    numbers = Row("How many", tuple(f"{len(each)} listed" if each else NOT_STATED for each in listed))
    rows = rows_of([each or None for each in listed], "Not listed")
    return [numbers, *(row for row in rows if len(set(row.cells) - {NOT_STATED}) > 1)]


def rows_of(columns, otherwise):
    """Return one Row for each key of `columns`, dicts in the order of the postings; None is one that says nothing."""
    labels = dict.fromkeys(label for column in columns for label in column or ())
    return [
        Row(label, tuple(NOT_STATED if column is None else column.get(label, otherwise) for column in columns))
        for label in labels
    ]


def shared_first(rows):
    return sorted(rows, key=lambda row: (row.cells.count(NOTHING), row.label.casefold()))
