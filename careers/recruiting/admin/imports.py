"""The pages on which pasted adverts become drafts: paste, cuts, what is the same for all, each draft, the table."""

from time import monotonic

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import path
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView

from careers.importer.drafting.importing import import_text, look_at
from careers.importer.drafting.known import Known
from careers.importer.drafting.words import labels
from careers.importer.models import ImportBatch
from careers.recruiting.imports import cuts
from careers.recruiting.imports.fact_forms import SameForAllForm
from careers.recruiting.imports.paste_form import PasteForm

from .column import in_words, put_findings
from .import_draft import DraftView
from .import_page import ImportPage, page, same_for_all

# What one request takes on: a worker must not be busy for longer, and the next request goes on.
MOST_SECONDS = 5
MOST_LOOKED_AT = 30


class PasteView(ImportPage, FormView):
    template_name = "admin/postings/posting/imports/paste.html"
    form_class = PasteForm
    title = "Import adverts"

    def get_context_data(self, **kwargs):
        batches = ImportBatch.objects.of(self.request.user).with_number()[:5]
        return super().get_context_data(batches=batches, **kwargs)

    def form_valid(self, form):
        ImportBatch.objects.stale().delete()
        batch = ImportBatch.objects.create(by=self.request.user)
        batch.take(form.texts)
        return self.go("import", batch.pk, 1) if len(form.texts) == 1 else self.go("import_cuts", batch.pk)


class CutsView(ImportPage, TemplateView):
    """Shows where adverts start. POST cuts anew, as long as nothing is saved."""

    template_name = "admin/postings/posting/imports/cuts.html"
    title = "Where adverts start"

    def get_context_data(self, **kwargs):
        adverts = [(text, cuts.first_lines(text), cuts.lines_of(text)) for text in self.texts]
        return super().get_context_data(adverts=adverts, **kwargs)

    def post(self, request, batch):
        if any(text.posting_id for text in self.texts):
            messages.error(request, "Some are saved already, so the cuts stay as they are.")
            return self.go("import_table", batch)
        self.batch.take(cuts.recut(self.texts, set(request.POST.getlist("start"))))
        return self.go("import_cuts" if "again" in request.POST else "import_same", batch)


class SameView(ImportPage, FormView):
    """What is the same for all of a batch: entered once, and marked as entered."""

    template_name = "admin/postings/posting/imports/same.html"
    form_class = SameForAllForm
    title = "The same for all"

    def get_form_kwargs(self):
        kept = {"data": self.batch.entered} if self.batch.entered and self.request.method == "GET" else {}
        return {**super().get_form_kwargs(), **kept}

    def form_valid(self, form):
        sent = self.request.POST.dict()
        self.batch.entered = {name: value for name, value in sent.items() if name != "csrfmiddlewaretoken"}
        self.batch.save(update_fields=["entered"])
        return self.go("import_table", self.batch.pk)


class TableView(ImportPage, TemplateView):
    """What came of each advert. POST saves those that wait, each by itself, as many as a request may take."""

    template_name = "admin/postings/posting/imports/table.html"
    title = "Results"

    def get_context_data(self, **kwargs):
        waiting = [text for text in self.texts if text.waits]
        done = len(self.texts) - len(waiting)
        self.put_findings([text.posting for text in self.texts if text.posting])
        rows = [(text, self.seen(text, len(waiting))) for text in self.texts]
        return super().get_context_data(
            rows=rows, waiting=len(waiting), done=done, entered=labels(self.same["entered"]), **kwargs
        )

    def put_findings(self, postings):
        """Say of each draft what the rules find, where they are few enough for one page."""
        if len(postings) <= MOST_LOOKED_AT:
            put_findings(postings)
            for posting in postings:
                posting.found_in_words = in_words(posting)

    def seen(self, text, waiting):
        """Return what saving it would come to; of very many, that is left to the saving."""
        few = text.waits and waiting <= MOST_LOOKED_AT
        return look_at(text.text, self.known, text.url, **self.same) if few else None

    @cached_property
    def known(self):
        return Known()

    @cached_property
    def same(self):
        return same_for_all(self.batch)

    def post(self, request, batch):
        end, waiting = monotonic() + MOST_SECONDS, [text for text in self.texts if text.waits]
        for number, text in enumerate(waiting):
            if not number or monotonic() < end:
                self.save_one(text)
        return HttpResponseRedirect(
            f"{page('import_table', batch)}{'?going' if any(t.waits for t in self.texts) else ''}"
        )

    def save_one(self, text):
        outcome = import_text(text.text, self.known, self.request.user, url=text.url, **self.same)
        text.posting, text.known_before, text.refusal = outcome.posting, outcome.before, outcome.refusal
        text.entered = outcome.draft.entered_labels if outcome.draft and not outcome.before else ""
        text.remarks = "\n".join(outcome.remarks)
        text.save(update_fields=["posting", "known_before", "refusal", "entered", "remarks"])


class WithImports:
    """Adds the pages to the desk's list of postings."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        pages = [
            ("imports/", PasteView, "imports"),
            ("imports/<int:batch>/", TableView, "import_table"),
            ("imports/<int:batch>/cuts/", CutsView, "import_cuts"),
            ("imports/<int:batch>/same/", SameView, "import_same"),
            ("imports/<int:batch>/<int:order>/", DraftView, "import"),
        ]
        return [
            path(address, wrap(view.as_view(desk=self)), name=f"postings_posting_{name}")
            for address, view, name in pages
        ] + super().get_urls()
