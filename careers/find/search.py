"""Which postings a few words find."""

import re

from django.db.models import Q

MOST_WORDS = 12
PLACES = ("title", "team__name", "team__department", "team__summary", "location__name")
ITEMS = ("responsibilities__text", "qualifications__text", "qualifications__skills__name")


def matching(postings, text):
    """Return the rows that hold every word of `text` somewhere; no usable word finds nothing."""
    words = [word[:40] for word in re.findall(r"[\w+#.]+", text)[:MOST_WORDS]]
    if not words:
        return postings.none()
    for word in words:
        postings = postings.filter(holds(postings.model, word))
    return postings


def holds(model, word):
    """Return the condition that `word` stands in the posting or in one of its items, without doubling rows."""
    condition = Q()
    for place in PLACES:
        condition |= Q(**{f"{place}__icontains": word})
    for item in ITEMS:
        condition |= Q(pk__in=model.objects.filter(**{f"{item}__icontains": word}).values("pk"))
    return condition
