"""Findings on a posting's form, and the gate that an edit of a live posting passes."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.urls import path

from careers.consistency import report
from careers.consistency.rules import Level
from careers.recruiting.gate import WAY_OUT

from .column import in_words, put_findings
from .waivers import CausesView, EndingView, WaiverView

MOST_TOLD = 3


class NewErrors(Exception):  # noqa: N818 a refusal, not a fault
    """An edit of a live posting brings errors; raised to undo it."""

    def __init__(self, findings):
        super().__init__()
        self.findings = findings


class WithFindings:
    """Shows what the rules find beside the fields, and refuses to bring a new error before students."""

    def get_urls(self):
        views = {
            "<int:pk>/waivers/": (WaiverView, "waivers"),
            "<int:pk>/waivers/<int:waiver>/ending/": (EndingView, "waiver_ending"),
            "findings/": (CausesView, "findings"),
        }
        wrap = self.admin_site.admin_view
        return [
            path(address, wrap(view.as_view(desk=self)), name=f"postings_posting_{name}")
            for address, (view, name) in views.items()
        ] + super().get_urls()

    @admin.display(description="findings", empty_value="–")
    def findings(self, posting):
        return in_words(posting) or None

    def get_changelist_instance(self, request):
        page = super().get_changelist_instance(request)
        put_findings(page.result_list)
        return page

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Save; or, where students would see a new error, undo the save and show the form with what was typed.

        The refusal leaves the revision too: one that went on would keep what was never saved.
        """
        posting = self.get_object(request, unquote(object_id)) if request.method == "GET" else None
        found = {"findings": by_level(report.of_posting(posting))} if posting else {}
        page = {**(extra_context or {}), **found}
        try:
            return super().change_view(request, object_id, form_url, page)
        except NewErrors as refusal:
            request.new_errors = refusal.findings
            return super().change_view(request, object_id, form_url, page)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.new_errors = getattr(request, "new_errors", ())
        return form

    def save_model(self, request, obj, form, change):
        before = self.model.objects.filter(pk=obj.pk).first() if change else None
        request.errors_before = report.gate(before) if before and students_see(before) else []
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        posting = self.model.objects.get(pk=form.instance.pk)
        if not students_see(posting):
            tell(request, report.gate(posting))
        elif found := report.brought(request.errors_before, posting):
            raise NewErrors(found)

    def put_back(self, row, write):
        before = report.gate(row) if students_see(row) else []
        super().put_back(row, write)
        posting = self.model.objects.get(pk=row.pk)
        if students_see(posting) and (found := report.brought(before, posting)):
            raise ValidationError(
                [*(f"Students would read this: {each.message} {each.hint}" for each in found), WAY_OUT]
            )


def tell(request, errors):
    """Say at once what will stop publishing; the form has all of it."""
    for each in errors[:MOST_TOLD]:
        messages.warning(request, f"{each.message} {each.hint}")


def students_see(posting):
    return posting.is_open() or posting.is_scheduled()


def by_level(marked):
    """Return {level: [Marked]}, only what was found."""
    levels = {level.value: [each for each in marked if each.finding.level is level] for level in Level}
    return {level: found for level, found in levels.items() if found}
