"""What the steps of a posting's life ask for; every moment is meant as clocks at the posting's location show it."""

from django import forms

from careers.postings.choices import ClosedReason
from careers.recruiting.fields import LocalMomentField
from careers.recruiting.forms import LocalMoments

LOCAL = "In the location’s time."


class StepForm(LocalMoments):
    """A word to colleagues; for one posting, or without `posting` for many in as many zones."""

    note = forms.CharField(
        label="Note",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For colleagues; it stays in the history.",
    )

    def __init__(self, *args, posting=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.posting = posting
        self.place(posting.location if posting else None)
        self.order_fields([name for name in self.fields if name != "note"])

    @property
    def moments(self):
        return [name for name, field in self.fields.items() if isinstance(field, LocalMomentField)]

    def clean(self):
        if self.posting:
            self.clean_moments(**dict.fromkeys(self.moments))
        return self.cleaned_data

    def facts_for(self, posting):
        """Return what the verb takes for `posting`; raise ValidationError where its clocks never show such a time."""
        self.place(posting.location)
        moments = {} if self.posting else {name: self.moment_of(name) for name in self.moments}
        return self.cleaned_data | moments

    def moment_of(self, name):
        return self.fields[name].moment(self.cleaned_data[name])


class ReturnForm(StepForm):
    note = forms.CharField(
        label="What to change",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="The writer reads it on top of the form.",
        error_messages={"required": "Say what to change: the writer reads it on top of the form."},
    )


class ScheduleForm(StepForm):
    opens_at = LocalMomentField(label="Opens", help_text=f"{LOCAL} Without a time: the start of that day.")
    valid_through = LocalMomentField(
        label="Closes",
        required=False,
        ends=True,
        help_text=f"{LOCAL} Without a time: the end of that day. Empty: as it stands.",
    )


class ExtensionForm(StepForm):
    valid_through = LocalMomentField(
        label="Closes", ends=True, help_text=f"{LOCAL} Without a time: the end of that day (11:59:59 pm)."
    )


class ClosureForm(StepForm):
    reason = forms.ChoiceField(
        label="Reason students see",
        choices=[choice for choice in ClosedReason.choices if choice[0] != ClosedReason.WITHDRAWN],
    )


class ReopeningForm(StepForm):
    valid_through = LocalMomentField(
        label="Closes",
        required=False,
        ends=True,
        help_text=f"{LOCAL} Without a time: the end of that day. Empty: no closing date is stated.",
    )
