"""Addresses: whom to ask, and where the privacy policy is."""

import re
from collections.abc import Iterator

from .page import Fact, Page, matches, sentence

EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,24}(?![\w@])"
)
HIDDEN = re.compile(
    r"(?<![\w.+-])([\w.+-]{1,64}) ?[\[(] ?at ?[\])] ?([A-Za-z0-9-]{1,63}(?: ?(?:[\[(] ?dot ?[\])]|\.)"
    r" ?[A-Za-z0-9-]{1,63}){1,4})",
    re.IGNORECASE,
)
URL = re.compile(r"\bhttps?://[^\s<>\"')\]]{3,300}|\bwww\.[^\s<>\"')\]]{3,300}", re.IGNORECASE)
ADJUSTMENTS = re.compile(r"\b(?:accommodations?|adjustments?|disabilit\w+|accessib\w+)\b", re.IGNORECASE)
OTHER = re.compile(r"\b(?:abuse|privacy|dpo|unsubscribe|press|media enquiries|report fraud|scam)\b", re.IGNORECASE)
ASK = re.compile(
    r"\b(?:questions?|contact|reach|enquir\w+|quer\w+|e-?mail|apply|send|write|cv|resume)\b", re.IGNORECASE
)


def emails(page: Page) -> Iterator[Fact]:
    """Yield the contact's address, the best first; one given for adjustments only is no contact for all."""
    found = [(each.span(), each[0].rstrip(".")) for each in matches(EMAIL, page.text, "@")]
    for each in matches(HIDDEN, page.text, "[at", "(at", "[ at", "( at"):
        found.append(
            (
                each.span(),
                f"{each[1]}@" + re.sub(r"\s?(?:[\[(]\s?dot\s?[\])]|\.)\s?", ".", each[2], flags=re.IGNORECASE),
            )
        )
    ranked = sorted(found, key=lambda each: (_rank(page.text, *each[0]), each[0]))
    for (start, end), address in ranked:
        if _rank(page.text, start, end) < 2:
            yield Fact("contact_email", address, *sentence(page.text, start, end))


def _rank(text: str, start: int, end: int) -> int:
    low, high = sentence(text, start, end)
    words = text[low:high]
    if ADJUSTMENTS.search(words) or OTHER.search(words):
        return 2
    return 0 if ASK.search(words) else 1


def privacy(page: Page) -> Iterator[Fact]:
    """Yield addresses of privacy policies, without the full stop behind them."""
    for found in matches(URL, page.text, "http", "www."):
        address = found[0].rstrip(".,;:!?")
        before = page.text[max(0, found.start() - 120) : found.start()]
        named = re.search(r"privacy[^\n]{0,80}$", before, re.IGNORECASE) and not re.search(
            r"https?://[^\n]*$|\bapply\b[^\n]{0,40}$", before, re.IGNORECASE
        )
        if "privacy" in address.lower() or named:
            yield Fact("privacy_url", address, found.start(), found.start() + len(address))
