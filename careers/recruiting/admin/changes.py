"""Saving an open posting tells students which facts it changed."""

from django.utils import timezone

from careers.postings.changes import facts_of, note_changes, noting_changes
from careers.postings.models import Posting


class NotesChanges:
    """Compares the facts from before the form with those that are saved."""

    def save_model(self, request, obj, form, change):
        if change:
            self.look_before(request, obj.pk)
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if before := getattr(request, "facts_before", None):
            on = timezone.now()
            note_changes(before, facts_of(Posting.objects.filter(pk=form.instance.pk), on), on)

    def put_back(self, row, write):
        """Going back to an old version is an edit like any other."""
        with noting_changes(Posting.objects.filter(pk=row.pk)):
            super().put_back(row, write)

    def look_before(self, request, pk):
        if request.method == "POST" and not hasattr(request, "facts_before"):
            request.facts_before = facts_of(Posting.objects.filter(pk=pk), timezone.now())
