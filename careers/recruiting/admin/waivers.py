"""Accepting a finding with a reason, taking that back, and the findings of all postings by their cause."""

from collections import Counter

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView, View

from careers.consistency import report
from careers.consistency.models import Waiver, permission_for
from careers.postings.models import Posting


class ReasonForm(forms.Form):
    reason = forms.CharField(
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why it may stand: the next person reads it."},
    )


class DeskPage:
    """A page of the desk beside the stock ones."""

    desk = None
    title = ""

    def get_context_data(self, **kwargs):
        page = {"title": self.title, "opts": Posting._meta, **self.desk.admin_site.each_context(self.request)}
        return super().get_context_data(**{**page, **kwargs})


class WaiverView(DeskPage, FormView):
    """GET asks for the reason, POST accepts the finding that `fingerprint` names."""

    template_name = "admin/postings/posting/waiver.html"
    form_class = ReasonForm
    title = "Let it stand"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(permission_for(self.finding)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def posting(self):
        return get_object_or_404(Posting.objects.select_related("location", "team"), pk=self.kwargs["pk"])

    @cached_property
    def finding(self):
        wanted = self.request.GET.get("fingerprint")
        found = (each.finding for each in report.of_posting(self.posting) if each.finding.fingerprint == wanted)
        finding = next(found, None)
        if finding is None:
            raise Http404("It is no longer found: the posting has changed.")
        return finding

    def get_context_data(self, **kwargs):
        return super().get_context_data(original=self.posting, finding=self.finding, **kwargs)

    def form_valid(self, form):
        Waiver.objects.give(self.finding, form.cleaned_data["reason"], by=self.request.user, posting=self.posting)
        messages.success(self.request, f"{self.finding.id} may stand, with your reason beside it.")
        return HttpResponseRedirect(change_page(self.posting.pk))


class EndingView(DeskPage, View):
    """POST takes a waiver back: the finding counts again."""

    http_method_names = ("post",)

    def post(self, request, pk, waiver):
        given = get_object_or_404(Waiver.objects.in_force(), pk=waiver, posting=pk)
        needed = "consistency.waive_error" if given.kind == "waiver" else "consistency.add_waiver"
        if not request.user.has_perm(needed):
            raise PermissionDenied
        given.end()
        messages.success(request, f"{given.finding} counts again.")
        return HttpResponseRedirect(change_page(pk))


class CausesView(DeskPage, FormView):
    """One row a cause; POST sets one cause aside for every posting that has it."""

    template_name = "admin/postings/posting/findings.html"
    form_class = ReasonForm
    title = "Findings by cause"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm("postings.change_posting"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def causes(self):
        marked = report.of_all()
        total = len({each.posting.pk for each in marked if each.posting})
        return report.causes(marked, total)

    def get_context_data(self, **kwargs):
        return super().get_context_data(causes=self.causes, unstated=unstated(self.causes), **kwargs)

    def form_valid(self, form):
        chosen = self.request.POST.get("cause")
        cause = next((each for each in self.causes if key_of(each) == chosen), None)
        done = set_aside(cause, form.cleaned_data["reason"], self.request.user) if cause else 0
        messages.success(self.request, f"Set aside for {done} of them.")
        return HttpResponseRedirect(self.request.path)


def set_aside(cause, reason, user):
    """Accept every open finding of the cause that this user may accept; return how many."""
    allowed = [each for each in cause.open if user.has_perm(permission_for(each.finding))]
    for each in allowed:
        subject = {"posting": each.posting} if each.posting else {"boilerplate": each.boilerplate}
        Waiver.objects.give(each.finding, reason, by=user, **subject)
    return len(allowed)


def key_of(cause):
    return f"{cause.id} {cause.field} {cause.text}"


def unstated(causes):
    """Return [(fact, postings, width in percent of the most)] of the facts most often not stated."""
    counts = Counter({each.text: len(each.found) for each in causes if each.id == "P040"})
    most = max(counts.values(), default=1)
    return [(fact, number, round(100 * number / most)) for fact, number in counts.most_common()]


def change_page(pk):
    return reverse("admin:postings_posting_change", args=[pk])
