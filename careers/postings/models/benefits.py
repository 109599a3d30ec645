from django.db import models

from careers.postings.choices import COUNTRY_NAMES, EmploymentType, countries
from careers.postings.fields import ChoiceSetField

from .naming import Named


class BenefitCategory(Named):
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "name"]
        verbose_name_plural = "benefit categories"


class BenefitQuerySet(models.QuerySet):
    def get_by_natural_key(self, category, name):
        return self.get(category__slug=category, name=name)


class Benefit(models.Model):
    category = models.ForeignKey(BenefitCategory, on_delete=models.PROTECT, related_name="benefits")
    name = models.CharField(max_length=120)
    order = models.PositiveSmallIntegerField(default=0)
    countries = ChoiceSetField(
        choices=countries, null=True, blank=True, help_text="Where it applies. Choose none when that is not known."
    )
    employment_types = ChoiceSetField(
        choices=EmploymentType.choices,
        null=True,
        blank=True,
        help_text="Who gets it. Choose none when that is not known.",
    )

    objects = BenefitQuerySet.as_manager()

    class Meta:
        ordering = ["category__order", "category__name", "order", "name"]
        constraints = [models.UniqueConstraint(fields=["category", "name"], name="benefit_once_a_category")]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.category.slug, self.name)

    natural_key.dependencies = ["postings.benefitcategory"]

    @property
    def country_names(self):
        return [COUNTRY_NAMES[code] for code in self.countries or ()]

    def is_foreign_to(self, country):
        """Return True only where the record says that it applies in other countries alone."""
        return self.countries is not None and country not in self.countries
