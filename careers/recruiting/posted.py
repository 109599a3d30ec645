"""What a browser would send for a form that nobody has touched, and what such inputs say in words.

Three states of one record are compared as inputs: as it was opened, as it is now, and as somebody typed it.
"""

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper

LONGEST_NUMBER = 19


def untouched(form):
    """Return {field: {input: [values]}} of an unbound form; inputs without their prefix, frozen fields left out."""
    return {bound.name: dict(inputs_of(bound)) for bound in form if not bound.field.disabled}


def typed(form, data, prefix=""):
    """Return the same of what was sent: `data` is a QueryDict."""
    start = f"{prefix}-" if prefix else ""
    names = {bound.name: names_of(bound) for bound in form if not bound.field.disabled}
    return {
        field: {name: plain(data.getlist(start + name)) for name in inputs if start + name in data}
        for field, inputs in names.items()
    }


def inputs_of(bound):
    for name, values in inputs(bound.field.widget, bound.name, bound.value()):
        if values:
            yield name, plain(values)


def inputs(widget, name, value):
    if isinstance(widget, RelatedFieldWidgetWrapper):
        yield from inputs(widget.widget, name, value)
    elif isinstance(widget, forms.MultiWidget):
        for part, suffix, shown in zip(widget.widgets, widget.widgets_names, widget.decompress(value), strict=True):
            yield from inputs(part, name + suffix, shown)
    elif isinstance(widget, forms.CheckboxInput):
        yield name, ["on"] if value else []
    else:
        shown = widget.format_value(value)
        yield name, shown if isinstance(shown, list | tuple) else ["" if shown is None else shown]


def names_of(bound):
    widget = bound.field.widget
    names = getattr(widget, "widgets_names", None) if isinstance(widget, forms.MultiWidget) else None
    return [bound.name + suffix for suffix in names] if names else [bound.name]


def plain(values):
    """Browsers send lines ended by CR LF; the record keeps LF."""
    return [str(value).replace("\r\n", "\n") for value in values]


def in_words(field, inputs):
    """Return what the inputs of one form field say to a reader; what is no value of it stays as typed."""
    values = [value for given in inputs.values() for value in given if value]
    if isinstance(field, forms.ModelChoiceField):
        return ", ".join(names_of_rows(field, values))
    choices = dict(flat(getattr(field, "choices", None) or getattr(field.widget, "choices", ())))
    return " ".join(values) if not choices else ", ".join(str(choices.get(value, value)) for value in values)


def flat(choices):
    for value, label in choices:
        yield from flat(label) if isinstance(label, list | tuple) else [(str(value), label)]


def names_of_rows(field, values):
    numbers = [value for value in values if value.isdecimal() and len(value) < LONGEST_NUMBER]
    known = {str(row.pk): str(row) for row in field.queryset.filter(pk__in=numbers)}
    return [known.get(value, value) for value in values]
