"""What the forms of all records share."""

from django import forms
from django.core.exceptions import ValidationError


class DeskForm(forms.ModelForm):
    # Why it is shown once more instead of being saved, whatever was typed.
    refusal = ""

    def clean(self):
        cleaned = super().clean()
        if self.refusal:
            self.add_error(None, ValidationError(self.refusal, code="not_saved"))
        return cleaned
