"""The form of a record with its lists, as states that can be compared and as data that can be sent."""

from collections import Counter
from dataclasses import replace

from careers.recruiting.merging import RECORD, is_new
from careers.recruiting.posted import in_words, typed, untouched

MOST_ITEMS = 1_000


class Sheet:
    """`form` and `formsets` are unbound: they show the record as it is now."""

    def __init__(self, form, lists):
        """`lists` are (formset, its title)."""
        self.form = form
        self.formsets = {formset.prefix: formset for formset, _ in lists}
        self.titles = {formset.prefix: title for formset, title in lists}

    def state(self):
        return {RECORD: untouched(self.form)} | {
            (prefix, str(form.instance.pk)): untouched(form)
            for prefix, formset in self.formsets.items()
            for form in formset.initial_forms
        }

    def typed(self, data):
        """Return the state that was sent; an item that was not there yet is called by its place."""
        state = {RECORD: typed(self.form, data)}
        for prefix, formset in self.formsets.items():
            for number in range(total(data, prefix)):
                item = typed(formset.empty_form, data, f"{prefix}-{number}")
                pk = next(iter(item["id"].get("id", [])), "")
                state[prefix, pk or f"new{number}"] = item
        return state

    def sent(self, data, state):
        """Return `data` as if `state` had been typed."""
        data = data.copy()
        for name in [name for name in data if name.startswith(tuple(f"{prefix}-" for prefix in self.formsets))]:
            del data[name]
        for name in [name for inputs in typed(self.form, data).values() for name in inputs]:
            del data[name]
        for row, (start, _) in places(state).items():
            for inputs in state[row].values():
                for name, values in inputs.items():
                    data.setlist(start + name, values)
        for prefix in self.formsets:
            self.count(data, prefix, [row for row in state if row[0] == prefix])
        return data

    def count(self, data, prefix, rows):
        data[f"{prefix}-TOTAL_FORMS"] = len(rows)
        data[f"{prefix}-INITIAL_FORMS"] = len([row for row in rows if not is_new(row)])
        data[f"{prefix}-MIN_NUM_FORMS"], data[f"{prefix}-MAX_NUM_FORMS"] = 0, 1_000

    def label(self, difference):
        """Return "Title", or "What you would do, item 2: text"."""
        prefix, pk = difference.row
        field = self.fields(prefix).get(difference.name) if difference.name != "DELETE" else None
        name = str(field.label or difference.name) if field else ""
        if not prefix:
            return name
        known = [str(form.instance.pk) for form in self.formsets[prefix].initial_forms]
        which = f"item {known.index(pk) + 1}" if pk in known else "an item"
        return f"{self.titles[prefix]}, {which}" + (f": {name[0].lower()}{name[1:]}" if name else "")

    def words(self, difference, value):
        """Return what one side of a difference says; of a whole item, its text."""
        if value is None:
            return "Not there."
        if difference.name not in {"", "DELETE"}:
            return in_words(self.fields(difference.row[0])[difference.name], value)
        return " ".join(value["text"].get("text", [])) if "text" in value else "Deleted."

    def fields(self, prefix):
        return self.formsets[prefix].empty_form.fields if prefix else self.form.fields


def places(state):
    """Return {row: (start of its inputs' names, what it is called when it is sent back)}, known items first."""
    counts, found = Counter(), {}
    for row in sorted(state, key=is_new):
        prefix, pk = row
        number = counts[prefix]
        counts[prefix] += 1
        found[row] = (f"{prefix}-{number}-", f"new{number}" if is_new(row) else pk) if prefix else ("", "")
    return found


def sent_back(difference, state):
    """Return the difference with its item called as the next request will call it."""
    place = places(state).get(difference.row)
    return replace(difference, row=(difference.row[0], place[1])) if place else difference


def total(data, prefix):
    number = data.get(f"{prefix}-TOTAL_FORMS", "")
    return min(int(number), MOST_ITEMS) if number.isdecimal() and len(number) < 5 else 0
