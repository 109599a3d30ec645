"""From a checked form to a saved draft, with the rows a person asked for on the way."""

from dataclasses import replace

from django.db import transaction
from django.utils.text import slugify

from careers.importer.drafting import saving
from careers.postings.models import Benefit, BenefitCategory

OTHER = "Other benefits"


def typed_draft(form, formset, preview):
    """Return the draft as it was typed; `entered` are the facts that are not as the text says."""
    lines = tuple(row.line for row in formset if row.cleaned_data.get("kind"))
    facts = form.facts
    new = form.cleaned_data.get("new_fields") or ()
    # Some may have got a row since the page was opened.
    since = [preview.known.field(name) for name in new]
    entered = tuple(name for name in facts if not is_same(facts[name], preview.draft.facts.get(name)))
    return replace(
        preview.draft,
        facts=facts,
        lines=lines,
        fields_of_study=tuple(dict.fromkeys([*(form.cleaned_data.get("fields_of_study") or ()), *filter(None, since)])),
        new_fields=tuple(name for name, row in zip(new, since, strict=True) if not row),
        benefits=tuple(form.cleaned_data.get("benefits") or ()),
        entered=entered,
    )


def is_same(value, said):
    """Compare a form's value with the text's; sets have no order."""
    return set(value) == set(said or ()) if isinstance(value, tuple) else value == said


def with_same(initial, entered, wins):
    """Return the values of a form with what was entered for all, where the text says nothing or `wins` is set."""
    return initial | {name: value for name, value in entered.items() if wins or name not in initial}


@transaction.atomic
def make(form, formset, preview, by):
    """Save the draft and what it needs that has no row yet: all of it or nothing."""
    draft = typed_draft(form, formset, preview)
    for name in ("team", "location"):
        row = draft.facts.get(name)
        if row and row.pk is None:
            row.save()
    made = tuple(new_benefits(form.cleaned_data.get("new_benefits") or (), preview))
    draft = replace(draft, benefits=(*draft.benefits, *made))
    return saving.save(draft, preview.known, by)


def new_benefits(names, preview):
    """Return the benefits of these names, made under the category that the text lists them in."""
    categories = {name: category for category, name in preview.reading.benefits}
    for name in names:
        category = categories.get(name) or OTHER
        kept, _ = BenefitCategory.objects.get_or_create(
            slug=slugify(category)[:80] or "other", defaults={"name": category[:120]}
        )
        known = preview.known.benefit(category, name)
        yield known or Benefit.objects.get_or_create(category=kept, name=name[:120])[0]
