"""Signing up. Every answer is the same for every address, and the mail goes out once the answer has."""

import logging

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import FormView, TemplateView

from careers.lib.limits import within
from careers.lib.origin import is_from_our_pages, source_of
from careers.postings.views import PublicPage

from . import consent, outbox, queues, tokens
from .finder import finder
from .forms import AddressForm, SignUpForm
from .models import LinkRequest
from .subscribing import ask
from .wanted import read, read_address
from .words import facts_in_words, title_of, unknown_values

logger = logging.getLogger(__name__)
HOUR = 60 * 60
# A campus may share one source; all together, more than this an hour is no run on the site but an attack.
MOST_OF_A_SOURCE, MOST_OF_ALL = 30, 1_000
TOO_MANY = "There are too many requests right now. Nothing you typed is lost: try again in an hour."
SHOWN = 5


class ThenSend(HttpResponseRedirect):
    """Sends what waits once the browser has its answer: how long a mail takes tells nothing about an address."""

    def close(self):
        try:
            outbox.send_soon(queues.OF_PEOPLE)
        except Exception:  # nobody is left to tell; the next run of send_alerts sends what waits
            logger.exception("The outbox could not be sent")
        super().close()


class AnonymousForm:
    """A form without cookie and token, on pages of ours only."""

    @classmethod
    def as_view(cls, **initkwargs):
        return csrf_exempt(super().as_view(**initkwargs))

    def dispatch(self, request, *args, **kwargs):
        if request.method == "POST" and not is_from_our_pages(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class SignUpPage(PublicPage, TemplateView):
    template_name = "alerts/sign_up.html"

    def get_context_data(self, **kwargs):
        data = kwargs.setdefault("data", self.request.GET)
        wanted = read(data, self.on)
        filters = wanted.filters(self.on)
        found = wanted.found(self.on).select_related("team", "location").newest_first()
        title = title_of(wanted.kind, next(iter(wanted.postings), None), wanted.team, filters)
        about = {"wanted": wanted, "title": title, "unknown": unknown_values(filters), "facts": facts_in_words(filters)}
        now = {"found": found[:SHOWN], "total": found.count(), "answers": filters.form.answers_query}
        form = kwargs.pop("form", None) or SignUpForm(day=self.on.date())
        made = {"form": form, "shown": tokens.opened(self.on.date()), "consent": consent.wording()}
        state = {"are_on": consent.are_on(), "finder": finder(data, self.on)}
        return super().get_context_data(**about, **now, **made, **state, **kwargs)


class SignUpCreation(AnonymousForm, SignUpPage):
    http_method_names = ("post", "options")

    def post(self, request):
        form = SignUpForm(request.POST, day=self.on.date())
        if not form.is_valid() or not consent.are_on():
            return self.again(form)
        wanted = read_address(form.cleaned_data["query"], self.on, form.cleaned_data["keep_answers"])
        if not wanted.is_known:
            return self.again(form)
        if not is_within_limits(request):
            form.add_error(None, TOO_MANY)
            return self.again(form, status=429)
        if not form.is_from_a_program:
            ask(form.cleaned_data["email"], wanted, form.cleaned_data["frequency"], self.on)
        return ThenSend(reverse("alerts_inbox"))

    def again(self, form, status=200):
        """Show the page with what was typed and what to do."""
        query = form.data.get("query", "") if form.errors.get("query") is None else ""
        return self.render_to_response(self.get_context_data(form=form, data=QueryDict(query)), status=status)


class InboxView(PublicPage, TemplateView):
    template_name = "alerts/inbox.html"


class LinkView(AnonymousForm, FormView):
    """Mails the link to one's alerts, and says the same where there are none."""

    template_name = "alerts/link.html"
    form_class = AddressForm

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "day": timezone.now().date()}

    def get_context_data(self, **kwargs):
        shown = tokens.opened(timezone.now().date())
        return super().get_context_data(shown=shown, are_on=consent.are_on(), **kwargs)

    def form_valid(self, form):
        if not is_within_limits(self.request):
            form.add_error(None, TOO_MANY)
            return self.render_to_response(self.get_context_data(form=form), status=429)
        if not form.is_from_a_program and consent.are_on():
            LinkRequest.objects.create(email=form.cleaned_data["email"], try_after=timezone.now())
        return ThenSend(reverse("alerts_inbox"))


def is_within_limits(request):
    return within("sign-ups", "", MOST_OF_ALL, HOUR) and within("source", source_of(request), MOST_OF_A_SOURCE, HOUR)
