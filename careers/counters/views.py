from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from careers.lib.origin import is_from_our_pages
from careers.postings.models import Posting

from . import searches
from .counting import SENT, count
from .visitors import is_counted


@method_decorator(csrf_exempt, name="dispatch")
class Beacon(View):
    """What a page sends by itself: no cookie, no token; only our own pages may, and nothing is answered."""

    http_method_names = ("post", "options")

    def post(self, request, **kwargs):
        if not is_from_our_pages(request):
            raise PermissionDenied
        self.note(request, timezone.now(), **kwargs)
        return HttpResponse(status=204)


class PostingCount(Beacon):
    def note(self, request, on, slug):
        what = request.POST.get("what", "view")
        if what not in SENT:
            raise BadRequest("Say what happened: view, apply or ask.")
        posting = get_object_or_404(Posting.objects.open(on).select_related("location"), slug=slug)
        if is_counted(request):
            count(posting, what, on)


class SearchCount(Beacon):
    def note(self, request, on):
        if is_counted(request):
            searches.note(request.POST.get("q", "")[:200], on)
