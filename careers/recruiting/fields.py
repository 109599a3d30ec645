"""Form fields of the desk: a moment at a location, and an answer that may be missing."""

from django import forms

from careers.recruiting.moments import END_OF_DAY, START_OF_DAY, SkippedTimeError, moment_at, wall_clock, whole_day


class YesNoNotStated(forms.NullBooleanSelect):
    """Django calls the third answer "Unknown"; the record calls it "not stated"."""

    def __init__(self, attrs=None):
        super().__init__(attrs)
        self.choices = [("unknown", "Not stated"), ("true", "Yes"), ("false", "No")]


class LocalMomentInput(forms.MultiWidget):
    """A date and a time that may stay empty, both the browser's own inputs: they need no script and have labels."""

    template_name = "admin/recruiting/local_moment.html"

    def __init__(self, whole_day_clock):
        self.zone, self.whole_day_clock = None, whole_day_clock
        day = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        clock = forms.TimeInput(attrs={"type": "time", "step": 1}, format="%H:%M:%S")
        super().__init__({"day": day, "clock": clock})

    def decompress(self, value):
        """Return date and time in the location's zone, the time empty where it says no more than the whole day."""
        if value is None:
            return [None, None]
        day, clock = wall_clock(value, self.zone)
        return [day, None if clock == self.whole_day_clock else clock]


class LocalMomentField(forms.MultiValueField):
    """A date and an optional time as clocks at a location show them; `moment` makes an aware datetime of the two."""

    def __init__(self, ends=False, **options):
        self.whole_day_clock = END_OF_DAY if ends else START_OF_DAY
        day = forms.DateField(error_messages={"incomplete": "Choose a date as well."})
        super().__init__(
            (day, forms.TimeField(required=False)),
            require_all_fields=False,
            widget=LocalMomentInput(self.whole_day_clock),
            **options,
        )

    def compress(self, data_list):
        return list(data_list) if data_list else None

    def moment(self, wall, before=None):
        """Return the moment that `wall` means, or `before` itself where `wall` is what is shown of it."""
        if wall is None or (before and self.widget.decompress(before) == wall):
            return before if wall else None
        day, clock = wall
        if clock is None:
            return whole_day(day, self.whole_day_clock, self.widget.zone)
        try:
            return moment_at(day, clock, self.widget.zone)
        except SkippedTimeError as skipped:
            raise forms.ValidationError(self.skipped_message(day, clock, skipped.instead), code="skipped") from None

    def skipped_message(self, day, clock, instead):
        return (
            f"There is no {clock:%H:%M} on {day:%d %B %Y} in {self.widget.zone}: clocks move forward then. "
            f"Choose another time, such as {instead:%H:%M}."
        )
