"""What people study, know and look up."""

from django.db import models

from .naming import Named


class Skill(Named):
    pass


class FieldOfStudy(Named):
    class Meta(Named.Meta):
        verbose_name_plural = "fields of study"


class TermQuerySet(models.QuerySet):
    def get_by_natural_key(self, text):
        return self.get(text=text)


class Term(models.Model):
    text = models.CharField(max_length=80, unique=True, help_text="As it stands in adverts, such as Kubernetes.")
    same_as = models.TextField(
        blank=True, help_text="Other ways to write it, one a line. Search treats them all alike."
    )
    explanation = models.TextField(blank=True, help_text="One or two sentences for the glossary.")

    objects = TermQuerySet.as_manager()

    class Meta:
        ordering = ["text"]

    def __str__(self):
        return self.text

    def natural_key(self):
        return (self.text,)

    @property
    def synonyms(self):
        return [line.strip() for line in self.same_as.splitlines() if line.strip()]
