"""Column types of the record: a set out of a closed list, and a month."""

from functools import lru_cache

from django import forms
from django.core import checks, exceptions
from django.db import models
from django.db.models.functions import ExtractDay
from django.utils.functional import cached_property

from careers.lib.months import parse_month

MONTH_MESSAGE = "Write a month and a year, such as 2026-12 or Dec 2026."


class ChoiceSetField(models.Field):
    """A set of values out of `choices`, kept in one text column as "|a|b|", read as a tuple in the choices' order.

    None means "not stated". `field__has="a"` finds the rows whose set holds a.
    """

    def get_internal_type(self):
        return "TextField"

    def check(self, **kwargs):
        missing = [] if self.choices else [checks.Error("ChoiceSetField needs choices.", obj=self, id="postings.E001")]
        return [*super().check(**kwargs), *missing]

    def from_db_value(self, value, expression, connection):
        return self._read(value)

    def to_python(self, value):
        if value is None:
            return None
        given = set(value.strip("|").split("|")) if isinstance(value, str) else set(value)
        return tuple(sorted(given - {""}, key=lambda each: (self._places.get(each, len(self._places)), each)))

    @cached_property
    def _read(self):
        """Return what reads a column's content; each is taken apart once, for few sets stand in many rows."""
        return lru_cache(1_000)(self.to_python)

    @cached_property
    def _places(self):
        """Return {value: its place among the choices}; worked out once, for every row that is read asks for it."""
        return {choice: place for place, (choice, _) in enumerate(self.flatchoices)}

    def get_prep_value(self, value):
        return None if value is None else f"|{'|'.join(self.to_python(value))}|"

    def value_to_string(self, obj):
        return self.get_prep_value(self.value_from_object(obj))

    def validate(self, value, model_instance):
        unknown = set(value or ()) - {choice for choice, _ in self.flatchoices}
        if unknown:
            raise exceptions.ValidationError(f"Not a known value: {', '.join(sorted(unknown))}.", code="invalid_choice")
        if value is None and not self.null:
            raise exceptions.ValidationError(self.error_messages["null"], code="null")

    def formfield(self, **kwargs):
        return forms.TypedMultipleChoiceField(
            choices=self.flatchoices,
            coerce=str,
            empty_value=None,
            required=not self.blank,
            label=self.verbose_name.capitalize(),
            help_text=self.help_text,
            widget=kwargs.get("widget") or forms.CheckboxSelectMultiple,
        )


@ChoiceSetField.register_lookup
class Has(models.Lookup):
    """`levels__has="master"`: the set holds this value."""

    lookup_name = "has"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        column, params = self.process_lhs(compiler, connection)
        literal = str(self.rhs).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        return f"{column} LIKE %s ESCAPE '\\'", [*params, f"%|{literal}|%"]


class MonthInput(forms.TextInput):
    """A text box that shows YYYY-MM: several browsers have no month picker."""

    def format_value(self, value):
        return value.strftime("%Y-%m") if hasattr(value, "strftime") else value


class MonthFormField(forms.CharField):
    widget = MonthInput

    def to_python(self, value):
        if hasattr(value, "strftime") or not str(value or "").strip():
            return value or None
        try:
            return parse_month(value)
        except ValueError:
            raise exceptions.ValidationError(MONTH_MESSAGE, code="invalid") from None

    def has_changed(self, initial, data):
        return (self.to_python_or_none(initial)) != self.to_python_or_none(data)

    def to_python_or_none(self, value):
        try:
            return self.to_python(value)
        except exceptions.ValidationError:
            return value


class MonthField(models.DateField):
    """A month, kept as the date of its day 1; the model's constraints hold it to that day."""

    def formfield(self, **kwargs):
        return models.Field.formfield(self, **{**kwargs, "form_class": MonthFormField, "widget": MonthInput})


@MonthField.register_lookup
class Day(ExtractDay):
    """`month__day=1` in SQLite's own words: Django's function would shut other tools out of the file."""

    def as_sqlite(self, compiler, connection):
        column, params = compiler.compile(self.lhs)
        return f"CAST(substr({column}, 9, 2) AS integer)", params
