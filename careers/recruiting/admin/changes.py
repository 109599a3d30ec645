"""Saving an open posting tells students which facts it changed."""

from django.contrib.admin.utils import unquote
from django.utils import timezone

from careers.postings.changes import facts_of, note_changes
from careers.postings.models import Posting


class NotesChanges:
    """Compares the facts from before the form, and before an undo wrote an old version, with those that are saved."""

    def save_model(self, request, obj, form, change):
        if change:
            self.look_before(request, obj.pk)
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if before := getattr(request, "facts_before", None):
            on = timezone.now()
            note_changes(before, facts_of(Posting.objects.filter(pk=form.instance.pk), on), on)

    def revision_view(self, request, object_id, version_id, extra_context=None):
        self.look_before(request, unquote(object_id))
        return super().revision_view(request, object_id, version_id, extra_context)

    def look_before(self, request, pk):
        if request.method == "POST" and not hasattr(request, "facts_before"):
            request.facts_before = facts_of(Posting.objects.filter(pk=pk), timezone.now())
