"""What a posting states. None means "not stated", never "no"."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q

from careers.postings import choices
from careers.postings.fields import ChoiceSetField, MonthField

from .skills import FieldOfStudy

HALF_AN_HOUR = Decimal("0.5")


def stated(field, **options):
    """Return a `field` column that may be left out."""
    return field(null=True, blank=True, **options)


def number(low, high, **options):
    return stated(
        models.PositiveSmallIntegerField, validators=[MinValueValidator(low), MaxValueValidator(high)], **options
    )


class Work(models.Model):
    """When, how long, where and for what pay."""

    employment_type = stated(models.CharField, max_length=10, choices=choices.EmploymentType.choices)
    intake_year = number(2000, 2199, help_text="The year the programme starts.")
    job_start_date = stated(MonthField, verbose_name="earliest start", help_text="Month and year, such as 2026-01.")
    weeks_min = number(1, 520, verbose_name="weeks at least")
    months_min = number(1, 120, verbose_name="months at least", help_text="Fill in both only if the advert says both.")
    may_be_extended = stated(models.BooleanField)
    days_per_week_min = number(1, 7, verbose_name="days a week at least")
    on_site_days_min = number(0, 7, verbose_name="of them on site at least")
    hours_per_week = stated(
        models.DecimalField,
        max_digits=4,
        decimal_places=1,
        validators=[MinValueValidator(HALF_AN_HOUR), MaxValueValidator(168)],
    )
    work_mode = stated(models.CharField, max_length=10, choices=choices.WorkMode.choices)
    places = number(1, 10_000, help_text="How many people you are looking for.")
    pay_min = stated(models.DecimalField, max_digits=11, decimal_places=2, verbose_name="pay from")
    pay_max = stated(models.DecimalField, max_digits=11, decimal_places=2, verbose_name="pay to")
    pay_currency = stated(
        models.CharField,
        max_length=3,
        validators=[RegexValidator(r"^[A-Z]{3}$", "Write three capital letters, such as AUD.")],
        help_text="Three letters, such as AUD.",
    )
    pay_period = stated(models.CharField, max_length=10, choices=choices.PayPeriod.choices)
    pay_super = stated(models.CharField, max_length=10, choices=choices.PaySuper.choices, verbose_name="superannuation")

    class Meta:
        abstract = True


class Eligibility(models.Model):
    """Who may apply."""

    degree_levels = stated(ChoiceSetField, choices=choices.DegreeLevel.choices)
    fields_of_study = models.ManyToManyField(FieldOfStudy, blank=True, related_name="postings")
    related_fields_accepted = stated(
        models.BooleanField, help_text="Yes if the advert says “or a related field” in any words."
    )
    graduation_from = stated(MonthField, verbose_name="finish in or after")
    graduation_by = stated(
        MonthField, verbose_name="finish by", help_text="The last month in which a student may finish the course."
    )
    study_years = stated(ChoiceSetField, choices=choices.StudyYear.choices)
    must_be_studying = stated(models.BooleanField, help_text="“Currently pursuing a degree”.")
    must_stay_enrolled = stated(models.BooleanField, help_text="Enrolled from the first to the last day of the work.")
    graduates_eligible = stated(models.BooleanField)
    work_rights = stated(
        ChoiceSetField, choices=choices.WorkRight.choices, help_text="Every kind that is accepted. None: not stated."
    )
    sponsorship_offered = stated(models.BooleanField)

    class Meta:
        abstract = True


def within(field, low, high=None):
    """Return the condition that `field` is not stated or lies in low..high."""
    condition = Q(**{f"{field}__gte": low})
    return Q(**{f"{field}__isnull": True}) | (condition & Q(**{f"{field}__lte": high}) if high else condition)


def not_above(low, high):
    return Q(**{f"{low}__isnull": True}) | Q(**{f"{high}__isnull": True}) | Q(**{f"{low}__lte": F(high)})


def first_of_month(field):
    return Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__day": 1})


NO_PAY = Q(pay_min__isnull=True, pay_max__isnull=True)
# Both halves are needed: what compares with null is unknown, and a check passes what is unknown.
PAY_UNIT = Q(pay_currency__isnull=False, pay_period__isnull=False, pay_currency__gt="", pay_period__gt="")
IMPOSSIBLE = (
    ("intake_year_from_2000", within("intake_year", 2000), "Write the year of the intake in full, such as 2027."),
    ("weeks_at_least_one", within("weeks_min", 1), "The length is at least one week."),
    ("months_at_least_one", within("months_min", 1), "The length is at least one month."),
    ("days_in_a_week", within("days_per_week_min", 1, 7), "A week has one to seven working days."),
    ("on_site_days_in_a_week", within("on_site_days_min", 0, 7), "A week has at most seven days on site."),
    (
        "on_site_days_within_days",
        not_above("on_site_days_min", "days_per_week_min"),
        "There cannot be more days on site than working days: raise the days a week or lower the days on site.",
    ),
    ("hours_in_a_week", within("hours_per_week", HALF_AN_HOUR, 168), "Hours a week lie between half an hour and 168."),
    ("places_at_least_one", within("places", 1), "There is at least one place."),
    ("pay_not_negative", within("pay_min", 0) & within("pay_max", 0), "Pay is not below zero."),
    ("pay_in_order", not_above("pay_min", "pay_max"), "“Pay from” is above “pay to”: swap the two."),
    ("pay_has_unit", NO_PAY | PAY_UNIT, "Pay needs a currency and a period: say “AUD” and “an hour”, for example."),
    (
        "graduation_in_order",
        not_above("graduation_from", "graduation_by"),
        "“Finish in or after” lies behind “finish by”: swap the two or clear one.",
    ),
    ("start_on_day_one", first_of_month("job_start_date"), "The earliest start is a month, kept as its first day."),
    ("graduation_on_day_one", first_of_month("graduation_by"), "“Finish by” is a month, kept as its first day."),
    (
        "graduation_from_on_day_one",
        first_of_month("graduation_from"),
        "“Finish in or after” is a month, kept as its first day.",
    ),
    ("opens_before_closing", not_above("opens_at", "valid_through"), "It closes before it opens: move one of the two."),
)
