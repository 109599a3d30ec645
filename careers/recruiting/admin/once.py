"""A form that is sent twice, by a double click or after going back, makes one record and not two."""

import json
from hashlib import sha256

from django.contrib import messages
from django.contrib.admin.utils import quote
from django.core.cache import cache
from django.http import HttpResponseRedirect
from django.urls import reverse

SECONDS = 10 * 60
TWICE = "This was sent twice; it is saved once, and here it is."


class SentTwice(Exception):  # noqa: N818 no fault
    """The same words by the same person have made the record `pk`; raised to undo the second save."""

    def __init__(self, pk):
        super().__init__()
        self.pk = pk


class Once:
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except SentTwice as twice:
            messages.info(request, TWICE)
            opts = self.opts
            page = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[quote(twice.pk)])
            return HttpResponseRedirect(page)

    def save_model(self, request, obj, form, change):
        """Mark what was sent within the transaction that saves it: of two at a time the second waits, then reads it."""
        if change or "_popup" in request.POST:
            return super().save_model(request, obj, form, change)
        mark = mark_of(request)
        made = None if cache.add(mark, None, SECONDS) else cache.get(mark)
        if self.model.objects.filter(pk=made).exists():
            raise SentTwice(made)
        super().save_model(request, obj, form, change)
        cache.set(mark, obj.pk, SECONDS)


def mark_of(request):
    said = {name: values for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"}
    files = {name: [(each.name, each.size) for each in files] for name, files in request.FILES.lists()}
    text = json.dumps([request.user.pk, request.path, said, files], sort_keys=True)
    return f"sent:{sha256(text.encode()).hexdigest()}"
