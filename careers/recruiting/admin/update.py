"""Saving a live posting: the button says so, and every changed fact is named."""

from django import forms
from django.contrib import messages

from careers.recruiting import changed, second_person
from careers.recruiting.steps import PUBLISH, is_live


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

    def save_model(self, request, obj, form, change):
        stored = self.model.objects.filter(pk=obj.pk).first() if change else None
        request.shown_before = changed.shown_facts(obj.pk) if stored and is_live(stored) else None
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if before := request.shown_before:
            told = changed.changes(before, changed.shown_facts(form.instance.pk))
            messages.info(request, changed.as_message(told))
