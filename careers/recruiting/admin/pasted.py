"""One button at a finding: the pasted copy goes, the page shows the shared text by itself."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path
from django.views.decorators.http import require_POST

from careers.consistency import report
from careers.lib.revisions import recorded
from careers.postings.models import Posting
from careers.recruiting import pasted


class WithPasted:
    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.pasted_view))
        return [path("<int:pk>/shared-wording/", view, name=self.name("shared_wording")), *super().get_urls()]

    def pasted_view(self, request, pk):
        posting = get_object_or_404(Posting.objects.select_related("team", "location"), pk=pk)
        if not self.has_change_permission(request, posting):
            raise PermissionDenied
        wanted = request.POST.get("fingerprint")
        found = (each.finding for each in report.of_posting(posting) if each.finding.fingerprint == wanted)
        text = next((pasted.text_of(finding) for finding in found), None)
        if text is None:
            raise Http404("It is no longer found: the posting has changed.")
        self.take_out(request, posting, text)
        return HttpResponseRedirect(self.address("change", pk))

    def take_out(self, request, posting, text):
        try:
            with recorded(f"Pasted copy of “{text}” replaced by the shared text", by=request.user):
                self.put_back(posting, lambda: pasted.take_out(posting, text))
        except ValidationError as refusal:
            messages.error(request, f"It stays as it is. {' '.join(refusal.messages)}")
        else:
            messages.success(request, f"The page shows “{text}” by itself now. The history can bring the copy back.")
