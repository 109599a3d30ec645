"""Every component of the public pages in every state, for whoever changes one of them."""

from datetime import date
from types import SimpleNamespace

from django.contrib.admin.views.decorators import staff_member_required
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView

from careers.find.applicant_form import ApplicantForm
from careers.find.eligibility import Applicant, Stated, Verdict
from careers.find.window import Scale, window
from careers.postings.factsheet import factsheet
from careers.postings.models import Location, Posting, Team
from careers.postings.timeline import timeline

COLOURS = (
    "paper", "paper-raised", "paper-sunk", "ink", "ink-soft", "line", "line-strong", "accent", "accent-strong",
    "accent-wash", "wattle", "wattle-wash", "amber", "brick", "brick-wash",
)  # fmt: skip
LONG = (
    "Backend Software Engineer Intern, Distributed Storage and Content Delivery (Platform Engineering and Operations)"
)
HEADLINES = {
    Verdict.MEETS: "You meet everything it states.",
    Verdict.CANNOT_TELL: "It doesn’t say: which work rights it asks for.",
    Verdict.DOES_NOT: "It rules you out: it asks you to finish by December 2026; you finish in November 2027.",
}


@method_decorator(staff_member_required, name="dispatch")
class StyleView(TemplateView):
    template_name = "recruiting/style.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(colours=COLOURS, **answers(), **dates(), **forms(), **kwargs)


def answers():
    states = [
        SimpleNamespace(verdict=verdict, headline=words, too_late=verdict is Verdict.CANNOT_TELL)
        for verdict, words in HEADLINES.items()
    ]
    chips = [SimpleNamespace(label="Team", text="Platform Engineering", query="")]
    return {"answers": states, "chips": chips}


def dates():
    """Return the drawn things of a posting that states all of them, and of one that states nothing but its title."""
    on = timezone.now()
    full = Posting(
        pk=0,  # no row has it, so nothing hangs on it
        title=LONG,
        team=Team(name="Platform Engineering"),
        location=Location(name="Sydney", country="AU", time_zone="Australia/Sydney"),
        job_start_date=date(on.year + 1, 1, 1),
        weeks_min=12,
        graduation_by=date(on.year + 1, 12, 1),
        date_posted=on.date(),
    )
    stated, student = Stated.of(full, ()), Applicant(available_from=date(on.year + 1, 2, 1), weeks=16)
    scale = Scale.over([stated])
    bars = [window(stated, scale), window(stated, scale, student)]
    return {"long": LONG, "bars": bars, "moments": timeline(full, on), "facts": some_facts(full, on)}


def some_facts(posting, on):
    return [fact for fact in factsheet(posting, on) if fact.name in {"graduation", "start", "length", "pay"}]


def forms():
    wrong = ApplicantForm({"graduation": "Febtober", "weeks": "-4"})
    wrong.full_clean()
    return {"form": ApplicantForm(), "wrong": wrong}
