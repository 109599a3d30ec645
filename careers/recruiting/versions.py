"""A record with its lists as a revision keeps it: what differs from another one, and going back to it."""

from dataclasses import dataclass

from django.core import serializers
from django.core.exceptions import ObjectDoesNotExist
from django.core.serializers.base import DeserializationError
from reversion.errors import RevertError

from careers.postings.phrases import sentence
from careers.recruiting.saying import names_of, referred_by, say
from careers.recruiting.state import zone_of
from careers.recruiting.wordwise import runs, shortened

# Said by the site itself, or of no meaning to a reader.
UNSAID = {"id", "version", "source_hash"}


@dataclass(frozen=True)
class Difference:
    label: str
    parts: list


class Kept:
    """One row, out of a revision or as it is now: the object and the keys of what it refers to many times."""

    def __init__(self, row, many):
        self.row, self.many = row, many
        self.model = type(row)

    @classmethod
    def out_of(cls, version):
        data = serializers.deserialize(version.format, version.serialized_data, ignorenonexistent=True)
        try:
            kept = next(iter(data))
        except DeserializationError as error:
            raise RevertError("This version cannot be read any more.") from error
        return cls(kept.object, kept.m2m_data or {})

    @classmethod
    def now(cls, row):
        many = row._meta.local_many_to_many
        return cls(row, {field.name: [each.pk for each in getattr(row, field.name).all()] for field in many})

    @property
    def facts(self):
        """Return {field: value}."""
        fields = [*self.model._meta.local_fields, *self.model._meta.local_many_to_many]
        return {field: self.value(field) for field in fields if field.name not in UNSAID}

    def value(self, field):
        return list(self.many.get(field.name, ())) if field.many_to_many else getattr(self.row, field.attname)

    def write(self):
        """Save it past the model's own `save()`, as it was kept; what it referred to and is gone is left out."""
        self.row.save_base(raw=True)
        for field in self.model._meta.local_many_to_many:
            there = field.related_model.objects.filter(pk__in=self.many.get(field.name, ()))
            getattr(self.row, field.name).set(there)


class Whole:
    """A record and its items; `lists` names the relations that hold them."""

    def __init__(self, record, items, lists):
        self.record, self.items, self.lists = record, items, lists

    @classmethod
    def out_of(cls, version, lists):
        """Read the record and those items of the same revision that are its own: a revision may hold many records."""
        record = Kept.out_of(version)
        holders = {relation(record.model, name).related_model: relation(record.model, name).field for name in lists}
        others = (each for each in version.revision.version_set.select_related("content_type") if each != version)
        kept = [Kept.out_of(each) for each in others if each._model in holders]
        own = [each for each in kept if getattr(each.row, holders[each.model].attname) == record.row.pk]
        return cls(record, own, lists)

    @classmethod
    def now(cls, row, lists):
        rows = [each for name in lists for each in getattr(row, name).all()]
        return cls(Kept.now(row), [Kept.now(each) for each in rows], lists)

    def referred(self):
        return (each for kept in (self.record, *self.items) for each in referred_by(kept.facts))

    def entries(self, names):
        """Return {key: (label, words)} of every fact of the record, and one of each item."""
        zone = zone_in(self.record.row)
        facts = {
            (self.record.model, field.name): (sentence(str(field.verbose_name)), say(field, value, names, zone))
            for field, value in self.record.facts.items()
        }
        in_order = sorted(
            self.items, key=lambda kept: (kept.model.__name__, getattr(kept.row, "order", 0), kept.row.pk)
        )
        return facts | {(kept.model, kept.row.pk): entry(kept, names) for kept in in_order}

    def put_back(self, **stays):
        """Write everything as it was kept, but for `stays`; raise ValidationError where that is impossible now."""
        record = self.record.row
        for name, value in stays.items():
            setattr(record, name, value)
        record._state.adding = not self.record.model.objects.filter(pk=record.pk).exists()
        record.full_clean()
        self.record.write()
        for name in self.lists:
            related = relation(self.record.model, name)
            kept = [each.row.pk for each in self.items if each.model is related.related_model]
            related.related_model.objects.filter(**{related.field.name: record.pk}).exclude(pk__in=kept).delete()
        for each in self.items:
            each.write()


def entry(kept, names):
    """Return an item's label and its words: its text, then a line for everything else it says."""
    said = {field: say(field, value, names) for field, value in kept.facts.items() if not field.many_to_one}
    text = next((words for field, words in said.items() if field.name == "text"), "")
    lines = [
        f"{sentence(field.verbose_name)}: {words}" for field, words in said.items() if field.name != "text" and words
    ]
    return sentence(str(kept.model._meta.verbose_name)), "\n".join([text, *lines])


def differences(before, after):
    """Return [Difference] from one Whole (None: from nothing) to another, facts first."""
    names = names_of([each for whole in (before, after) if whole for each in whole.referred()])
    old, new = before.entries(names) if before else {}, after.entries(names)
    pairs = {key: (told(old, key), told(new, key)) for key in [*new, *old]}
    labels = {key: label for key, (label, _) in {**old, **new}.items()}
    return [Difference(labels[key], shortened(runs(*pair))) for key, pair in pairs.items() if pair[0] != pair[1]]


def told(entries, key):
    return entries.get(key, ("", ""))[1].replace("\r\n", "\n")


def relation(model, name):
    return model._meta.get_field(name)


def zone_in(row):
    """Return the zone of the record's location; the site's own where there is none, or none any more."""
    try:
        return zone_of(row)
    except (AttributeError, ObjectDoesNotExist):
        return zone_of(Nowhere)


class Nowhere:
    location = None
