"""Pictures and videos of a team, or of the organisation where they name no team."""

from urllib.parse import urlsplit

from django.core.validators import URLValidator
from django.db import models
from django.urls import reverse

from .places import Team


class Picture(models.Model):
    """A picture as recruiters describe it; what browsers get are its renditions, made when it is uploaded.

    They are kept in the database: every host has them at once, and a backup holds them without a second place.
    """

    team = models.ForeignKey(
        Team, on_delete=models.CASCADE, null=True, blank=True, related_name="pictures",
        help_text="Empty: it stands on the page about the organisation.",
    )  # fmt: skip
    alt = models.CharField(
        "description",
        max_length=250,
        help_text="What the picture shows, for those who do not see it. Such as: Two engineers at a whiteboard.",
    )
    caption = models.CharField(max_length=250, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    digest = models.CharField(max_length=32, editable=False)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self):
        return self.alt

    def sources(self):
        """Return [(address, width)], smallest first; needs the renditions' widths at hand."""
        return [(self.address(each.width), each.width) for each in self.renditions.all()]

    def address(self, width):
        return reverse("picture", kwargs={"digest": self.digest, "width": width})


class RenditionQuerySet(models.QuerySet):
    def without_content(self):
        return self.only("picture", "width")


class Rendition(models.Model):
    """One size of a picture as WebP bytes."""

    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")
    width = models.PositiveIntegerField()
    content = models.BinaryField()

    objects = RenditionQuerySet.as_manager()

    class Meta:
        ordering = ["width"]
        constraints = [models.UniqueConstraint(fields=["picture", "width"], name="one_rendition_a_width")]

    def __str__(self):
        return f"{self.width} px"


class Video(models.Model):
    """A link to a video elsewhere: nothing of it loads before somebody follows it."""

    team = models.ForeignKey(
        Team, on_delete=models.CASCADE, null=True, blank=True, related_name="videos",
        help_text="Empty: it stands on the page about the organisation.",
    )  # fmt: skip
    title = models.CharField(max_length=150)
    url = models.URLField(
        "address",
        max_length=500,
        validators=[URLValidator(["https"], message="Write an address that begins with https://.")],
    )
    minutes = models.PositiveSmallIntegerField(null=True, blank=True, help_text="How long it is, rounded up.")
    transcript = models.TextField(help_text="What is said and shown, for those who cannot watch or listen.")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self):
        return self.title

    @property
    def host(self):
        return urlsplit(self.url).hostname or ""
