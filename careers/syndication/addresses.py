"""Addresses as programs get them: absolute, of the configured host, each search written one way only."""

from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode


def absolute(path):
    return f"{settings.SITE_URL}{path}"


def address_of(row):
    return absolute(row.get_absolute_url())


def address(name, query=None):
    """Return the address of a page by its URL name, with {parameter: value or values}."""
    return absolute(reverse(name)) + (f"?{urlencode(query, doseq=True)}" if query else "")


def search_of(filterset):
    """Return {parameter: values} of what narrows a list, in one order; without order, page and what is unknown."""
    chosen = {name: sorted(values) for name, values in sorted(filterset.chosen.items()) if name != "verdict"}
    words = filterset.form.cleaned_data.get("q")
    return {"q": words, **chosen} if words else chosen


def query_of(filterset):
    """Return {parameter: values} that give the same list again: the search, the answers and the order."""
    cleaned = filterset.form.cleaned_data
    query = {**search_of(filterset), **filterset.form.answers_query}
    return {**query, **{name: cleaned[name] for name in ("verdict", "sort") if cleaned.get(name)}}
