"""Preview links on a posting's form: making one, revoking one, and what their readers said."""

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.views.generic import View

from careers.postings.models import Posting
from careers.recruiting.models import PreviewLink
from careers.recruiting.previews import newest_edit

from .autocomplete import is_key


class LinkForm(forms.ModelForm):
    class Meta:
        model = PreviewLink
        fields = ["reader"]
        help_texts = {"reader": "Such as the hiring manager’s name. Only colleagues read it."}


class WithPreviews:
    def get_urls(self):
        wrap = self.admin_site.admin_view
        views = {
            "<int:pk>/previews/": (MakingView, "previews"),
            "<int:pk>/previews/<int:link>/revocation/": (RevocationView, "revocation"),
        }
        own = [
            path(address, wrap(view.as_view()), name=f"postings_posting_{name}")
            for address, (view, name) in views.items()
        ]
        return own + super().get_urls()

    def change_view(self, request, object_id, form_url="", extra_context=None):
        may = is_key(unquote(object_id)) and request.user.has_perm("postings.change_posting")
        found = previews_of(unquote(object_id)) if may else {}
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), **found})


def previews_of(pk):
    """Return what the form shows: the links, each with its answers, and whether those saw the newest edit."""
    links = list(PreviewLink.objects.filter(posting=pk if pk.isdecimal() else None).prefetch_related("answers"))
    last = newest_edit(pk) if any(link.answers.all() for link in links) else None
    for link in links:
        link.said = [(answer, bool(last and answer.seen_id != last.pk)) for answer in link.answers.all()]
    shown = [link for link in links if link.said or not link.is_over]
    return {"previews": shown, "preview_form": LinkForm(auto_id="preview_%s", label_suffix="")}


class ForWriters(View):
    http_method_names = ("post",)

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm("postings.change_posting"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def back(self):
        return HttpResponseRedirect(reverse("admin:postings_posting_change", args=[self.kwargs["pk"]]) + "#previews")


class MakingView(ForWriters):
    """POST makes a link."""

    def post(self, request, pk):
        posting = get_object_or_404(Posting, pk=pk)
        form = LinkForm(request.POST, instance=PreviewLink(posting=posting, by=request.user))
        if form.is_valid():
            link = form.save()
            messages.success(request, f"Anybody who has this link sees the posting for fourteen days: {link.link}")
        else:
            messages.error(request, f"For whom: {form.errors['reader'][0]}")
        return self.back()


class RevocationView(ForWriters):
    """POST revokes a link."""

    def post(self, request, pk, link):
        get_object_or_404(PreviewLink, pk=link, posting=pk).revoke()
        messages.success(request, "The link opens nothing any more. What was answered is kept.")
        return self.back()
