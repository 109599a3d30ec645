"""Structured data for search engines, by schema.org and Google's rules; nothing in it that the page does not show."""

from careers.postings.choices import PayPeriod, WorkMode
from careers.postings.factsheet import factsheet

from .addresses import absolute, address, address_of
from .entries import content
from .words import education, plain_title

# A fortnight has no word there.
UNITS = {
    PayPeriod.HOUR: "HOUR",
    PayPeriod.DAY: "DAY",
    PayPeriod.WEEK: "WEEK",
    PayPeriod.MONTH: "MONTH",
    PayPeriod.YEAR: "YEAR",
}
# https://developers.google.com/search/docs/appearance/structured-data/job-posting
REQUIRED = ("title", "description", "datePosted", "hiringOrganization", "jobLocation")


def posting_data(posting, organisation, on):
    """Return a JobPosting, or None where the posting lacks what is required; needs all its relations at hand."""
    facts = [fact for fact in factsheet(posting, on) if fact.is_stated]
    said = {fact.name: fact.text for fact in facts}
    known = {
        "title": plain_title(posting),
        "description": description(posting, facts),
        "datePosted": posting.date_posted and posting.date_posted.isoformat(),
        "validThrough": posting.valid_through and local(posting.valid_through, posting),
        "employmentType": posting.employment_type,
        "hiringOrganization": organisation.name and {"@type": "Organization", "name": organisation.name},
        "jobLocation": posting.location and place(posting.location),
        "jobLocationType": "TELECOMMUTE" if posting.work_mode == WorkMode.REMOTE else None,
        "identifier": posting.requisition_id and identifier(posting, organisation),
        "baseSalary": salary(posting),
        "educationRequirements": education(said),
        "jobStartDate": posting.job_start_date and f"{posting.job_start_date:%Y-%m}",
        "workHours": "; ".join(said[name] for name in ("hours", "days") if name in said),
        "url": address_of(posting),
    }
    return typed("JobPosting", **known) if all(known[name] for name in REQUIRED) else None


def breadcrumbs(*steps):
    """Return a BreadcrumbList of (name, absolute address)."""
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": item}
        for number, (name, item) in enumerate(steps, 1)
    ]
    return typed("BreadcrumbList", itemListElement=items)


def posting_trail(posting):
    return breadcrumbs(("Internships", address("posting_list")), (str(posting), address_of(posting)))


def team_trail(team):
    return breadcrumbs(("Teams", address("team_list")), (str(team), address_of(team)))


def organisation_data(organisation):
    """Return an Organization, None where it has no name yet."""
    known = {"name": organisation.name, "email": organisation.contact_email, "url": absolute("/")}
    return typed("Organization", **known) if organisation.name else None


def typed(kind, **known):
    """Return the data without what is not stated."""
    return {"@context": "https://schema.org", "@type": kind} | {name: value for name, value in known.items() if value}


def description(posting, facts):
    """Return what one would do and needs as HTML, "" where the posting says neither."""
    duties = [item.text for item in posting.responsibilities.all()]
    needs = [(item.kind, item.text) for item in posting.qualifications.all()]
    return content(posting, duties, needs, facts) if duties or needs else ""


def local(moment, posting):
    return (moment.astimezone(posting.location.zone) if posting.location else moment).isoformat(timespec="seconds")


def place(location):
    where = {"addressLocality": location.name, "addressRegion": location.region, "addressCountry": location.country}
    known = {name: value for name, value in where.items() if value}
    return {"@type": "Place", "address": {"@type": "PostalAddress", **known}}


def identifier(posting, organisation):
    return {"@type": "PropertyValue", "name": organisation.name, "value": posting.requisition_id}


def salary(posting):
    """Return the pay, None where it is not stated or its period has no unit."""
    low, high = posting.pay_min, posting.pay_max
    ends = {"minValue": low, "maxValue": high} if low != high else {"value": low}
    amounts = {name: float(value) for name, value in ends.items() if value is not None}
    if not amounts or posting.pay_period not in UNITS:
        return None
    value = {"@type": "QuantitativeValue", **amounts, "unitText": UNITS[posting.pay_period]}
    return {"@type": "MonetaryAmount", "currency": posting.pay_currency, "value": value}
