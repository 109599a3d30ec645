"""The form of a posting's record."""

from django import forms
from django.utils import timezone

from careers.postings.choices import Status
from careers.postings.models import Posting
from careers.recruiting.desk_form import DeskForm
from careers.recruiting.fields import LocalMomentField
from careers.recruiting.gate import WAY_OUT

MOMENTS = ("opens_at", "valid_through")


class LocalMoments(forms.Form):
    """Turns dates and times as clocks at the location show them into moments."""

    def place(self, location):
        """Show and read every moment in the zone of `location`, or the site's own while there is none."""
        self.zone = location.zone if location else timezone.get_default_timezone()
        for field in self.fields.values():
            if isinstance(field, LocalMomentField):
                field.widget.zone = self.zone

    def clean_moments(self, **before):
        for name in [name for name in before if name in self.cleaned_data]:
            try:
                self.cleaned_data[name] = self.fields[name].moment(self.cleaned_data[name], before[name])
            except forms.ValidationError as error:
                self.add_error(name, error)


class PostingForm(LocalMoments, DeskForm):
    opens_at = LocalMomentField(
        label="Opens",
        required=False,
        help_text="When students shall see it, in the location's time. Without a time: the start of that day. "
        "Publishing or scheduling sets it.",
    )
    valid_through = LocalMomentField(
        label="Closes",
        required=False,
        ends=True,
        help_text="Last moment to apply, in the location's time. Without a time: the end of that day (11:59:59 pm). "
        "Where clocks go back and show a time twice, the first one counts. Empty: not stated.",
    )

    # Errors that saving as typed would bring before students; the desk finds them out by trying.
    new_errors = ()

    class Meta:
        model = Posting
        # The admin names them, with its own widgets.
        fields = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.place(self.instance.location)
        self.freeze_what_students_saw()
        if "source_text" in self.fields:
            # As it was pasted, to its last line end: what nobody touched does not change.
            self.fields["source_text"].strip = False
        if "benefits" in self.fields:
            self.fields["benefits"].label_from_instance = lambda benefit: f"{benefit.category}: {benefit}"

    def freeze_what_students_saw(self):
        """Leave the opening to publishing and scheduling, and the closing of an ended posting to reopening.

        Disabled rather than read-only: the constraints between them and other dates are still checked.
        """
        life = self.instance
        if life.status not in {Status.DRAFT, Status.IN_REVIEW}:
            self.freeze("opens_at", "Set by publishing or scheduling.")
        if life.has_ended():
            self.freeze("valid_through", "It has closed: reopen it to set a new date.")

    def freeze(self, name, why):
        if name in self.fields:
            self.fields[name].disabled = True
            self.fields[name].help_text = why

    def clean(self):
        cleaned = super().clean()
        before = {name: getattr(self.instance, name) for name in MOMENTS}
        if "location" in cleaned and cleaned["location"] != self.instance.location:
            self.place(cleaned["location"])
            before = {name: moment if self.is_frozen(name) else None for name, moment in before.items()}
        self.clean_moments(**before)
        for finding in self.new_errors:
            where = finding.field if finding.field in self.fields else None
            self.add_error(where, f"Students would read this: {finding.message} {finding.hint} {WAY_OUT}")
        self.cleaned_data.update({name: moment for name, moment in before.items() if self.is_frozen(name)})
        return self.cleaned_data

    def is_frozen(self, name):
        return name in self.fields and self.fields[name].disabled
