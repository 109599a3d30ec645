"""What the forms of all records share."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property

NEEDED = "Fill this in: it cannot be saved without."


class DeskForm(forms.ModelForm):
    # Why it is shown once more instead of being saved, whatever was typed.
    refusal = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
                field.error_messages["required"] = NEEDED

    @cached_property
    def changed_data(self):
        """Return the names of the fields that say something else, line ends apart: the history tells them."""
        return [name for name in super().changed_data if not self.says_the_same(name)]

    def says_the_same(self, name):
        sent = self[name].data
        return isinstance(sent, str) and not self.fields[name].has_changed(self[name].initial, plain(sent))

    def clean(self):
        cleaned = super().clean()
        lines = {name: plain(text) for name, text in self.cleaned_data.items() if isinstance(text, str)}
        self.cleaned_data.update(lines)
        if self.refusal:
            self.add_error(None, ValidationError(self.refusal, code="not_saved"))
        return cleaned


def plain(text):
    """Browsers end lines by CR LF; kept so, a text would differ from itself."""
    return text.replace("\r\n", "\n")
