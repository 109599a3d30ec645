"""What the forms of all records share."""

from django import forms
from django.core.exceptions import ValidationError

NEEDED = "Fill this in: it cannot be saved without."


class DeskForm(forms.ModelForm):
    # Why it is shown once more instead of being saved, whatever was typed.
    refusal = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
                field.error_messages["required"] = NEEDED

    def clean(self):
        cleaned = super().clean()
        # Browsers end lines by CR LF; kept so, a text would differ from itself.
        lines = {name: text.replace("\r\n", "\n") for name, text in self.cleaned_data.items() if isinstance(text, str)}
        self.cleaned_data.update(lines)
        if self.refusal:
            self.add_error(None, ValidationError(self.refusal, code="not_saved"))
        return cleaned
