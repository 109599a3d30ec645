"""A posting as programs read it; schema/posting.schema.json says what each name means."""

from datetime import date, datetime
from decimal import Decimal

from careers.find.eligibility import Stated, assess
from careers.lib.periods import latest_start_before
from careers.postings.changes import MOST

from .addresses import address_of
from .updates import updated, zone_of

# In the order of the record, and of `not_stated`.
RECORD = (
    "title", "slug", "requisition_id", "team", "location", "employment_type", "intake_year", "job_start_date",
    "weeks_min", "months_min", "may_be_extended", "days_per_week_min", "on_site_days_min", "hours_per_week",
    "work_mode", "degree_levels", "fields_of_study", "related_fields_accepted", "graduation_from", "graduation_by",
    "study_years", "must_be_studying", "must_stay_enrolled", "graduates_eligible", "work_rights",
    "sponsorship_offered", "places", "pay_min", "pay_max", "pay_currency", "pay_period", "pay_super", "apply_url",
    "contact_email", "adjustments_contact", "responsibilities", "qualifications", "benefits", "opens_at",
    "date_posted", "valid_through", "language", "next_posting",
)  # fmt: skip
MONTHS = ("job_start_date", "graduation_from", "graduation_by")


def record(posting, parts, on):
    """Return {name: value}, null where the posting says nothing.

    Needs team, location, next_posting, changes and with_updates() at hand.
    """
    zone = zone_of(posting)
    known = {**related(posting, on), **items(parts)}
    values = {name: plain(known[name] if name in known else getattr(posting, name), zone) for name in RECORD}
    values |= {name: values[name] and values[name][:7] for name in MONTHS}
    return {
        "url": address_of(posting),
        **values,
        "not_stated": [name for name, value in values.items() if value is None],
        "latest_start": plain(latest_start(posting), zone),
        "updated": plain(updated(posting), zone),
        "changes": [change(note, zone) for note in posting.changes.all()[:MOST]],
    }


def change(note, zone):
    return {"fact": note.field, "before": note.before or None, "after": note.after or None, "at": plain(note.at, zone)}


def ended(posting):
    """Return what is said of a posting that has closed, on top of the rest."""
    when = plain(posting.ended(), zone_of(posting))
    return {"closed_at": when, "closed_reason": posting.reason_for_closing().value}


def withdrawn(posting):
    return {"url": address_of(posting), "title": posting.title or None, **ended(posting)}


def eligibility(posting, parts, applicant, on):
    """Return how an applicant fits, in the words of the posting's own page."""
    fields = [(each["slug"], each["name"]) for each in parts.fields_of_study]
    stated = Stated.of(posting, fields)
    answer = assess(stated, applicant, stated.today(on))
    reasons = [{"rule": each.rule, "verdict": each.verdict, "text": each.text} for each in answer.reasons]
    return {
        "verdict": answer.verdict,
        "headline": answer.headline,
        "too_late": answer.too_late,
        "reasons": reasons,
    }


def related(posting, on):
    team, place, following = posting.team, posting.location, posting.next_posting
    return {
        "team": team and {"name": team.name, "slug": team.slug, "url": address_of(team)},
        "location": place and location(place),
        "next_posting": address_of(following) if following and following.was_public(on) else None,
    }


def location(place):
    where = {"city": place.name, "slug": place.slug, "region": place.region or None}
    return {**where, "country": place.country, "time_zone": place.time_zone}


def items(parts):
    names = "responsibilities", "qualifications", "fields_of_study", "benefits"
    return {name: getattr(parts, name) for name in names}


def latest_start(posting):
    """Return the last start from which the shortest stated length ends by the cut-off, also one before its start."""
    if not (posting.must_stay_enrolled and posting.graduation_by):
        return None
    return latest_start_before(posting.graduation_by, posting.weeks_min, posting.months_min)


def plain(value, zone):
    """Return a value as JSON has it: moments by RFC 3339 in their zone, numbers as numbers, nothing as null."""
    if value in (None, "", (), []):
        return None
    if isinstance(value, datetime):
        return value.astimezone(zone).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value
