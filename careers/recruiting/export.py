"""Postings and sums as CSV that a spreadsheet opens as it is and that carries no formula."""

import csv
from io import StringIO

from django.http import HttpResponse
from django.utils import timezone

from careers.counters.models import PostingDay
from careers.recruiting.state import state_of
from careers.syndication.parts import parts_of
from careers.syndication.record import RECORD, record

# Spreadsheets run a cell that begins with one of these (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def postings(rows, on=None):
    """Return a download with a line for each posting: its state, its facts by their names, what is not stated empty."""
    on = on or timezone.now()
    related = rows.with_updates().select_related("team", "location", "next_posting__location")
    rows = list(related.prefetch_related("changes"))
    parts = parts_of([posting.pk for posting in rows])
    lines = ({"state": state_of(posting, on), **record(posting, parts[posting.pk], on)} for posting in rows)
    return download("postings", ("state", *RECORD), lines)


def days(rows):
    """Return a download with a line for each posting and day on which something was counted."""
    found = PostingDay.objects.filter(posting__in=rows).select_related("posting").order_by("day", "posting__slug")
    lines = (
        {"day": each.day, "posting": each.posting.slug, **{name: getattr(each, name) for name in PostingDay.SUMS}}
        for each in found
    )
    return download("figures", ("day", "posting", *PostingDay.SUMS), lines)


def download(name, columns, lines):
    """Return the answer; the byte order mark tells a spreadsheet that it is UTF-8."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([cell(line.get(column)) for column in columns] for line in lines)
    answer = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}-{timezone.localdate():%Y-%m-%d}.csv"'
    return answer


def cell(value):
    """Return a value as a cell: lists by their names, a quote before what a spreadsheet would run."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return value
    text = words(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def words(value):
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "; ".join(words(each) for each in value)
    if isinstance(value, dict):
        return str(next((value[name] for name in ("text", "name", "city") if name in value), ""))
    return str(value)
