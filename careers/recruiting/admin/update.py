"""Saving a live posting: the button says so, and every changed fact is named, before and after."""

from django import forms
from django.contrib import messages

from careers.recruiting import changed, second_person
from careers.recruiting.merging import differences
from careers.recruiting.steps import PUBLISH, is_live

UNTOLD = "Students read this page. Look at what is about to change, above, then update it."


class WithUpdate:
    @property
    def media(self):
        return super().media + forms.Media(js=[forms.Script("recruiting/changes.js", type="module")])

    def has_change_permission(self, request, obj=None):
        """Where a second person is wanted, what is live is a publisher's to change: saving it publishes."""
        allowed = super().has_change_permission(request, obj)
        if allowed and obj and is_live(obj) and not request.user.has_perm(PUBLISH):
            return not second_person.is_demanded()
        return allowed

    def settle(self, request, pk):
        """Without a script nothing names the changes while they are typed: show them, and save at the second time."""
        super().settle(request, pk)
        if "told" not in request.POST and not hasattr(request, "clash"):
            row = self.model.objects.filter(pk=pk).first()
            if row and is_live(row) and self.has_change_permission(request, row):
                request.untold = about_to_change(self.sheet(request, row), request.POST)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.refusal = form.refusal or (UNTOLD if getattr(request, "untold", None) else "")
        return form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context |= {"untold": getattr(request, "untold", None), "told": "told" in request.POST}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        stored = self.model.objects.filter(pk=obj.pk).first() if change else None
        request.shown_before = changed.shown_facts(obj.pk) if stored and is_live(stored) else None
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if before := request.shown_before:
            told = changed.changes(before, changed.shown_facts(form.instance.pk))
            messages.info(request, changed.as_message(told))


def about_to_change(sheet, data):
    """Return [(label, before, after)] of what saving `data` would change."""
    found = differences(sheet.typed(data), sheet.state())
    return [(sheet.label(each), sheet.words(each, each.theirs), sheet.words(each, each.mine)) for each in found]
