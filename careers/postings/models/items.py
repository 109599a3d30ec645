"""What one would do and what one needs: the lists of a posting."""

from django.db import models

from careers.postings.choices import QualificationKind, SkillsRule

from .posting import Posting
from .skills import Skill


class ItemQuerySet(models.QuerySet):
    """Fixtures know an item by its place in the list. Orders may repeat while one sorts: the first one counts."""

    def _first(self, **place):
        item = self.filter(**place).order_by("pk").first()
        if item is None:
            raise self.model.DoesNotExist
        return item


class ResponsibilityQuerySet(ItemQuerySet):
    def get_by_natural_key(self, posting, order):
        return self._first(posting__slug=posting, order=order)


class QualificationQuerySet(ItemQuerySet):
    def get_by_natural_key(self, posting, kind, order):
        return self._first(posting__slug=posting, kind=kind, order=order)


class Responsibility(models.Model):
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="responsibilities")
    text = models.TextField()
    order = models.PositiveSmallIntegerField(default=0)

    objects = ResponsibilityQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        verbose_name_plural = "responsibilities"

    def __str__(self):
        return self.text

    def natural_key(self):
        return (self.posting.slug, self.order)

    natural_key.dependencies = ["postings.posting"]


class Qualification(models.Model):
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="qualifications")
    kind = models.CharField(max_length=10, choices=QualificationKind.choices, default=QualificationKind.MINIMUM)
    text = models.TextField()
    order = models.PositiveSmallIntegerField(default=0)
    skills = models.ManyToManyField(Skill, blank=True, related_name="qualifications")
    skills_rule = models.CharField(
        max_length=10,
        choices=SkillsRule.choices,
        default=SkillsRule.ALL,
        help_text="How the skills are meant: all, at least one, or as examples only.",
    )

    objects = QualificationQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "order", "pk"]

    def __str__(self):
        return self.text

    def natural_key(self):
        return (self.posting.slug, self.kind, self.order)

    natural_key.dependencies = ["postings.posting", "postings.skill"]
