"""One advert of an import: its text on one side, the draft on the other."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from careers.importer.drafting.importing import in_words
from careers.importer.drafting.saving import AlreadyImported, existing
from careers.importer.sections.decoding import NotAnAdvert
from careers.recruiting.imports import making, preview
from careers.recruiting.imports.fact_forms import ROWS, DraftForm
from careers.recruiting.imports.item_forms import MOST_UNREAD, ItemFormSet, rows_of

from .import_page import ImportPage, same_for_all


class DraftView(ImportPage, TemplateView):
    """The text on one side, the draft on the other; POST saves it or, with `check`, looks at it again."""

    template_name = "admin/postings/posting/imports/draft.html"
    title = "Check the draft"

    @cached_property
    def text(self):
        return get_object_or_404(self.batch.texts.select_related("posting"), order=self.kwargs["order"])

    @cached_property
    def preview(self):
        return preview.preview_of(self.text.text, self.text.url)

    @cached_property
    def form(self):
        data = self.request.POST if self.request.method == "POST" else None
        return DraftForm(data, initial=self.initial, unknown=self.preview.unknown, named=self.preview.named)

    @property
    def initial(self):
        """Return what the text says, and what was entered for all where it says nothing."""
        return making.with_same(self.preview.initial, **same_for_all(self.batch))

    @cached_property
    def items(self):
        if self.request.method == "POST":
            return ItemFormSet(self.request.POST, prefix="items")
        rows = rows_of(self.preview.reading.lines, self.preview.unread[:MOST_UNREAD])
        return ItemFormSet(initial=rows, prefix="items")

    def dispatch(self, request, *args, **kwargs):
        """Lead on where there is nothing to correct: it is saved, or it is no advert."""
        try:
            return super().dispatch(request, *args, **kwargs)
        except NotAnAdvert as refusal:
            messages.error(request, str(refusal))
            return self.go("import_table", self.batch.pk)

    def get(self, request, *args, **kwargs):
        if self.text.posting_id:
            return self.go("change", self.text.posting_id)
        before = existing(self.preview.draft.source_hash)
        return self.known_before(before) if before else self.render_to_response(self.get_context_data())

    def known_before(self, posting):
        """Offer the posting that the text has, with what is different there now, instead of a second one."""
        shown = {
            "found": posting,
            "runs": preview.compared(posting, self.preview.advert.source.original),
            "changed": preview.changed_since(posting, self.preview.draft),
            "lists": list(preview.lists_changed(posting, self.preview.draft)),
        }
        self.template_name = "admin/postings/posting/imports/known.html"
        return self.render_to_response(super().get_context_data(**shown))

    def get_context_data(self, **kwargs):
        seen, rows = self.preview, preview.items(self.items, self.preview)
        draft = seen.draft
        if self.form.is_bound and self.form.is_valid() and self.items.is_valid():
            draft = making.typed_draft(self.form, self.items, seen)
        return super().get_context_data(
            # Text and draft need the whole width.
            is_nav_sidebar_enabled=False,
            text=self.text,
            preview=seen,
            form=self.form,
            items=self.items,
            rows=[each for each in rows if each[0].came_from != "unread"],
            unread=[each for each in rows if each[0].came_from == "unread"],
            fieldsets=preview.fieldsets(self.form, seen),
            team=preview.row_fields(self.form, seen, *ROWS),
            findings=preview.findings(draft),
            alike=preview.alike(draft),
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        if self.text.posting_id:
            return self.go("change", self.text.posting_id)
        if self.form.is_valid() & self.items.is_valid() and "check" not in request.POST:
            try:
                return self.saved(making.make(self.form, self.items, self.preview, request.user))
            except AlreadyImported as found:
                return self.known_before(found.posting)
            except ValidationError as refusal:
                self.form.add_error(None, list(in_words(refusal)))
        return self.render_to_response(self.get_context_data())

    def saved(self, posting):
        self.text.posting = posting
        self.text.save(update_fields=["posting"])
        messages.success(self.request, f"“{posting}” is saved as a draft.")
        if self.batch.texts.count() > 1:
            return self.go("import_table", self.batch.pk)
        return self.go("change", posting.pk)
