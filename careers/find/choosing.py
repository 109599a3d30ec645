"""Pages about a few chosen postings, named in the address: comparison and shortlist."""

from itertools import count

from django.db.models import Prefetch
from django.utils.http import urlencode
from django.views.generic import TemplateView

from careers.postings.choices import ClosedReason
from careers.postings.models import Benefit, Posting
from careers.postings.views import PublicPage

from .applicant_form import ApplicantForm
from .comparison import LEAST, MOST, compare
from .verdicts import give_answers

LONGEST = 50


class ChosenPostings(PublicPage, TemplateView):
    """What `posting=` names, in that order; what is unknown is said and stays in the address."""

    most = LONGEST

    def get_context_data(self, **kwargs):
        slugs = [slug for slug in dict.fromkeys(self.request.GET.getlist("posting")) if slug][:LONGEST]
        found = {posting.slug: posting for posting in self.rows(slugs)}
        form = ApplicantForm(self.request.GET)
        form.full_clean()
        chosen = [found[slug] for slug in slugs if slug in found]
        for posting in chosen:
            posting.is_open_now = posting.is_open(self.on)
        give_answers([posting for posting in chosen if posting.is_open_now], form.applicant, self.on)
        unknown = [slug[:80] for slug in slugs if slug not in found]
        return super().get_context_data(
            postings=chosen, slugs=slugs, unknown=unknown, answers=form.answers_query, **kwargs
        )

    def rows(self, slugs):
        usable = [slug for slug in slugs if "\x00" not in slug]
        return Posting.objects.once_public(self.on).filter(slug__in=usable).with_team()


class ComparisonView(ChosenPostings):
    template_name = "find/comparison.html"

    def rows(self, slugs):
        related = "fields_of_study", "qualifications__skills"
        benefits = Prefetch("benefits", Benefit.objects.select_related("category"))
        return super().rows(slugs).exclude(closed_reason=ClosedReason.WITHDRAWN).prefetch_related(*related, benefits)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        shown = context["postings"][:MOST]
        beyond = context["postings"][MOST:]
        rows = compare(shown, self.on) if len(shown) >= LEAST else {}
        return {**context, "postings": shown, "beyond": beyond, **rows}


class ShortlistView(ChosenPostings):
    template_name = "find/shortlist.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        slugs, answers, places = context["slugs"], context["answers"], count(1)
        for posting in context["postings"]:
            posting.place = next(places) if posting.is_open_now else None
            others = [slug for slug in slugs if slug != posting.slug]
            posting.without = address(others, answers)
            posting.first = address([posting.slug, *others], answers)
        comparable = [row.slug for row in context["postings"] if row.closed_reason != ClosedReason.WITHDRAWN]
        return {**context, "here": address(slugs, answers), "plain": address(slugs, {}), "compare": comparable[:MOST]}


def address(slugs, answers):
    """Return the query string that names these postings and carries the answers."""
    return f"?{urlencode({'posting': slugs, **answers}, doseq=True)}"
