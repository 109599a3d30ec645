"""Inviting people, and the journal of what they do."""

import logging

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.generic import View

from careers.recruiting import emails
from careers.recruiting.models import Invitation, JournalEntry
from careers.recruiting.models.journal import What

from .desk import ReadOnlyAdmin
from .people import ForSuperusers

ACTS = {"renewal": Invitation.renew, "withdrawal": Invitation.withdraw}
COPY = "Copy the link below and give it to them yourself."
logger = logging.getLogger(__name__)


class ActView(View):
    """POST renews an invitation or withdraws it."""

    http_method_names = ("post",)
    noun = None

    def post(self, request, pk):
        if not request.user.is_superuser:
            raise PermissionDenied
        invited = get_object_or_404(Invitation, pk=pk)
        try:
            ACTS[self.noun](invited, by=request.user)
        except ValidationError as refusal:
            messages.error(request, refusal.messages[0])
        else:
            say(request, invited)
        return HttpResponseRedirect(reverse("admin:recruiting_invitation_change", args=[pk]))


def say(request, invited):
    """Send a waiting invitation, and say what came of it."""
    if invited.withdrawn_at:
        messages.success(request, "The invitation is withdrawn: its link opens nothing any more.")
    elif not emails.is_set_up():
        messages.warning(request, f"Mail is not set up here. {COPY}")
    elif sent(emails.invitation(invited)):
        messages.success(request, f"The invitation is on its way to {invited.email}.")
    else:
        messages.warning(request, f"The mail could not be sent. {COPY}")


def sent(mail):
    try:
        return mail.send() == 1
    except OSError as fault:  # smtplib's errors are OSErrors; their text may hold the address
        logger.warning("An invitation could not be mailed: %s", type(fault).__name__)
        return False


@admin.register(Invitation)
class InvitationAdmin(ForSuperusers, admin.ModelAdmin):
    change_form_template = "admin/recruiting/invitation/change_form.html"
    list_display = ["email", "may", "state", "by", "invited_at", "runs_out"]
    list_select_related = ["by"]
    search_fields = ["email"]
    actions = None

    def get_fields(self, request, obj=None):
        return ["email", "may", "state", "runs_out", "by", "link"] if obj else ["email", "roles"]

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path(f"<int:pk>/{noun}/", wrap(ActView.as_view(noun=noun)), name=f"recruiting_invitation_{noun}")
            for noun in ACTS
        ] + super().get_urls()

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description="may")
    def may(self, invited):
        return "; ".join(emails.roles_of(invited))

    @admin.display(description="state")
    def state(self, invited):
        return invited.state()

    @admin.display(description="link runs out")
    def runs_out(self, invited):
        return date_format(timezone.localtime(invited.runs_out), "j F Y, H:i e")

    @admin.display(description="link, opens once", empty_value="Only while it waits")
    def link(self, invited):
        return invited.link if invited.state() == "Waiting" else None

    def save_model(self, request, obj, form, change):
        obj.by = request.user
        super().save_model(request, obj, form, change)
        JournalEntry.objects.record(What.INVITED, request.user, obj.email)

    def response_add(self, request, obj, post_url_continue=None):
        say(request, obj)
        return HttpResponseRedirect(reverse("admin:recruiting_invitation_change", args=[obj.pk]))


@admin.register(JournalEntry)
class JournalEntryAdmin(ForSuperusers, ReadOnlyAdmin):
    list_display = ["at", "by_name", "what", "about"]
    list_filter = ["what", "at"]
    search_fields = ["by_name", "about"]
    actions = None

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
