"""Five renditions of the sample's source adverts: their layout, breaks, facts and mistakes, in words of our own.

ADVERTS may name a folder with five other texts, in the order of the sample's postings, to be held to the same table.
"""

import os
from pathlib import Path

from careers.postings.models import Benefit, Posting

RENDITIONS = Path(__file__).resolve().parent / "adverts"
NOISE = "Want more jobs like this?\nGet jobs in Sydney, Australia delivered to your inbox every week."
FOLDERS = [RENDITIONS, *filter(None, [os.environ.get("ADVERTS") and Path(os.environ["ADVERTS"])])]
# Titles that stand in no text: the source states none.
UNTITLED = (0, 1, 3)


def read(folder):
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt"))]
    return [text.replace("{noise}", NOISE).replace("{perks}", perks()) for text in texts]


def perks():
    """Return the list of benefits as it stands in adverts: categories, and under each its items with a dash."""
    lines = []
    for benefit in Benefit.objects.select_related("category"):
        lines += [benefit.category.name] * (benefit.category.name not in lines)
        lines.append(f"- {benefit.name}")
    return "\n".join(lines)


def as_pasted(folder):
    """Give the sample's postings their source texts, and return their slugs in that order."""
    postings = list(Posting.objects.order_by("pk"))
    for posting, text in zip(postings, read(folder), strict=True):
        posting.source_text = text
        posting.save()
    return [posting.slug for posting in postings]
