"""Rows that fixtures know by their name in the address instead of by a number."""

from django.db import models


class NamedQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class Named(models.Model):
    """A name and the slug that stands for it in addresses and fixtures."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=80, unique=True, help_text="Its name in addresses. Filled in from the name.")

    objects = NamedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.slug,)
