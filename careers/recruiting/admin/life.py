"""The steps of a posting's life as pages of the desk: a POST calls the verb, the model decides."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.views.generic import FormView

from careers.postings.models import Posting
from careers.recruiting import plan
from careers.recruiting.notices import ThenSend
from careers.recruiting.state import state_of
from careers.recruiting.steps import STEPS

from .bar import bar_of
from .bulk import BulkStepView, bulk_action
from .waivers import DeskPage


class WithLife:
    """Takes a posting from draft to closed: the bar on its form, a page for each step, and steps for many at once."""

    def get_urls(self):
        wrap, urls = self.admin_site.admin_view, []
        for step in STEPS:
            one, many = (view.as_view(desk=self, step=step) for view in (StepView, BulkStepView))
            urls.append(path(f"<int:pk>/{step.noun}/", wrap(one), name=f"postings_posting_{step.noun}"))
            urls.append(path(f"bulk/{step.noun}/", wrap(many), name=f"postings_posting_bulk_{step.noun}"))
        return urls + super().get_urls()

    def get_actions(self, request):
        """Offer the steps; deleting is for one posting at a time, if it was never public."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        if request.GET.get("_popup"):
            return actions
        allowed = [step for step in STEPS if request.user.has_perm(step.permission)]
        return actions | {step.verb: (bulk_action(step), step.verb, step.title) for step in allowed}

    def change_view(self, request, object_id, form_url="", extra_context=None):
        posting = self.get_object(request, unquote(object_id))
        bar = {"life": bar_of(posting, request.user)} if posting else {}
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), **bar})


class StepView(DeskPage, FormView):
    """GET asks what the step needs to know and says what it does, POST takes it."""

    template_name = "admin/postings/posting/step.html"
    step = None

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(self.step.permission):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def posting(self):
        return get_object_or_404(Posting.objects.select_related("team", "location"), pk=self.kwargs["pk"])

    def get_form_class(self):
        return self.step.form

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "posting": self.posting}

    def get_initial(self):
        return {name: getattr(self.posting, name) for name in ("opens_at", "valid_through")}

    def get_context_data(self, **kwargs):
        page = {"title": self.step.title, "subtitle": str(self.posting), "original": self.posting, "step": self.step}
        return super().get_context_data(**{**page, "state": state_of(self.posting), **kwargs})

    def form_valid(self, form):
        [outcome] = plan.foresee(self.step, [self.posting], self.request.user, form.facts_for)
        try:
            plan.take(self.step, outcome, self.request.user)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        messages.success(self.request, f"“{self.posting}” {self.step.done}. {state_of(self.posting)}.")
        return ThenSend(reverse("admin:postings_posting_change", args=[self.posting.pk]))
