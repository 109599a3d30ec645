"""A step for many postings: what will happen to each is shown first, and done only as it was shown."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.generic import FormView

from careers.postings.models import Posting
from careers.recruiting import plan
from careers.recruiting.notices import ThenSend

from .waivers import DeskPage

MOST = 200
LIST = "admin:postings_posting_changelist"


def bulk_action(step):
    """Return an admin action that leads to the page of the step for the chosen postings."""

    def action(desk, request, queryset):
        chosen = list(queryset.values_list("pk", flat=True)[: MOST + 1])
        if len(chosen) > MOST:
            return messages.error(request, f"Choose at most {MOST} postings at once.")
        address = reverse(f"admin:postings_posting_bulk_{step.noun}")
        return HttpResponseRedirect(f"{address}?{urlencode({'posting': sorted(chosen)}, doseq=True)}")

    return action


class BulkStepView(DeskPage, FormView):
    """GET asks what the step needs to know; POST shows what would happen and, once that was shown, does it."""

    template_name = "admin/postings/posting/bulk_step.html"
    step = None
    outcomes = None

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(self.step.permission):
            raise PermissionDenied
        if not self.postings():
            return HttpResponseRedirect(reverse(LIST))
        return super().dispatch(request, *args, **kwargs)

    def postings(self):
        chosen = [pk for pk in self.request.GET.getlist("posting")[:MOST] if pk.isdecimal() and len(pk) < 19]
        return Posting.objects.filter(pk__in=chosen).select_related("team", "location").order_by("title", "pk")

    def get_form_class(self):
        return self.step.form

    def get(self, request, *args, **kwargs):
        """Show the plan at once where the step can be taken without any answer."""
        form = self.get_form_class()({})
        if form.is_valid():
            self.foresee(form)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        page = {"title": f"{self.step.title}: {len(self.postings())} postings", "step": self.step}
        if self.outcomes is not None:
            page["going"] = [each for each in self.outcomes if each.goes]
            page["staying"] = [each for each in self.outcomes if not each.goes]
            page["shown"] = plan.fingerprint(self.outcomes)
        return super().get_context_data(**{**page, "chosen": self.postings(), **kwargs})

    def foresee(self, form):
        self.outcomes = plan.foresee(self.step, self.postings(), self.request.user, form.facts_for)

    def form_valid(self, form):
        self.foresee(form)
        if self.request.POST.get("shown") != plan.fingerprint(self.outcomes):
            was_shown = {"changed": "shown" in self.request.POST}
            return self.render_to_response(self.get_context_data(form=form, **was_shown))
        self.take()
        return ThenSend(reverse(LIST))

    def take(self):
        """Take the step for each in a transaction of its own: one that is refused at the last moment holds up none."""
        done = [outcome.posting for outcome in self.outcomes if self.taken(outcome)]
        if done:
            messages.success(self.request, f"Done for {len(done)}: {', '.join(f'“{each}”' for each in done)}.")

    def taken(self, outcome):
        try:
            plan.take(self.step, outcome, self.request.user)
        except ValidationError as refusal:
            messages.warning(self.request, f"“{outcome.posting}” stays as it is. {' '.join(refusal.messages)}")
            return False
        return True
