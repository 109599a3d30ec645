"""Bytes as text, and text as plain lines that remember where in the original each character stood."""

import codecs
import html
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from .wrapping import breaks

LIMIT = 200_000
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MARKUP = re.compile(
    r"<(?:!doctype|html|body|div|p|br|ul|ol|li|h[1-6]|span|table|strong"
    r"|section)\b[^<>]{0,500}>",
    re.I,
)
# One look at a character tells that nothing special begins there: four times as fast as trying each form.
FIRST = (
    r"[\x00-\x08\t\x0b-\x1f<& #>*_\x85\xa0\xad\u2000-\u200d\u2011\u2018-\u201e\u2028\u2029\u202f\u2032\u2060"
    r"\u3000\ufeff]"
)
SPECIAL = re.compile(
    rf"(?={FIRST})(?:"
    r"\x00+|<(?P<tag>/?[a-zA-Z!][^<>]{0,2000})>"
    r"|(?P<entity>&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});)"
    r"|(?P<newline>\r\n?|[\u2028\u2029\x0b\x0c\x85])"
    r"|(?P<quote>(?:(?<=\n)|\A)(?:> ?)+)"
    r"|(?P<hashes>(?:(?<=\n)|\A|(?<=> )) {0,3}\#{1,6} )|(?P<stars>\*\*|__(?=\w)|(?<=\w)__)"
    r"|(?P<char>[\u2018\u2019\u201a\u2032\u201c\u201d\u201e\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u3000\t\u2011"
    r"\u200b-\u200d\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f]))",
    re.DOTALL,
)
# A mail that was passed on: behind its ">" lines are empty or have marks of their own.
QUOTED = re.compile(r"^>(?: ?>| ?[-*•]|[ \r]*$)", re.MULTILINE)
HEADING = re.compile(r" {0,3}#{1,6} |<h[1-6]\b", re.IGNORECASE)
HIDDEN = re.compile(r"<(!--|script\b|style\b|template\b)", re.IGNORECASE)
CHARACTERS = {
    **dict.fromkeys("\u2018\u2019\u201a\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e", '"'),
    **dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u3000", " "),
    # As wide as it stands between the columns of a card.
    "\t": "   ",
    "\u2011": "-",
}
BLOCKS = {
    "p",
    "div",
    "br",
    "ul",
    "ol",
    "tr",
    "table",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "dl",
    "dt",
    "dd",
    "title",
    "hr",
    "td",
}
LINK = re.compile(r"""href\s*=\s*["']?((?:https?:|mailto:)[^"'\s>]+)""", re.IGNORECASE)


class NotAnAdvert(ValueError):  # noqa: N818 (a name for what it says of the text)
    """The text cannot be an advert; the message says why."""


@dataclass(frozen=True)
class Source:
    """A text as it is read. `starts[i]` is where character i of `text` begins in `original`; one more marks its end.

    `headed` are the places in `text` behind the markup of a heading.
    """

    original: str
    text: str
    starts: "array[int]"
    headed: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that text[start:end] was read from; markup goes with what stands before."""
        return (self.starts[start] if start else 0, self.starts[end])


def decode(data: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16 or Latin-1; raise NotAnAdvert for what is binary or too large."""
    if len(data) > 2 * LIMIT + 2:
        raise NotAnAdvert("The text is too large: paste at most 200 KB.")
    text = _decoded(data)
    if "\x00" in text or sum(character < " " and character not in "\n\r\t\f\v" for character in text) > len(text) / 50:
        raise NotAnAdvert("This is not a text file.")
    return text


def _decoded(data: bytes) -> str:
    encoding = next((name for bom, name in BOMS if data.startswith(bom)), "") or _guess(data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace") if "16" not in encoding else data.decode("latin-1")


def _guess(data: bytes) -> str:
    """Tell UTF-16 without a mark by its zero bytes: every second one of a Latin text is zero."""
    even, odd = data[:2000:2].count(0), data[1:2000:2].count(0)
    if max(even, odd) > len(data[:2000]) // 5:
        return "utf-16-le" if odd > even else "utf-16-be"
    return "utf-8"


def read(original: str) -> Source:
    """Return the text with one kind of quote, blank and line end, without markup; each character keeps its place."""
    html_like = bool(MARKUP.search(original))
    seen = _without_hidden(original) if html_like else original
    parts: list[str] = []
    starts = array("l")
    headed: list[int] = []
    for start, end, piece in _pieces(seen, html_like):
        parts.append(piece)
        if HEADING.match(original, start, end):
            headed.append(len(starts) + len(piece))
        same = end - start == len(piece)
        starts.extend(range(start, end) if same else [start] * len(piece))
    starts.append(len(original))
    source = Source(original, "".join(parts), starts, tuple(headed))
    return source if html_like else _unwrapped(source)


def _unwrapped(source: Source) -> Source:
    """Return the text without the line ends that only the width of a page made."""
    found = list(breaks(source.text))
    if not found:
        return source
    parts: list[str] = []
    starts = array("l")
    at, shorter = 0, [(0, 0)]
    for start, end, blank in found:
        parts += [source.text[at:start], blank]
        starts.extend(source.starts[at : start + len(blank)])
        at = end
        shorter.append((end, shorter[-1][1] + end - start - len(blank)))
    starts.extend(source.starts[at:])
    headed = (place - shorter[bisect_right(shorter, (place, len(source.text))) - 1][1] for place in source.headed)
    return Source(source.original, "".join([*parts, source.text[at:]]), starts, tuple(headed))


def _without_hidden(original: str) -> str:
    """Return the text with comments and scripts as zeros; each closing mark is looked for once: time is linear."""
    parts, at, unclosed = [], 0, set()
    lowered = original.lower()
    for found in HIDDEN.finditer(original):
        closing = "-->" if found[1] == "!--" else f"</{found[1].lower()}"
        if found.start() < at or closing in unclosed:
            continue
        if (end := lowered.find(closing, found.end())) < 0:
            unclosed.add(closing)
            continue
        parts += [original[at : found.start()], "\0" * (end - found.start())]
        at = end
    return "".join([*parts, original[at:]])


def _pieces(original: str, html_like: bool) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, what is read there); source line breaks mean nothing in HTML."""
    at, link = 0, ""
    quoted = bool(QUOTED.search(original))
    for found in SPECIAL.finditer(original):
        if (found["tag"] and not html_like) or (found["quote"] and not quoted):
            continue
        if found.start() > at:
            yield at, found.start(), _flat(original[at : found.start()], html_like)
        if found["tag"]:
            piece, link = _tag(found["tag"], link)
        else:
            piece = _special(found, html_like)
        yield found.start(), found.end(), piece
        at = found.end()
    if at < len(original):
        yield at, len(original), _flat(original[at:], html_like)


def _flat(text: str, html_like: bool) -> str:
    return text.replace("\n", " ") if html_like else text


def _special(found: "re.Match[str]", html_like: bool) -> str:
    if found["newline"]:
        return " " if html_like else "\n"
    if found["entity"]:
        character = html.unescape(found["entity"])
        return CHARACTERS.get(character, character)
    return CHARACTERS.get(found["char"] or "", "")


def _tag(tag: str, link: str) -> tuple[str, str]:
    """Return what a tag means for the lines, and the address of the link that is still open."""
    name = re.split(r"[\s/>]", tag.lstrip("/"), maxsplit=1)[0].lower()
    if name == "a" and tag.startswith("/"):
        return (f" ({link})" if link else ""), ""
    if name == "a":
        found = LINK.search(tag)
        address = found[1].removeprefix("mailto:") if found else ""
        return "", address if "privacy" in address or "@" in address else ""
    if name == "li":
        return ("\n" if tag.startswith("/") else "\n- "), link
    return ("\n" if name in BLOCKS else ""), link
