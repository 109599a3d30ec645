"""What a draft page shows beside the form: the marked text, where each value was read, and what the rules find."""

from dataclasses import dataclass, replace

from careers.consistency import report, snapshot
from careers.consistency.rules import Item, Level, Perk, check
from careers.importer.advert import parse
from careers.importer.drafting.draft import PAY, draft_of, pay_in
from careers.importer.drafting.known import Known, country_of
from careers.importer.drafting.reading import reading_of
from careers.importer.marking import anchors, passage_at, passages
from careers.postings.models import Posting
from careers.recruiting import wordwise

from .fact_forms import FACTS, FIELDSETS, SEVERAL
from .shared import Introduction, blocks, wordwise_runs

MOST_ALIKE = 3


@dataclass(frozen=True)
class Preview:
    """A text as it was read; everything here follows from the text and the rows there are."""

    advert: object
    reading: object
    draft: object
    known: object
    passages: tuple

    @property
    def unread(self):
        return [each for each in self.passages if each.role == "unread" and each.is_marked]

    @property
    def dropped(self):
        return [each for each in self.passages if each.role == "dropped" and each.is_marked]

    @property
    def blocks(self):
        return blocks(self.advert, self.known.shared)

    @property
    def introduction(self):
        """Return what the text says of the team beside what the site says of the team that was found."""
        team = self.draft.facts.get("team")
        kept = team.introduction if team else ""
        return Introduction(self.reading.introduction, wordwise_runs(kept, self.reading.introduction))

    @property
    def unknown(self):
        """Return the names without a row that the form offers to make one for."""
        names = [name for category, name in self.reading.benefits if not self.known.benefit(category, name)]
        return {"new_fields": list(self.draft.new_fields), "new_benefits": list(dict.fromkeys(names))}

    @property
    def named(self):
        return {"new_fields": self.reading.fields, "new_benefits": [name for _, name in self.reading.benefits]}

    @property
    def initial(self):
        """Return the values the form starts from."""
        several = {"fields_of_study": self.draft.fields_of_study, "benefits": self.draft.benefits}
        new = {"new_fields": list(self.draft.new_fields)}
        return self.half_a_pay | self.draft.facts | several | self.new_location | new

    @property
    def half_a_pay(self):
        """Return pay whose currency or period is not in the text: no draft can keep it, but a form can ask."""
        said = {} if pay_in(self.draft.facts) else self.reading.facts
        return {name: said[name] for name in PAY if name in said}

    @property
    def new_location(self):
        """Return what the text itself says of a place that has no row; its time zone is for a person to choose."""
        cities = self.reading.cities
        if len(cities) != 1 or "location" in self.draft.facts:
            return {}
        return {"new_country": country_of(cities[0]) or ""}


def preview_of(text, url=""):
    """Return the Preview; raise NotAnAdvert where the text is none."""
    known = Known()
    advert = parse(text, known.context)
    reading = reading_of(advert, known.context.skills)
    draft = draft_of(reading, known, url)
    return Preview(advert, reading, draft, known, tuple(passages(advert, FACTS)))


def fieldsets(form, preview):
    """Return [(heading, [(bound field, the passage it was read from or None)])]."""
    found = anchors(list(preview.passages))
    return [
        (heading, [(form[name], found.get(name) if name in preview.initial else None) for name in names])
        for heading, names in FIELDSETS
    ]


def row_fields(form, preview, *names):
    found = anchors(list(preview.passages))
    return [(form[name], found.get(name)) for name in names]


def items(formset, preview):
    """Return [(row of the form, the passage it was read from or None)]."""
    return [(form, _passage_of(form, preview)) for form in formset]


def _passage_of(form, preview):
    start = form["start"].value()
    return passage_at(list(preview.passages), int(start)) if str(start or "").isdecimal() else None


def findings(draft):
    """Return {level: [Finding]} of a draft that is not saved, among its siblings."""
    posting = draft.posting()
    demands = (
        Item(line.kind, line.text, tuple((name.lower(), name) for name in line.skills), line.rule)
        for line in draft.items
    )
    subject = replace(
        snapshot.sibling_of(posting, tuple(demands)),
        fields_of_study=tuple(row.name for row in draft.fields_of_study),
        benefits=tuple(Perk(row.name, row.countries) for row in draft.benefits),
        company=snapshot.company(),
    )
    found = check(subject, snapshot.family_of([*snapshot.under_care(), posting]), report.today(posting))
    levels = {level.value: [each for each in found if each.level is level] for level in Level}
    return {level: each for level, each in levels.items() if each}


def compared(posting, text):
    """Return the runs from a posting's source text to another text."""
    return wordwise.shortened(wordwise.runs(posting.source_text, text))


def changed_since(posting, draft):
    """Return [(label, now, as the text says)] of the facts in which a posting differs from what its text says."""
    names = [name for name in FACTS if name not in SEVERAL]
    values = ((name, getattr(posting, name), draft.facts.get(name)) for name in names)
    label = posting._meta.get_field
    return [(label(name).verbose_name, now, said) for name, now, said in values if (now or None) != (said or None)]


def lists_changed(posting, draft):
    """Return [(list, runs)] of the lists in which a posting's items are not those of its text."""
    items = [("What you would do", "duty", posting.responsibilities.all())]
    for label, kind in (("What you need", "minimum"), ("What helps", "preferred")):
        items.append((label, kind, posting.qualifications.filter(kind=kind)))
    for label, kind, rows in items:
        now = "\n".join(row.text for row in rows)
        said = "\n".join(line.text for line in draft.items if line.kind == kind)
        if now != said:
            yield label, wordwise.shortened(wordwise.runs(now, said))


def alike(draft):
    """Return other postings of the same title that came from a text, each with the words it differs by."""
    title = draft.facts.get("title")
    found = Posting.objects.filter(title__iexact=title).exclude(source_text="") if title else Posting.objects.none()
    return [(posting, compared(posting, draft.source_text)) for posting in found.order_by("-pk")[:MOST_ALIKE]]
