from itertools import count

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.db import models, transaction
from django.urls import reverse
from django.utils.text import slugify

from careers.postings.querysets import PostingQuerySet

from .benefits import Benefit
from .facts import IMPOSSIBLE, Eligibility, Work, stated
from .lifecycle import Lifecycle
from .places import Location, Team


class Posting(Work, Eligibility, Lifecycle):
    title = models.CharField(
        max_length=160, blank=True, help_text="No year, level or place in it; they are facts of their own."
    )
    slug = models.SlugField(
        max_length=140, unique=True, blank=True, help_text="Filled in from title, place and intake."
    )
    requisition_id = stated(models.CharField, max_length=60)
    team = stated(models.ForeignKey, to=Team, on_delete=models.PROTECT, related_name="postings")
    location = stated(models.ForeignKey, to=Location, on_delete=models.PROTECT, related_name="postings")
    apply_url = stated(
        models.URLField,
        verbose_name="apply link",
        validators=[URLValidator(schemes=["https"], message="Write an address that starts with https://.")],
        max_length=500,
    )
    contact_email = stated(models.EmailField, verbose_name="contact e-mail")
    adjustments_contact = stated(
        models.CharField, max_length=200, help_text="Whom to ask for adjustments: an e-mail address or a phone number."
    )
    benefits = models.ManyToManyField(
        Benefit, blank=True, related_name="postings", help_text="None means: not stated for this role."
    )
    language = models.CharField(
        max_length=10,
        default="en-AU",
        validators=[RegexValidator(r"^[a-z]{2,3}(-[A-Z]{2})?$", "Write a language such as en-AU.")],
    )
    next_posting = stated(
        models.ForeignKey,
        to="self",
        on_delete=models.SET_NULL,
        related_name="previous_postings",
        help_text="The same role in the next intake; shown once this one has closed.",
    )
    version = models.PositiveIntegerField(default=0, editable=False)
    source_text = models.TextField(blank=True, help_text="The advert as it was pasted.")
    source_url = models.URLField("source address", max_length=500, blank=True)
    source_hash = models.CharField(max_length=64, blank=True, editable=False)

    objects = PostingQuerySet.as_manager()

    class Meta:
        ordering = ["-date_posted", "-pk"]
        constraints = [
            models.CheckConstraint(condition=condition, name=f"posting_{name}", violation_error_message=message)
            for name, condition, message in IMPOSSIBLE
        ] + [
            models.UniqueConstraint(
                fields=["source_hash"], condition=~models.Q(source_hash=""), name="posting_once_a_text"
            )
        ]
        indexes = [models.Index(fields=["status", "opens_at", "valid_through"], name="posting_open")]

    def __str__(self):
        return self.title or "Untitled posting"

    def get_absolute_url(self):
        return reverse("posting_detail", kwargs={"slug": self.slug})

    def natural_key(self):
        return (self.slug,)

    natural_key.dependencies = ["postings.team", "postings.location", "postings.fieldofstudy", "postings.benefit"]

    def clean(self):
        """Give it an address, and refuse one that another posting has or had."""
        self.slug = self.slug or self.free_slug()
        taken = OldSlug.objects.filter(slug=self.slug).exclude(posting=self.pk)
        if taken.exists():
            error = ValidationError("Another posting had this address: choose one that is new.", code="reused")
            raise ValidationError({"slug": error})

    def free_slug(self):
        """Return title, place and intake as an address that no posting has or had."""
        words = [self.title or "posting", self.location.name if self.location else "", str(self.intake_year or "")]
        # A slash parts words too: "AI/LLM" reads "ai-llm", not "aillm".
        base = slugify(" ".join(words).replace("/", " "))[:130].strip("-") or "posting"
        return next(slug for some in _numbered(base) for slug in self._free(some))

    def _free(self, slugs):
        """Return those that no other posting has or had; whole addresses, unlike their beginnings, an index finds."""
        used = Posting.objects.exclude(pk=self.pk).filter(slug__in=slugs).values_list("slug", flat=True)
        old = OldSlug.objects.exclude(posting=self.pk).filter(slug__in=slugs).values_list("slug", flat=True)
        taken = {*used, *old}
        return [slug for slug in slugs if slug not in taken]

    @transaction.atomic
    def move_to(self, slug):
        """Give it a new address and keep the old one answering; raise ValidationError where another posting had it."""
        if slug != self.slug:
            OldSlug.objects.get_or_create(slug=self.slug, defaults={"posting": self})
            OldSlug.objects.filter(posting=self, slug=slug).delete()
            self.slug = slug
            self.clean()
            self.save(update_fields=["slug"])


def _numbered(base):
    """Yield the address and its numbered forms in groups, each four times the one before."""
    yield [base, *(f"{base}-{number}" for number in range(2, 9))]
    for size in (8 * 4**power for power in count()):
        yield [f"{base}-{number}" for number in range(size + 1, 4 * size + 1)]


class OldSlug(models.Model):
    """An address that a posting had: it leads to the new one for good."""

    slug = models.SlugField(max_length=140, unique=True)
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="old_slugs")

    def __str__(self):
        return self.slug


class PostingChange(models.Model):
    """A fact of an open posting that changed, for students to see."""

    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="changes")
    at = models.DateTimeField()
    field = models.CharField(max_length=60)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.field}: {self.before} → {self.after}"
