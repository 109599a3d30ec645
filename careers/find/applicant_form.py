"""A student’s answers, read from the address: every one optional, a wrong one left out with a message."""

from functools import cached_property

from django import forms

from careers.lib.months import parse_month
from careers.postings.derived import Derived
from careers.postings.models import FieldOfStudy, Term

from .eligibility import Applicant
from .eligibility.words import name_in_sentence

STUDYING = {
    "bachelor": "A bachelor’s degree",
    "master": "A master’s degree",
    "phd": "A PhD",
    "other": "Something else",
    "graduated": "I have graduated",
}
RIGHTS = {
    "citizen": "I’m a citizen",
    "resident": "I’m a permanent resident",
    "student-visa": "On a student visa",
    "other-visa": "On another visa with work rights",
    "sponsorship": "I’d need sponsorship",
}
OTHER = "other"
MONTH_HINT = "Such as Nov 2026 or 2026-11."


class MonthAnswer(forms.CharField):
    """A month in any spelling that parse_month reads; the browsers' own pickers are missing from several."""

    def __init__(self, **kwargs):
        super().__init__(max_length=20, **kwargs)
        self.error_messages["max_length"] = self.wrong

    wrong = "Write a month and a year, such as Nov 2026. It was left out."

    def to_python(self, value):
        text = super().to_python(value)
        try:
            return parse_month(text) if text else None
        except ValueError:
            raise forms.ValidationError(self.wrong, code="invalid") from None

    def run_validators(self, value):
        """A date has no length to check."""


class Answer(forms.ChoiceField):
    def __init__(self, choices, **kwargs):
        wrong = {"invalid_choice": "That is not one of the answers, so it was left out."}
        super().__init__(choices=[("", "I’d rather not say"), *choices.items()], error_messages=wrong, **kwargs)


class Number(forms.IntegerField):
    def __init__(self, least, most, **kwargs):
        words = f"Write a whole number from {least} to {most}. It was left out."
        wrong = dict.fromkeys(("invalid", "min_value", "max_value"), words)
        super().__init__(min_value=least, max_value=most, error_messages=wrong, **kwargs)


@Derived
def field_names():
    """Return {slug: name} of the fields of study."""
    return dict(FieldOfStudy.objects.values_list("slug", "name"))


@Derived
def fields_known():
    """Return {slug, name or synonym, in small letters: slug}."""
    names = {name.casefold(): slug for slug, name in field_names().items()}
    synonyms = {
        word.casefold(): names[term.text.casefold()]
        for term in Term.objects.exclude(same_as="")
        if term.text.casefold() in names
        for word in term.synonyms
    }
    slugs = {slug.replace("-", " "): slug for slug in field_names()}
    return {**{word.replace("-", " "): slug for word, slug in synonyms.items()}, **slugs, **names}


class ApplicantForm(forms.Form):
    studying = Answer(STUDYING, required=False, label="What are you studying?")
    field_of_study = forms.CharField(required=False, max_length=80, label="In which field?")
    graduation = MonthAnswer(
        required=False,
        label="When do you finish your course?",
        help_text=f"Month of your last exam or result, not the ceremony. {MONTH_HINT}",
    )
    enrolled_until = MonthAnswer(
        required=False, label="Enrolled until", help_text="Only if you stay enrolled longer or leave earlier."
    )
    available_from = MonthAnswer(required=False, label="When could you start?", help_text=MONTH_HINT)
    weeks = Number(1, 260, required=False, label="For how many weeks?")
    days = Number(1, 7, required=False, label="How many days a week?")
    rights = Answer(RIGHTS, required=False, label="Your right to work in the country of the role")

    def clean_field_of_study(self):
        """Return a slug of the record or "other"; names and synonyms are understood too."""
        given = self.cleaned_data["field_of_study"].strip()
        if not given or given == OTHER:
            return given or None
        if slug := fields_known().get(given.casefold().replace("-", " ")):
            return slug
        raise forms.ValidationError(
            "No role names that field. Choose one of the list, or “Another field”. It was left out.", code="unknown"
        )

    @property
    def field_choices(self):
        return [("", "I’d rather not say"), *field_names().items(), (OTHER, "Another field")]

    @cached_property
    def answers(self):
        """Return {parameter: value} of what was said and understood."""
        return {name: value for name in ANSWERS if (value := self.cleaned_data.get(name)) not in (None, "")}

    @cached_property
    def applicant(self):
        """Return the Applicant, or None where nothing was said."""
        if not self.answers:
            return None
        name = field_names().get(self.answers.get("field_of_study"), "")
        return Applicant(**self.answers, field_name=name_in_sentence(name) or None)

    @property
    def answers_query(self):
        """Return the parameters that carry the answers along, months as YYYY-MM."""
        return {
            name: f"{value:%Y-%m}" if hasattr(value, "year") else str(value) for name, value in self.answers.items()
        }

    @property
    def further_query(self):
        """Return the answers that a posting's own short form doesn't ask for, to carry along."""
        return {name: value for name, value in self.answers_query.items() if name not in ASKED_FIRST}


ANSWERS = tuple(ApplicantForm.base_fields)
ASKED_FIRST = "studying", "field_of_study", "graduation", "available_from"
