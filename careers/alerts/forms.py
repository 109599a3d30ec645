from datetime import date

from django import forms

from .models import Frequency
from .retention import normal
from .tokens import was_opened_lately
from .wanted import LONGEST_QUERY

WRONG_ADDRESS = "Write an e-mail address such as name@example.org."


class AddressForm(forms.Form):
    """An address, with two fields that nobody sees: one that only a program fills in, and the day it was shown."""

    email = forms.EmailField(
        label="Your e-mail address",
        max_length=254,
        error_messages={"required": WRONG_ADDRESS, "invalid": WRONG_ADDRESS, "max_length": WRONG_ADDRESS},
    )
    website = forms.CharField(required=False)
    shown = forms.CharField(required=False)

    def __init__(self, *args, day: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.day = day

    def clean_email(self):
        return normal(self.cleaned_data["email"])

    def clean(self):
        if not was_opened_lately(self.cleaned_data.get("shown", ""), self.day):
            raise forms.ValidationError("This page was open for long. Press the button once more.", code="old")

    @property
    def is_from_a_program(self):
        return bool(self.cleaned_data.get("website"))


class SignUpForm(AddressForm):
    frequency = forms.ChoiceField(
        label="How often",
        choices=Frequency.choices,
        initial=Frequency.WEEKLY,
        error_messages={"required": "Choose how often.", "invalid_choice": "Choose how often."},
    )
    keep_answers = forms.BooleanField(required=False, initial=True)
    query = forms.CharField(required=False, max_length=LONGEST_QUERY, strip=False)


class ChangeForm(forms.Form):
    """One change of one alert."""

    CHANGES = (("frequency", "frequency"), ("pause", "pause"), ("resume", "resume"), ("end", "end"))

    subscription = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    change = forms.ChoiceField(choices=CHANGES)
    frequency = forms.ChoiceField(choices=Frequency.choices, required=False)
