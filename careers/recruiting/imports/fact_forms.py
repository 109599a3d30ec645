"""The facts of a posting as forms: of one draft, and the few that are the same for many."""

from zoneinfo import available_timezones

from django import forms
from django.db import models
from django.utils.text import slugify

from careers.postings.choices import countries
from careers.postings.models import Benefit, FieldOfStudy, Location, Posting, Team
from careers.recruiting.fields import YesNoNotStated
from careers.recruiting.forms import PostingForm

# As on the posting's own form.
FIELDSETS = (
    ("What it is", ("title", "requisition_id", "employment_type", "intake_year", "job_start_date")),
    ("Time and place", ("weeks_min", "months_min", "may_be_extended", "days_per_week_min", "on_site_days_min",
                        "hours_per_week", "work_mode", "places")),
    ("Pay", ("pay_min", "pay_max", "pay_currency", "pay_period", "pay_super")),
    ("Who may apply", ("degree_levels", "fields_of_study", "related_fields_accepted", "graduation_from",
                       "graduation_by", "study_years", "must_be_studying", "must_stay_enrolled", "graduates_eligible",
                       "work_rights", "sponsorship_offered")),
    ("How to apply", ("opens_at", "valid_through", "apply_url", "contact_email", "adjustments_contact")),
)  # fmt: skip
ROWS = ("team", "location", "benefits")
FACTS = (*(name for _, names in FIELDSETS for name in names), *ROWS)
SEVERAL = ("fields_of_study", "benefits")
SAME = (
    "intake_year", "location", "opens_at", "valid_through", "apply_url", "contact_email", "pay_min", "pay_max",
    "pay_currency", "pay_period", "pay_super",
)  # fmt: skip


def plain_field(column, **options):
    """Return the form field of a column, in plain widgets: they work without a script."""
    if isinstance(column, models.BooleanField) and column.null:
        options["widget"] = YesNoNotStated
    if isinstance(column, models.URLField):
        options["assume_scheme"] = "https"
    if column.name in SEVERAL:
        options["widget"] = forms.CheckboxSelectMultiple
    field = column.formfield(**options)
    if isinstance(field, forms.ModelChoiceField) and column.name not in SEVERAL:
        field.empty_label = "Not stated"
    elif isinstance(field, forms.TypedChoiceField) and column.null and not isinstance(field.widget, YesNoNotStated):
        field.choices = [("", "Not stated"), *column.flatchoices] if column.flatchoices else field.choices
    return field


def is_stated(value):
    return value not in (None, "", (), []) and not (hasattr(value, "exists") and not value.exists())


class NamesField(forms.MultipleChoiceField):
    """Offers the names without a row; one that got its row since the page was opened is still right."""

    widget = forms.CheckboxSelectMultiple
    named = frozenset()

    def valid_value(self, value):
        return value in self.named


class SameForAllForm(PostingForm):
    """What is entered once for many adverts. It is marked as entered wherever it goes."""

    wins = forms.TypedChoiceField(
        label="Where an advert says something else",
        choices=[("", "keep what the advert says"), ("yes", "take what is entered here")],
        coerce=bool,
        empty_value=False,
        required=False,
        widget=forms.RadioSelect,
        initial="",
    )

    class Meta:
        model = Posting
        fields = SAME
        formfield_callback = plain_field

    @property
    def entered(self):
        return {name: self.cleaned_data[name] for name in SAME if is_stated(self.cleaned_data.get(name))}


class DraftForm(PostingForm):
    """One draft, everything correctable; what has no row yet can be made here, never unasked."""

    new_team = forms.CharField(label="or make a new team", required=False, max_length=120)
    new_city = forms.CharField(label="or make a new location: city", required=False, max_length=120)
    new_country = forms.ChoiceField(label="its country", required=False)
    new_zone = forms.ChoiceField(
        label="its time zone", required=False, help_text="Closing dates end at midnight of this zone."
    )
    new_fields = NamesField(label="Add to the fields of study", required=False)
    new_benefits = NamesField(label="Add to the benefits", required=False)

    class Meta:
        model = Posting
        fields = FACTS
        formfield_callback = plain_field

    def __init__(self, *args, unknown, named, **kwargs):
        """Take {"new_fields": […], "new_benefits": […]}: the names without a row, and all names in the text."""
        super().__init__(*args, **kwargs)
        self.place(self.initial.get("location"))
        self.fields["benefits"].queryset = Benefit.objects.select_related("category")
        self.fields["fields_of_study"].queryset = FieldOfStudy.objects.all()
        self.fields["new_country"].choices = [("", "Choose"), *countries()]
        self.fields["new_zone"].choices = [("", "Choose"), *((zone, zone) for zone in sorted(available_timezones()))]
        for name, names in unknown.items():
            self.fields[name].choices = [(each, each) for each in names]
            self.fields[name].named = frozenset(named[name])

    def clean(self):
        cleaned = self.cleaned_data
        if cleaned.get("new_team") and self.is_free("new_team", "team", Team):
            cleaned["team"] = Team(name=cleaned["new_team"], slug=slugify(cleaned["new_team"])[:80])
        if cleaned.get("new_city") and self.is_free("new_city", "location", Location):
            self.demand_whole_location(cleaned)
        return super().clean()

    def is_free(self, name, chosen, model):
        """Tell whether a row of that name may be made; say so beside the field where it may not."""
        slug = slugify(self.cleaned_data[name])[:80]
        if self.cleaned_data.get(chosen):
            self.add_error(name, "One is chosen above already: clear this box, or choose “Not stated” above.")
        elif not slug or model.objects.filter(slug=slug).exists():
            self.add_error(name, "There is one of that name: choose it above." if slug else "Write a name in letters.")
        return name not in self.errors

    def demand_whole_location(self, cleaned):
        for name in ("new_country", "new_zone"):
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, "A new location needs it: choose one.")
        if not {"new_country", "new_zone"} & set(self.errors):
            cleaned["location"] = Location(
                name=cleaned["new_city"], slug=slugify(cleaned["new_city"])[:80],
                country=cleaned["new_country"], time_zone=cleaned["new_zone"],
            )  # fmt: skip

    @property
    def facts(self):
        """Return {field: value} of what is stated, without the lists."""
        names = (name for name in FACTS if name not in SEVERAL)
        stated = {name: self.cleaned_data[name] for name in names if is_stated(self.cleaned_data.get(name))}
        return {name: tuple(value) if isinstance(value, list) else value for name, value in stated.items()}
