"""Mail alerts on the desk: figures for everyone, and a superuser's answer to who asks for what is kept about them."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from careers.alerts import consent, figures, retention
from careers.alerts.models import Tally

from .desk import ReadOnlyAdmin

NOTHING = "Nothing is kept about this address."


class RequestForm(forms.Form):
    email = forms.EmailField(
        label="Address of the person who asks",
        error_messages={"required": "Type the whole address.", "invalid": "Type the whole address."},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )


@admin.register(Tally)
class AlertsAdmin(ReadOnlyAdmin):
    """One page instead of a list: nobody looks through rows of numbers, and there is no list of addresses."""

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("postings.view_posting")

    def get_urls(self):
        view = self.admin_site.admin_view(self.request_view)
        return [path("requests/", view, name="alerts_tally_requests"), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return self.page(request, RequestForm())

    def page(self, request, form):
        shown = {
            "title": "Alerts in figures",
            "present": figures.present(),
            "charts": figures.by_day(timezone.now()),
            "looked_for": figures.looked_for(),
            "unknown": figures.unknown(),
            "are_on": consent.are_on(),
            "form": form,
            "opts": self.opts,
        }
        context = {**self.admin_site.each_context(request), **shown}
        return TemplateResponse(request, "admin/alerts/tally/figures.html", context)

    def request_view(self, request):
        """POST answers a request for access or erasure, of a superuser who has typed the address."""
        if not request.user.is_superuser:
            raise PermissionDenied
        form = RequestForm(request.POST or None)
        if request.method != "POST" or not form.is_valid():
            return self.page(request, form)
        answer = self.erase if "erase" in request.POST else self.export
        return answer(request, form.cleaned_data["email"])

    def export(self, request, email):
        found = retention.export(email, timezone.now())
        if found is None:
            messages.warning(request, NOTHING)
            return HttpResponseRedirect(reverse("admin:alerts_tally_changelist"))
        response = JsonResponse(found, json_dumps_params={"ensure_ascii": False, "indent": 2})
        response.headers["Content-Disposition"] = 'attachment; filename="subscriber.json"'
        return response

    def erase(self, request, email):
        if retention.erase(email):
            messages.success(request, "Erased: nothing is kept about this address any more.")
        else:
            messages.warning(request, NOTHING)
        return HttpResponseRedirect(reverse("admin:alerts_tally_changelist"))
