"""Precision and recall of what the importer reads, field by field, against the truth beside each advert."""

import json
import re
from collections import defaultdict
from datetime import date
from decimal import Decimal

from careers.importer.advert import parse
from careers.importer.record import as_record
from careers.importer.sections.decoding import decode

NOT_SCORED = {"file", "unread", "dropped"}
# What a draft keeps beyond the record; only truth that says something under "draft" is held against it.
DRAFT = (
    "opens_at", "valid_through", "work_rights", "study_years", "hours_per_week", "on_site_days_min", "graduation_from",
    "sponsorship_offered", "pay_super", "requisition_id", "adjustments_contact",
)  # fmt: skip


def score(directory, names=""):
    """Return {field: (right, read, true)} of the adverts whose file names match `names`, or of all."""
    counts = defaultdict(lambda: [0, 0, 0])
    for path, truth in samples(directory, names):
        for name, found in judged(record_of(path), truth):
            counts[name] = [sum(pair) for pair in zip(counts[name], found, strict=True)]
    return {name: tuple(found) for name, found in counts.items()}


def samples(directory, names=""):
    for path in sorted(directory.glob("*.json")):
        if re.match(names, path.name):
            truth = json.loads(path.read_text(encoding="utf-8"))
            yield next(each for each in sorted(directory.glob(f"{path.stem}.*")) if each != path), truth


def record_of(path):
    advert = parse(decode(path.read_bytes()))
    return as_record(path.name, advert) | {"draft": {name: written(advert.value(name)) for name in DRAFT}}


def written(value):
    """Return a fact as JSON has it: "2027-03-05 12:00", "2027-12" for a month, a list for a tuple."""
    if isinstance(value, date):
        return f"{value:%Y-%m}"
    if isinstance(value, tuple) and isinstance(value[0], date):
        return " ".join([f"{value[0]}", *(f"{clock:%H:%M}" for clock in value[1:] if clock)])
    return list(value) if isinstance(value, tuple) else float(value) if isinstance(value, Decimal) else value


def judged(record, truth):
    for name in scored(record, truth):
        said, true = parts(record[name]), parts(truth.get(name))
        yield name, (len(said & true), len(said), len(true))


def scored(record, truth):
    return sorted(set(record) - NOT_SCORED - ({"draft"} - set(truth)))


def parts(value):
    """Return the value as a set: items of a list, entries of an object, one value, or nothing."""
    if value is None:
        return set()
    if isinstance(value, dict):
        return {f"{key}={each}" for key, each in value.items() if each is not None}
    if isinstance(value, list):
        return {plain(each) for each in value}
    return {plain(value)}


def plain(value):
    words = f"{value.get('category') or ''} {value['name']}" if isinstance(value, dict) else str(value)
    return " ".join(re.findall(r"[\w+#]+", words.lower()))


def mistakes(directory, names=""):
    """Yield (file, field, what was read, what is true) where they differ."""
    for path, truth in samples(directory, names):
        record = record_of(path)
        for name in scored(record, truth):
            said, true = parts(record[name]), parts(truth.get(name))
            if said != true:
                yield path.name, name, sorted(said - true), sorted(true - said)


def rates(counts):
    """Return precision and recall over all fields."""
    right, read, true = (sum(each) for each in zip(*counts.values(), strict=True))
    return right / read, right / true


def table(counts):
    rows = [f"{'field':26}{'precision':>10}{'recall':>8}"]
    for name, (right, read, true) in sorted(counts.items()):
        rows.append(f"{name:26}{right / read if read else 1:10.2f}{right / true if true else 1:8.2f}")
    return "\n".join([*rows, "{:26}{:10.3f}{:8.3f}".format("all", *rates(counts))])
