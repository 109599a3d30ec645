"""What the pages of an import share: who may see them, whose batch it is, what was entered for all of it."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property

from careers.importer.models import ImportBatch
from careers.recruiting.imports.fact_forms import SameForAllForm

from .waivers import DeskPage


class ImportPage(DeskPage):
    """Open to whoever may write postings; a batch is its owner's alone."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm("postings.add_posting"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def batch(self):
        return get_object_or_404(ImportBatch.objects.of(self.request.user), pk=self.kwargs["batch"])

    @cached_property
    def texts(self):
        return list(self.batch.texts.select_related("posting"))

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs | {"batch": self.batch if "batch" in self.kwargs else None})

    def go(self, name, *args):
        return HttpResponseRedirect(page(name, *args))


def page(name, *args):
    return reverse(f"admin:postings_posting_{name}", args=args)


def same_for_all(batch):
    """Return {"entered": {field: value}, "wins": whether it holds against the text}."""
    form = SameForAllForm(batch.entered) if batch.entered else None
    usable = form is not None and form.is_valid()
    return {"entered": form.entered if usable else {}, "wins": usable and form.cleaned_data["wins"]}
