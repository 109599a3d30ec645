"""What any field of a record says, in a recruiter's words; "" where it says nothing."""

from datetime import UTC, date, datetime

from django.db import models

from careers.postings.fields import ChoiceSetField, MonthField
from careers.postings.phrases import day, listed, moment, month


def say(field, value, names=None, zone=UTC):
    """Return `value` of a model field in words; `names` is {(model, pk): name} for what it refers to."""
    if value is None or value in ("", (), []):
        return ""
    if field.is_relation:
        rows = value if isinstance(value, list | tuple) else [value]
        said = [(names or {}).get((field.related_model, row), f"no longer there ({row})") for row in rows]
        # The order in which rows were tied together says nothing.
        return ", ".join(sorted(said))
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return say_date(field, value, zone)
    return say_choice(field, value)


def say_date(field, value, zone):
    if isinstance(value, datetime):
        return moment(value, zone)
    return month(value) if isinstance(field, MonthField) else day(value)


def say_choice(field, value):
    labels = dict(field.flatchoices)
    if isinstance(field, ChoiceSetField):
        return listed([str(labels.get(each, each)) for each in value])
    return str(labels.get(value, value))


def names_of(referred):
    """Return {(model, pk): name} for an iterable of (model, pk), one query a model."""
    wanted = {}
    for model, pk in referred:
        wanted.setdefault(model, set()).add(pk)
    return {(model, row.pk): str(row) for model, pks in wanted.items() for row in model.objects.filter(pk__in=pks)}


def referred_by(facts):
    """Yield (model, pk) of what {field: value} refers to."""
    for field, value in facts.items():
        if field.is_relation:
            several = isinstance(field, models.ManyToManyField)
            yield from ((field.related_model, pk) for pk in (value if several else [value]) if pk is not None)
