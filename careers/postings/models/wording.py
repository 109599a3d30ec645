"""The wording that postings share, each text kept once."""

from django.db import models

from careers.postings.choices import BoilerplateKey, Place, countries
from careers.postings.fields import ChoiceSetField


class BoilerplateQuerySet(models.QuerySet):
    def get_by_natural_key(self, key):
        return self.get(key=key)


class Boilerplate(models.Model):
    key = models.CharField(max_length=30, unique=True, choices=BoilerplateKey.choices)
    heading = models.CharField(max_length=120, blank=True)
    body = models.TextField(blank=True, help_text="Markdown. An empty text is not shown anywhere.")
    order = models.PositiveSmallIntegerField(default=0)
    places = ChoiceSetField("where it shows", choices=Place.choices, null=True, blank=True)
    countries = ChoiceSetField(
        choices=countries, null=True, blank=True, help_text="Only on postings in these countries. None means all."
    )
    key_phrases = models.TextField(
        blank=True, help_text="Phrases by which the importer knows this text in a pasted advert, one a line."
    )
    source_url = models.URLField("source", blank=True, help_text="Where the facts in it come from.")
    last_reviewed = models.DateField(null=True, blank=True)

    objects = BoilerplateQuerySet.as_manager()

    class Meta:
        ordering = ["order", "key"]
        verbose_name_plural = "boilerplate"

    def __str__(self):
        return self.get_key_display()

    def natural_key(self):
        return (self.key,)

    def shows(self, place, country=None):
        """Return whether it stands at `place`, for a posting in `country` (None: no posting is meant)."""
        here = self.countries is None or country is None or country in self.countries
        return bool(self.body.strip()) and place in (self.places or ()) and here


class OrganisationQuerySet(models.QuerySet):
    def get_by_natural_key(self):
        return self.get(pk=1)


class Organisation(models.Model):
    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    name = models.CharField(max_length=120)
    site_name = models.CharField(max_length=120, help_text="What the site calls itself, such as “Acme early careers”.")
    headline = models.CharField(max_length=120, blank=True, help_text="The first line of the home page.")
    introduction = models.TextField(blank=True, help_text="Markdown. One or two sentences under the headline.")
    product = models.CharField(max_length=200, blank=True)
    mission = models.CharField(max_length=200, blank=True)
    values = models.TextField(blank=True, help_text="One a line.")
    headquarters = models.TextField(blank=True, help_text="Cities, one a line.")
    offices = models.TextField(blank=True, help_text="Cities, one a line.")
    contact_email = models.EmailField("contact e-mail", blank=True)
    postal_address = models.TextField(blank=True, help_text="Mail alerts stay off while this is empty.")
    privacy_url = models.URLField("privacy policy", blank=True)
    application_limit = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="How many roles of one programme a student may apply to. Empty: not stated."
    )
    copyright_holder = models.CharField(max_length=120, blank=True)
    second_person_approves = models.BooleanField(
        default=False, help_text="Publishing takes somebody other than the writer."
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "organisation"
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="organisation_is_one_row")]

    def __str__(self):
        return self.name

    def natural_key(self):
        return ()
