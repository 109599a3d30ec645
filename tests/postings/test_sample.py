"""The five source postings, cell by cell: what their adverts state, contradictions and gaps included."""

from datetime import date
from operator import attrgetter

import pytest

from careers.postings.models import Benefit, BenefitCategory, Location, Organisation, Posting, Term

pytestmark = [pytest.mark.usefixtures("loaded_once"), pytest.mark.django_db]

SRE = "site-reliability-engineer-intern-sydney-2026"
LIVE = "backend-engineer-intern-live-streaming-sydney-2026"
VIDEO = "backend-software-engineer-intern-platform-engineering-sydney-2026"
DATA = "data-scientist-intern-ai-llm-data-application-sydney-2025"
EDGE = "backend-engineer-intern-edge-computing-platform-sydney-2026"
SLUGS = (SRE, LIVE, VIDEO, DATA, EDGE)

JANUARY, END_2025, END_2026 = date(2026, 1, 1), date(2025, 12, 1), date(2026, 12, 1)
COMPUTING = "Computer engineering, Computer science, Software development"
AND_DATA = "Artificial intelligence, Computer engineering, Computer science, Data science, Machine learning, Software development"  # fmt: skip  # noqa: E501
FACTS = {
    "title": (
        "Site Reliability Engineer Intern",
        "Backend Engineer Intern (Live Streaming)",
        "Backend Software Engineer Intern (Platform Engineering)",
        "Data Scientist Intern (AI/LLM Data Application)",
        "Backend Engineer Intern (Edge Computing Platform)",
    ),
    "team.name": (
        "Site Reliability Engineering",
        "Live Streaming Infrastructure",
        "Platform Engineering",
        "AI/LLM Data Application",
        "Edge Computing Platform",
    ),
    "team.department": ("Technical Infrastructure", "", "Intelligent Video", "", "Infrastructure"),
    "intake_year": (2026, 2026, 2026, 2025, 2026),
    "job_start_date": (JANUARY, JANUARY, JANUARY, None, JANUARY),
    "weeks_min": (12, None, 12, None, 12),
    "months_min": (None, 3, 3, 3, 3),
    "may_be_extended": (None, True, True, True, True),
    "must_stay_enrolled": (True, None, True, None, True),
    "graduates_eligible": (False, None, False, None, False),
    "graduation_by": (END_2026, END_2025, END_2026, None, END_2025),
    "field_names": (COMPUTING, COMPUTING, COMPUTING, AND_DATA, COMPUTING),
    "responsibilities.count": (0, 5, 3, 2, 3),
    "minimum": (3, 2, 3, 4, 2),
    "preferred": (1, 2, 3, 5, 4),
    "benefits.count": (0, 0, 38, 0, 38),
}
IN_ALL_FIVE = {
    "location.slug": "sydney",
    "employment_type": "INTERN",
    "work_mode": "onsite",
    "days_per_week_min": 3,
    "on_site_days_min": 3,
    "degree_levels": ("bachelor", "master"),
    "related_fields_accepted": True,
    "must_be_studying": True,
    "contact_email": "apac-earlycareers@tiktok.com",
    "language": "en-AU",
    "status": "published",
    "date_posted": date(2026, 11, 20),
    "source_text": "",
    "source_url": "",
}
IN_NONE_OF_THE_FIVE = (
    "requisition_id", "hours_per_week", "places", "pay_min", "pay_max", "pay_currency", "pay_period", "pay_super",
    "graduation_from", "study_years", "work_rights", "sponsorship_offered", "apply_url", "adjustments_contact",
    "opens_at", "valid_through", "closed_at", "closed_reason", "next_posting",
)  # fmt: skip
BASICS = ("minimum", "all", "Linux, Network IO, Storage")
FIVE_LANGUAGES = ("minimum", "any_of", "C, C++, Go, Java, Python")
SKILLS = {
    SRE: (
        BASICS,
        ("minimum", "examples", "Go, Java, Python"),
        FIVE_LANGUAGES,
        ("preferred", "all", "AIOps, Docker, Flink, Function as a service, Kubernetes, RPC, Service mesh, Spark"),
    ),
    LIVE: (
        FIVE_LANGUAGES,
        ("minimum", "any_of", "Linux, Unix"),
        ("preferred", "all", "Memcache, NoSQL, Redis, SQL"),
        ("preferred", "all", "Video delivery, Video processing"),
    ),
    VIDEO: (
        BASICS,
        ("minimum", "examples", "C++, Go, Python"),
        ("minimum", "all", ""),
        ("preferred", "all", "Distributed systems"),
        ("preferred", "examples", "Data analysis, Data mining, HSQL, SQL"),
        ("preferred", "all", "Machine learning, Mathematical modelling"),
    ),
    DATA: (
        ("minimum", "all", "Large language models"),
        ("minimum", "all", "Data structures, Linear algebra, Probability, Statistics"),
        ("minimum", "examples", "Causal inference, Statistics"),
        ("minimum", "all", "Analytical databases, Relational databases, SQL"),
        ("preferred", "all", "Artificial intelligence, Data analysis, Data mining"),
        ("preferred", "all", "BGP, DHCP, IPv4, IPv6, IS-IS, OSPF, TCP/IP"),
        ("preferred", "examples", "AWS, Alibaba Cloud, Azure, GCP, OCI"),
        ("preferred", "examples", "Arista, Cisco, H3C, Huawei, Juniper"),
        ("preferred", "examples", "Bash, Python"),
    ),
    EDGE: (
        ("minimum", "all", "Algorithms, Data structures"),
        ("minimum", "all", ""),
        ("preferred", "all", ""),
        ("preferred", "all", ""),
        ("preferred", "all", "High concurrency, Microservices, System architecture"),
        ("preferred", "all", "Docker, Function as a service, IoT, Kubernetes, Linux networking"),
    ),
}
# Claims in figures, kept without the unit they lack.
FIGURES = {
    LIVE: ("global", "several regions"),
    VIDEO: ("billions of videos a day", "tens of millions"),
    EDGE: ("millions of devices", "around the world"),
}
SYNONYMS = {
    "Kubernetes": "k8s", "Site reliability engineering": "SRE", "Large language model": "LLM", "Go": "Golang",
    "Function as a service": "FaaS", "Platform as a service": "PaaS", "IoT": "Internet of Things", "C++": "cpp",
    "RPC": "remote procedure call", "Video on demand": "VoD", "Artificial intelligence": "AI", "Machine learning": "ML",
    "Computer science": "compsci", "Memcache": "memcached", "Alibaba Cloud": "Ali Cloud",
}  # fmt: skip
OFFICES = {"New York City", "London", "Dublin", "Paris", "Berlin", "Dubai", "Jakarta", "Seoul", "Tokyo"}


def names(rows):
    return ", ".join(sorted(rows.values_list("name", flat=True)))


def stated(slug, fact):
    posting = Posting.objects.get(slug=slug)
    if fact in {"minimum", "preferred"}:
        return posting.qualifications.filter(kind=fact).count()
    if fact == "field_names":
        return names(posting.fields_of_study)
    value = attrgetter(fact)(posting)
    return value() if callable(value) else value


def test_there_are_five_postings():
    assert set(Posting.objects.values_list("slug", flat=True)) == set(SLUGS)
    assert Posting.objects.open().count() == 5


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("fact", FACTS)
def test_fact_is_as_its_advert_states_it(slug, fact):
    assert stated(slug, fact) == FACTS[fact][SLUGS.index(slug)]


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("fact", IN_ALL_FIVE)
def test_fact_is_the_same_in_all_five(slug, fact):
    assert stated(slug, fact) == IN_ALL_FIVE[fact]


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("fact", IN_NONE_OF_THE_FIVE)
def test_fact_that_no_advert_states_is_not_invented(slug, fact):
    assert stated(slug, fact) is None


@pytest.mark.parametrize("slug", SLUGS)
def test_qualifications_name_their_skills_as_they_are_meant(slug):
    items = Posting.objects.get(slug=slug).qualifications.all()

    assert tuple((item.kind, item.skills_rule, names(item.skills)) for item in items) == SKILLS[slug]


@pytest.mark.parametrize(("slug", "figure"), [(slug, figure) for slug in FIGURES for figure in FIGURES[slug]])
def test_work_is_told_in_the_adverts_figures(slug, figure):
    posting = Posting.objects.get(slug=slug)
    texts = [posting.team.introduction, *posting.responsibilities.values_list("text", flat=True)]

    assert figure in " ".join(texts).lower()


def test_two_teams_share_an_introduction_as_their_adverts_do():
    live, data = (Posting.objects.get(slug=slug).team for slug in (LIVE, DATA))

    assert live != data
    assert live.introduction == data.introduction


def test_benefits_are_the_same_38_on_both_adverts_that_list_them():
    everything = set(Benefit.objects.all())

    assert len(everything) == 38
    assert all(set(Posting.objects.get(slug=slug).benefits.all()) == everything for slug in (VIDEO, EDGE))


def test_benefits_stand_in_their_eight_categories():
    counts = [(category.name, category.benefits.count()) for category in BenefitCategory.objects.all()]

    assert counts == [
        ("Health and Wellness", 11), ("Parental Benefits", 3), ("Work Flexibility", 2), ("Office Life and Perks", 8),
        ("Vacation and Time Off", 4), ("Financial and Retirement", 3), ("Professional Development", 5),
        ("Diversity and Inclusion", 2),
    ]  # fmt: skip


def test_american_benefits_are_marked_and_no_other_is_guessed_about():
    marked = {benefit.name for benefit in Benefit.objects.exclude(countries=None)}

    assert marked == {"HSA", "401(K) With Company Matching"}
    assert {benefit.countries for benefit in Benefit.objects.filter(name__in=marked)} == {("US",)}
    assert not Benefit.objects.exclude(employment_types=None).exists()


def test_place_is_sydney():
    place = Location.objects.get()

    assert (place.name, place.region, place.country, place.time_zone) == ("Sydney", "NSW", "AU", "Australia/Sydney")


def test_organisation_is_as_the_adverts_name_it():
    ours = Organisation.objects.get()

    assert (ours.name, ours.copyright_holder, ours.application_limit) == ("TikTok", "TikTok", 2)
    assert (ours.product, ours.mission) == ("Short-form mobile video", "To inspire creativity and bring joy")
    assert ours.values.splitlines() == ["Curiosity", "Humility", "Impact", "Always Day 1"]
    assert ours.headquarters.splitlines() == ["Los Angeles", "Singapore"]
    assert set(ours.offices.splitlines()) == OFFICES
    assert (ours.contact_email, ours.postal_address) == (IN_ALL_FIVE["contact_email"], "")
    assert ours.privacy_url == "https://careers.tiktok.com/legal/privacy"


@pytest.mark.parametrize(("text", "synonym"), SYNONYMS.items())
def test_term_knows_its_other_spelling(text, synonym):
    assert synonym in Term.objects.get(text=text).synonyms
