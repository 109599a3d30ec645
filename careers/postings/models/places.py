"""Where people work: locations and teams."""

import zoneinfo

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from careers.lib.zones import zone_named
from careers.postings.choices import COUNTRY_NAMES, countries

from .naming import Named


def validate_zone(name):
    if name not in zoneinfo.available_timezones():
        raise ValidationError("Write a time zone of the tz database, such as Australia/Sydney.", code="unknown_zone")


class Location(Named):
    name = models.CharField("city", max_length=120)
    region = models.CharField(max_length=120, blank=True, help_text="State, territory or province, such as NSW.")
    country = models.CharField(max_length=2, choices=countries)
    time_zone = models.CharField(
        max_length=60,
        validators=[validate_zone],
        help_text="Closing dates end at 11:59:59 pm of this zone. Such as Australia/Sydney.",
    )

    @property
    def zone(self):
        return zone_named(self.time_zone)

    @property
    def country_name(self):
        return COUNTRY_NAMES.get(self.country, self.country)


class Team(Named):
    department = models.CharField(max_length=120, blank=True, help_text="The larger unit, if adverts name it.")
    summary = models.CharField(max_length=200, blank=True, help_text="One line for lists: what the team looks after.")
    introduction = models.TextField(blank=True, help_text="Markdown. Shown on every posting of this team.")

    def get_absolute_url(self):
        return reverse("team_detail", kwargs={"slug": self.slug})
