"""Three states of one record and its lists: as opened, as it is now, as somebody typed it.

A state is {row: {field: {input: [values]}}}; a row is ("", "") for the record itself and (prefix, pk) for an item.
Of the opened state only digests are known: the form carries them instead of every text twice.
"""

import json
from dataclasses import dataclass, field
from hashlib import sha256

RECORD = ("", "")
NEW = "new"


@dataclass(frozen=True)
class Difference:
    """One field, or with `name` "" a whole item, that two people left in different states."""

    row: tuple[str, str]
    name: str
    mine: dict | None
    theirs: dict | None

    @property
    def key(self):
        return "/".join((*self.row, self.name))


@dataclass
class Merged:
    """`state` holds both people's edits; `contested` is where both edited, and mine stands; `taken` is theirs alone."""

    state: dict = field(default_factory=dict)
    contested: list[Difference] = field(default_factory=list)
    taken: list[Difference] = field(default_factory=list)


def digests(state):
    return {"/".join(row): {name: digest(inputs) for name, inputs in fields.items()} for row, fields in state.items()}


def digest(inputs):
    return sha256(json.dumps(said(inputs), sort_keys=True).encode()).hexdigest()[:12]


def said(inputs):
    """Return the inputs without empty ones: a browser may send those or leave them out."""
    return {name: values for name, values in (inputs or {}).items() if any(values)}


def merge(opened, mine, theirs):
    """Return Merged; `opened` is what `digests` returned when the form was opened."""
    merged = Merged()
    for row in [*theirs, *(row for row in mine if row not in theirs)]:
        before = opened.get("/".join(row))
        if is_new(row):
            merged.state[row] = mine[row]
        elif row not in mine:
            add(merged, row, theirs[row])
        elif row not in theirs:
            keep_deleted(merged, row, mine[row], before or {})
        else:
            merge_fields(merged, row, before or {}, mine[row], theirs[row])
    return merged


def add(merged, row, theirs):
    merged.state[row] = theirs
    merged.taken.append(Difference(row, "", None, theirs))


def keep_deleted(merged, row, mine, before):
    """They deleted it: what I have not touched goes, what I have edited becomes an item of its own."""
    if said(mine.get("DELETE")):
        return
    touched = any(digest(inputs) != before.get(name) for name, inputs in mine.items())
    place = (row[0], f"{NEW}-of-{row[1]}") if touched else row
    if touched:
        merged.state[place] = {**mine, "id": {}}
    (merged.contested if touched else merged.taken).append(Difference(place, "", mine, None))


def merge_fields(merged, row, before, mine, theirs):
    result = merged.state[row] = dict(mine)
    for name, theirs_now in theirs.items():
        they_did = digest(theirs_now) != before.get(name)
        if not they_did or said(mine.get(name)) == said(theirs_now):
            continue
        difference = Difference(row, name, mine.get(name), theirs_now)
        if digest(mine.get(name)) == before.get(name):
            result[name] = theirs_now
            merged.taken.append(difference)
        else:
            merged.contested.append(difference)
    if said(mine.get("DELETE")) and any(each.row == row for each in merged.taken):
        merged.contested.append(Difference(row, "DELETE", mine["DELETE"], theirs))


def differences(mine, theirs):
    """Return where two states differ, items that only mine has among them; a new one without a text is none."""
    fields = [
        Difference(row, name, mine[row].get(name), theirs[row] if name == "DELETE" else now)
        for row, inputs in theirs.items()
        for name, now in inputs.items()
        if row in mine and said(mine[row].get(name)) != said(now)
    ]
    new = [
        Difference(row, "", inputs, None) for row, inputs in mine.items() if is_new(row) and said(inputs.get("text"))
    ]
    return fields + new


def take(choices, mine, theirs):
    """Return my state with theirs where `choices` (keys of differences) say so."""
    result = {row: dict(fields) for row, fields in mine.items()}
    for choice in choices:
        prefix, _, rest = choice.partition("/")
        pk, _, name = rest.partition("/")
        take_one(result, (prefix, pk), name, theirs)
    return result


def take_one(result, row, name, theirs):
    if row in theirs and name == "DELETE":
        result[row] = theirs[row]
    elif row in theirs and row in result and name in theirs[row]:
        result[row][name] = theirs[row][name]
    elif is_new(row) and not name:
        result.pop(row, None)


def is_new(row):
    return row[1].startswith(NEW)
