"""What the links in a mail lead to: a page that shows, and a button that acts."""

import uuid

from django.http import HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import TemplateView

from . import tokens
from .forms import ChangeForm
from .models import Frequency, SignUp, Subscriber
from .retention import erase, export
from .subscribing import confirm, end, resume
from .views import AnonymousForm
from .wanted import read_address
from .words import describe, facts_in_words, title_of


class TokenPage(TemplateView):
    """A page reached by a signed link. Nobody keeps it, nobody lists it, and no other site learns its address."""

    purpose = ""

    def dispatch(self, request, *args, **kwargs):
        self.on = timezone.now()
        response = super().dispatch(request, *args, **kwargs) if self.subject is not None else self.over()
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    @cached_property
    def token(self):
        return self.request.GET.get("token") or self.request.POST.get("token", "")

    @cached_property
    def subject(self):
        return tokens.subject_of(self.purpose, self.token)

    @cached_property
    def subscriber(self):
        return Subscriber.objects.filter(key=uuid.UUID(self.subject)).first()

    def over(self):
        return self.response_class(self.request, ["alerts/over.html"], {"purpose": self.purpose}, status=410)


class ConfirmationView(AnonymousForm, TokenPage):
    template_name = "alerts/confirmation.html"
    purpose = tokens.CONFIRM

    def get(self, request):
        sign_up = SignUp.objects.filter(pk=self.subject).first()
        if sign_up is None:
            return self.over()
        wanted = read_address(sign_up.query, self.on)
        filters = wanted.filters(self.on)
        titles = [title_of(wanted.kind, posting, wanted.team, filters) for posting in wanted.postings or [None]]
        facts = facts_in_words(filters)
        return self.render_to_response({"token": self.token, "sign_up": sign_up, "titles": titles, "facts": facts})

    def post(self, request):
        confirmed = confirm(self.subject, self.on)
        if confirmed is None:
            return self.over()
        return to_management(confirmed.subscriber, "full" if confirmed.left_out else "confirmed")


class EndingView(TokenPage):
    """Ends every alert of an address: by its button, or by one click in a mail program (RFC 8058), from anywhere."""

    template_name = "alerts/ending.html"
    purpose = tokens.END

    @classmethod
    def as_view(cls, **initkwargs):
        return csrf_exempt(super().as_view(**initkwargs))

    def get_context_data(self, **kwargs):
        going = self.subscriber.subscriptions.going().count() if self.subscriber else 0
        return super().get_context_data(token=self.token, going=going, **kwargs)

    def post(self, request):
        if self.subscriber:
            end(self.subscriber.subscriptions.all(), self.on)
        return self.render_to_response(self.get_context_data(is_done=True))


class ManagementPage(AnonymousForm, TokenPage):
    purpose = tokens.MANAGE

    def dispatch(self, request, *args, **kwargs):
        if self.subject and not self.subscriber:
            self.subject = None
        return super().dispatch(request, *args, **kwargs)


class ManagementView(ManagementPage):
    template_name = "alerts/management.html"

    def get_context_data(self, **kwargs):
        rows = self.subscriber.subscriptions.going().select_related("watch__posting", "watch__team", "consent")
        alerts = [(each, describe(each.watch, self.on)) for each in rows.order_by("pk")]
        done = self.request.GET.get("done", "")
        context = {"alerts": alerts, "subscriber": self.subscriber, "frequencies": Frequency.choices}
        return super().get_context_data(token=self.token, done=done, **context, **kwargs)


class ChangeView(ManagementPage):
    http_method_names = ("post", "options")

    def post(self, request):
        form = ChangeForm(request.POST)
        if not form.is_valid():
            return to_management(self.subscriber, "nothing")
        rows = self.subscriber.subscriptions.going().filter(pk=form.cleaned_data["subscription"])
        return to_management(self.subscriber, change(rows, form.cleaned_data, self.on))


class ExportView(ManagementPage):
    def get(self, request):
        found = export(self.subscriber.email, self.on)
        response = JsonResponse(found, json_dumps_params={"ensure_ascii": False, "indent": 2})
        response.headers["Content-Disposition"] = 'attachment; filename="alerts.json"'
        return response


class ErasureView(ManagementPage):
    template_name = "alerts/erasure.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(token=self.token, **kwargs)

    def post(self, request):
        erase(self.subscriber.email)
        return self.render_to_response({"is_done": True})


def change(rows, wanted, on):
    """Change the one alert of `rows`; return what has been done."""
    subscription = rows.select_related("watch__posting", "watch__team").first()
    if subscription is None:
        return "nothing"
    if wanted["change"] == "frequency":
        subscription.set_frequency(wanted["frequency"] or subscription.frequency)
    elif wanted["change"] == "pause":
        subscription.pause(on)
    elif wanted["change"] == "resume":
        resume(subscription, on)
    else:
        end(rows, on)
    return wanted["change"]


def to_management(subscriber, done):
    token = tokens.token_for(tokens.MANAGE, subscriber.key)
    return HttpResponseRedirect(f"{reverse('alerts_management')}?token={token}&done={done}")
