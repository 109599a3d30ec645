"""What the forms of all records share."""

from django import forms
from django.core.exceptions import ValidationError


class DeskForm(forms.ModelForm):
    # What became of the record while this form was open; it is saved only once that has been seen.
    clash = None

    def clean(self):
        cleaned = super().clean()
        if self.clash:
            message = "Somebody else has saved this since you opened it. Nothing you typed is lost: see above."
            self.add_error(None, ValidationError(message, code="clash"))
        return cleaned
