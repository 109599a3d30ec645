"""Where adverts start, as a person sees and moves it. A start is "<order of the text>:<place in it>"."""

from dataclasses import dataclass

from careers.importer.sections import noise

# Of a longer advert, nobody looks for another start further down.
MOST_LINES = 400


@dataclass(frozen=True)
class CutLine:
    value: str
    text: str


def lines_of(text):
    """Return the lines of an ImportedText at which another advert might start, but for its first."""
    at, lines = 0, []
    for line in text.text.splitlines(keepends=True)[:MOST_LINES]:
        if line.strip():
            lines.append(CutLine(f"{text.order}:{at}", line.strip()[:160]))
        at += len(line)
    return lines


def first_lines(text):
    """Return what an advert begins with; many begin with a mere heading, so two lines, and none with buttons."""
    lines = [line.strip() for line in text.text[:5_000].splitlines() if line.strip()]
    lines = [line for line in lines if not noise.reason_of(line)] or lines
    return " · ".join(line[:120] for line, _ in zip(lines, range(2), strict=False))


def recut(texts, starts):
    """Return [(name, text, address)] cut at these starts; no letter is lost, whatever the starts are."""
    chosen = {tuple(map(int, start.split(":"))) for start in starts if is_start(start)}
    cut = []
    for text in texts:
        places = sorted(at for order, at in chosen if order == text.order and 0 < at < len(text.text))
        for start, end in zip([0, *places], [*places, len(text.text)], strict=True):
            first = lines_of(text)[:1]
            begins = start > 0 or not cut or any(each.value in starts for each in first)
            piece = text.text[start:end]
            if begins:
                cut.append((text.name, piece, text.url))
            else:
                name, before, url = cut.pop()
                cut.append((name, before + piece, url))
    return cut


def is_start(value):
    order, _, at = value.partition(":")
    return order.isdecimal() and at.isdecimal() and len(value) < 20
