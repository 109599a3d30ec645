"""A student's answers on any page: the form, the answer to one posting, and what its dates say to everyone."""

from django import template
from django.utils import timezone
from django.utils.http import urlencode

from careers.find import verdicts
from careers.find.applicant_form import ApplicantForm
from careers.find.eligibility import Stated, Verdict
from careers.find.window import WIDTH, Scale
from careers.find.window import window as draw

register = template.Library()
WORDS = {Verdict.MEETS: "You meet it", Verdict.CANNOT_TELL: "Can’t tell", Verdict.DOES_NOT: "Rules you out"}


@register.simple_tag(takes_context=True)
def applicant_form(context):
    """Return the form as the address fills it in, read once a page."""
    request = context["request"]
    if not hasattr(request, "applicant_form"):
        request.applicant_form = ApplicantForm(request.GET)
        request.applicant_form.full_clean()
    return request.applicant_form


@register.simple_tag(takes_context=True)
def assessment(context, posting):
    """Return the answer to this posting, None where the student said nothing."""
    verdicts.give_answers([posting], applicant_form(context).applicant, timezone.now())
    return getattr(posting, "assessment", None)


@register.filter
def as_query(answers):
    """Return {parameter: value} as "?a=b", "" where it is empty."""
    return f"?{urlencode(answers, doseq=True)}" if answers else ""


@register.filter
def verdict_words(verdict):
    return WORDS[verdict]


@register.simple_tag
def warning(posting):
    """Return what the posting's own dates mean for everyone today, "" where they leave it open."""
    return verdicts.warning(posting, timezone.now())


@register.simple_tag
def window_scale(postings, applicant=None):
    """Return the one scale of a page: whole years that hold every date of its postings; None without any date."""
    return Scale.over([Stated.of(posting, ()) for posting in postings], applicant or None)


@register.simple_tag
def window_bar(posting, scale, applicant=None):
    return draw(Stated.of(posting, ()), scale, applicant or None)


@register.simple_tag
def window_of(posting, applicant=None):
    """Return the bar of one posting alone on its page, None where it states no date."""
    scale = window_scale([posting], applicant)
    return window_bar(posting, scale, applicant) if scale else None


@register.filter
def percent(units):
    """Return a place on the bar, 0 to WIDTH, for an SVG attribute."""
    return f"{100 * units / WIDTH:g}%"
