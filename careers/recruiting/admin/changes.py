"""Saving an open posting tells students which facts it changed."""

from django.utils import timezone

from careers.postings.changes import facts_of, note_changes, noting_changes
from careers.postings.models import Posting


class NotesChanges:
    """Compares the facts from before the form with those after all is saved, and so for going back to a version."""

    def save_model(self, request, obj, form, change):
        request.facts_before = facts_of(Posting.objects.filter(pk=obj.pk), timezone.now()) if change else {}
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if request.facts_before:
            on = timezone.now()
            note_changes(request.facts_before, facts_of(Posting.objects.filter(pk=form.instance.pk), on), on)

    def put_back(self, row, write):
        with noting_changes(Posting.objects.filter(pk=row.pk)):
            super().put_back(row, write)
