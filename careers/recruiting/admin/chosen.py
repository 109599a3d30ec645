"""The postings that an action of the list was asked for, carried in the address of its page."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.http import urlencode

from careers.postings.models import Posting

from .bulk import MOST


def to_page(request, queryset, name):
    pks = sorted(queryset.values_list("pk", flat=True)[: MOST + 1])
    if len(pks) > MOST:
        return messages.error(request, f"Choose at most {MOST} postings at once.")
    return HttpResponseRedirect(f"{reverse(name)}?{urlencode({'posting': pks}, doseq=True)}")


def chosen(request):
    pks = [pk for pk in request.GET.getlist("posting")[:MOST] if pk.isdecimal() and len(pk) < 19]
    return Posting.objects.filter(pk__in=pks).order_by("title", "pk")


class ForMany:
    """What can be done to many postings at once beside their steps: `pages` are (address, view, action)."""

    pages_for_many = ()

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path(f"{address}/", wrap(view.as_view(desk=self)), name=self.name(address.replace("-", "_")))
            for address, view, _ in self.pages_for_many
        ] + super().get_urls()

    def get_actions(self, request):
        actions = super().get_actions(request)
        if request.GET.get("_popup") or not request.user.has_perm("postings.change_posting"):
            return actions
        return actions | {action[1]: action for _, _, action in self.pages_for_many}
