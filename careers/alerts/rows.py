"""Which open postings each kind of subscription is about, before its query narrows them."""

from django.db.models import Q

from careers.postings.models import Posting

from .models import Kind


def candidates(kind, posting, team, on):
    """Return a queryset; nothing where the posting or the team it was about is gone."""
    rows = Posting.objects.open(on)
    if kind == Kind.SEARCH:
        return rows
    if kind == Kind.TEAM:
        return rows.filter(team=team) if team else rows.none()
    if posting is None:
        return rows.none()
    return rows.filter(pk=posting.pk) if kind == Kind.POSTING else rows.filter(next_of(posting))


def next_of(posting):
    """Return the condition for the same role in another intake: named as its next one, or alike in name and place."""
    named = Q(pk=posting.next_posting_id) if posting.next_posting_id else Q(pk__in=[])
    alike = Q(title__iexact=posting.title, team=posting.team_id, location=posting.location_id)
    return (named | alike if posting.title else named) & ~Q(pk=posting.pk)
