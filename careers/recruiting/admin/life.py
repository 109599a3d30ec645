"""The steps of a posting's life as pages of the desk: a POST calls the verb, the model decides."""

import reversion
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView

from careers.postings.models import Posting


class StepView(FormView):
    """GET asks what the step needs to know, POST takes it."""

    template_name = "admin/postings/posting/step.html"
    desk = None
    step = None

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(self.step.permission):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def posting(self):
        return get_object_or_404(Posting.objects.select_related("location"), pk=self.kwargs["pk"])

    def get_form_class(self):
        return self.step.form

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "posting": self.posting}

    def get_initial(self):
        return {"opens_at": self.posting.opens_at} if self.step.verb == "schedule" else {}

    def get_context_data(self, **kwargs):
        page = {"title": self.step.label.rstrip("…"), "subtitle": str(self.posting), "opts": Posting._meta}
        page |= {"original": self.posting, "step": self.step}
        return super().get_context_data(**kwargs, **self.desk.admin_site.each_context(self.request), **page)

    def form_valid(self, form):
        take(self.request, self.step, self.posting, form.cleaned_data)
        return HttpResponseRedirect(reverse("admin:postings_posting_change", args=[self.posting.pk]))


def bulk_action(step):
    """Return an admin action that takes the step for each chosen posting and says of each what came of it."""

    def action(desk, request, queryset):
        for posting in queryset.select_related("location"):
            take(request, step, posting, {})

    return action


def take(request, step, posting, facts):
    """Take the step in a revision of its own and say so; or say why the model refuses."""
    try:
        with reversion.create_revision():
            step.take(posting, by=request.user, **facts)
            reversion.add_to_revision(posting)
            reversion.set_user(request.user)
            reversion.set_comment(f"{step.label.rstrip('…')}: {facts.get('note', '')}".rstrip(": "))
    except ValidationError as refusal:
        messages.error(request, f"“{posting}” stays as it is. {' '.join(refusal.messages)}")
    else:
        messages.success(request, f"“{posting}” {step.done}.")
