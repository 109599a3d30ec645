"""What a page says of itself to search engines and to whoever is sent a link: one canonical address, few words."""

from careers.find.applicant_form import ANSWERS
from careers.postings.views import PublicPage

from .addresses import absolute, address, search_of

LONGEST = 199
# Pages made of what one reader has chosen, and results of a search: nobody looks for them.
NOT_FOR_SEARCH = {"comparison", "shortlist"}
PERSONAL = {*ANSWERS, "verdict", "q", "posting"}
# What a student who gets a link wants to know, first things first.
TOLD = ("place", "closing", "graduation", "length", "pay", "levels", "intake")


def is_public(view):
    return isinstance(view, PublicPage)


def canonical(request, filterset=None):
    """Return the one address of a page: without answers, order and what is unknown, a list's filters in one order."""
    if filterset is None:
        return absolute(request.path)
    page = filterset.page_number
    return address("posting_list", search_of(filterset) | ({"page": page} if page > 1 else {}))


def is_for_search(request):
    return request.resolver_match.url_name not in NOT_FOR_SEARCH and not PERSONAL & request.GET.keys()


def in_short(facts):
    """Return as many whole facts as fit, of those that a link is shared for."""
    known = {fact.name: f"{fact.label}: {fact.text}." for fact in facts if fact.is_stated}
    text = ""
    for sentence in (known[name] for name in TOLD if name in known):
        if len(text) + len(sentence) < LONGEST:
            text = f"{text} {sentence}".strip()
    return text


def cut(text):
    """Return at most LONGEST characters, cut between words."""
    text = " ".join(text.split())
    if len(text) <= LONGEST:
        return text
    return f"{text[: LONGEST - 1].rpartition(' ')[0] or text[: LONGEST - 1]}…"
