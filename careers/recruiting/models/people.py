from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from careers.postings.fields import ChoiceSetField
from careers.recruiting.roles import ROLES

from .journal import JournalEntry, What


class Role(models.TextChoices):
    RECRUITER = "recruiter", "Recruiter: writes postings and shared wording, submits"
    PUBLISHER = "publisher", "Publisher: reviews, publishes, waives errors"
    SUPERUSER = "superuser", "Superuser: looks after people and everything else"


class InvitationQuerySet(models.QuerySet):
    def waiting(self, on=None):
        """Neither accepted nor withdrawn, and its newest link has not run out."""
        fresh = (on or timezone.now()) - Invitation.LASTS
        return self.filter(accepted_at=None, withdrawn_at=None, sent_at__gt=fresh)

    def by_token(self, token, on=None):
        """Return the waiting invitation that `token` opens, None for any other text."""
        try:
            pk, number = Signer(salt=Invitation.SALT).unsign(token).split(".")
        except (BadSignature, ValueError):
            return None
        return self.waiting(on).filter(pk=pk, number=number).first()


class Invitation(models.Model):
    """Somebody asked to join by e-mail, with the roles they will have. Its link opens once, and for seven days."""

    LASTS = timedelta(days=7)
    SALT = "careers.invitation"

    email = models.EmailField("e-mail address")
    roles = ChoiceSetField("may", choices=Role.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    invited_at = models.DateTimeField(default=timezone.now, editable=False)
    sent_at = models.DateTimeField(default=timezone.now, editable=False)
    number = models.PositiveSmallIntegerField(default=1, editable=False)
    accepted_at = models.DateTimeField(null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, related_name="invitation"
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-invited_at", "-pk"]

    def __str__(self):
        return self.email

    def clean(self):
        if User.objects.filter(email__iexact=self.email).exists():
            error = ValidationError("Somebody with this address has an account: change its roles instead.", "known")
            raise ValidationError({"email": error})
        if Invitation.objects.waiting().filter(email__iexact=self.email).exclude(pk=self.pk).exists():
            error = ValidationError("This address has an invitation waiting: send that one again.", code="waiting")
            raise ValidationError({"email": error})

    @property
    def link(self):
        """Return the address that opens it; in its query, which no log keeps."""
        token = Signer(salt=self.SALT).sign(f"{self.pk}.{self.number}")
        return f"{settings.SITE_URL}{reverse('invitation')}?{urlencode({'token': token})}"

    @property
    def runs_out(self):
        return self.sent_at + self.LASTS

    def state(self, on=None):
        if self.accepted_at:
            return "Accepted"
        if self.withdrawn_at:
            return "Withdrawn"
        return "Waiting" if self.runs_out > (on or timezone.now()) else "Ran out"

    def renew(self, by, on=None):
        """Make a new link that lasts seven days; the old one opens nothing any more."""
        self._demand(not self.accepted_at)
        self.number, self.sent_at, self.withdrawn_at = self.number + 1, on or timezone.now(), None
        self.save(update_fields=["number", "sent_at", "withdrawn_at"])
        JournalEntry.objects.record(What.INVITED, by, self.email, on)

    def withdraw(self, by, on=None):
        self._demand(not self.accepted_at)
        self.withdrawn_at = on or timezone.now()
        self.save(update_fields=["withdrawn_at"])
        JournalEntry.objects.record(What.WITHDREW, by, self.email, on)

    @transaction.atomic
    def accept(self, user, on=None):
        """Save `user`, who has a name and a password, with the roles promised; raise where the link has been used."""
        mine = Invitation.objects.waiting(on).filter(pk=self.pk, number=self.number)
        self._demand(mine.update(accepted_at=on or timezone.now()))
        user.email, user.is_staff, user.is_superuser = self.email, True, Role.SUPERUSER in self.roles
        user.save()
        user.groups.set(Group.objects.filter(name__in=set(self.roles) & set(ROLES)))
        Invitation.objects.filter(pk=self.pk).update(account=user)
        JournalEntry.objects.record(What.JOINED, user, ", ".join(self.roles), on)

    def _demand(self, condition):
        if not condition:
            raise ValidationError("This invitation has been used or withdrawn already.", code="used")
