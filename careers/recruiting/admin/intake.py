"""Drafts for the next intake, of one posting or many: dates are offered a year on, and taken only where ticked."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.views.generic import FormView

from careers.lib.revisions import recorded
from careers.postings.models import Posting
from careers.postings.phrases import sentence
from careers.recruiting import intake
from careers.recruiting.saying import say
from careers.recruiting.state import zone_of

from .chosen import chosen, to_page
from .waivers import DeskPage

LIST = "admin:postings_posting_changelist"


@dataclass(frozen=True)
class Row:
    posting: Posting
    why_not: str
    suggestions: dict


class IntakeForm(forms.Form):
    every = forms.BooleanField(required=False, label="Take every date that is suggested below")

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = [row for row in rows if not row.why_not]
        for row in self.rows:
            for name, value in row.suggestions.items():
                field = Posting._meta.get_field(name)
                words = f"{sentence(str(field.verbose_name))}: {say(field, value, zone=zone_of(row.posting))}"
                self.fields[f"{row.posting.pk}-{name}"] = forms.BooleanField(required=False, label=words)

    @property
    def groups(self):
        """Yield (posting, its boxes)."""
        for row in self.rows:
            yield row.posting, [self[f"{row.posting.pk}-{name}"] for name in row.suggestions]

    def dates(self, row):
        taken = self.cleaned_data
        return {
            name: value
            for name, value in row.suggestions.items()
            if taken["every"] or taken[f"{row.posting.pk}-{name}"]
        }


class NextIntakeView(DeskPage, FormView):
    template_name = "admin/postings/posting/next_intake.html"
    form_class = IntakeForm
    title = "Next intake’s drafts"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perms(["postings.add_posting", "postings.change_posting"]):
            raise PermissionDenied
        found = chosen(request).select_related("team", "location", "next_posting")
        self.rows = [Row(posting, intake.why_not(posting), intake.suggestions(posting)) for posting in found]
        if not self.rows:
            return HttpResponseRedirect(reverse(LIST))
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "rows": self.rows}

    def get_context_data(self, **kwargs):
        return super().get_context_data(staying=[row for row in self.rows if row.why_not], **kwargs)

    def form_valid(self, form):
        made = [draft for row in form.rows if (draft := self.made(row, form.dates(row)))]
        if made:
            names = ", ".join(f"“{draft}”" for draft in made)
            messages.success(self.request, f"Drafts for the next intake: {len(made)}. {names}")
        if len(made) == 1:
            return HttpResponseRedirect(reverse("admin:postings_posting_change", args=[made[0].pk]))
        return HttpResponseRedirect(f"{reverse(LIST)}?status__exact=draft")

    def made(self, row, dates):
        """Return the draft, in a revision of its own; None where the posting changed meanwhile."""
        try:
            with transaction.atomic(), recorded(f"Next intake of “{row.posting}”", by=self.request.user):
                return intake.make_draft(row.posting, dates)
        except ValidationError as refusal:
            messages.warning(self.request, f"“{row.posting}” gets no draft. {' '.join(refusal.messages)}")
            return None


def action(desk, request, queryset):
    return to_page(request, queryset, "admin:postings_posting_next_intake")


ACTION = (action, "next_intake", "Make next intake’s drafts")
