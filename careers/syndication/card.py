"""The pictures that shared links show, and the icons: drawn from facts and tokens with the site's own typeface."""

import unicodedata
from functools import cache
from io import BytesIO

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from .tokens import tokens

FONT = settings.BASE_DIR / "static" / "fonts" / "familjen-grotesk-700.woff2"
SIZE = WIDTH, HEIGHT = 1200, 630
EDGE = 80
MEASURE = WIDTH - 2 * EDGE
TITLE, SMALLEST, TEXT = 76, 44, 36
MOST_LINES = 3
# No font has a glyph for it, so that it looks like everything else that is missing.
MISSING = "\U0010fffe"


def card(name, title, lines=()):
    """Return a PNG: the site's name, the title in up to three lines, and lines of facts, each cut to the width."""
    colours = tokens()
    image = Image.new("RGB", SIZE, colours["paper"])
    draw = ImageDraw.Draw(image)
    draw.rectangle([(0, 0), (24, HEIGHT)], fill=colours["accent"])
    write(draw, EDGE, TEXT, [drawable(name)], colours["accent"])
    size, wrapped = fitted(drawable(title))
    below = write(draw, 160, size, wrapped, colours["ink"])
    write(draw, max(below + 30, HEIGHT - EDGE - len(lines) * 52), TEXT, map(drawable, lines), colours["ink-soft"])
    return png(image)


def icon(size, inset=0.0):
    """Return the site's sign as a PNG: the window bar on the accent, `inset` of the width kept free around it."""
    colours, scale, start = tokens(), size * (1 - 2 * inset) / 32, size * inset
    image = Image.new("RGB", (size, size), colours["accent"])
    draw = ImageDraw.Draw(image)
    for (left, top, right, bottom), name in SIGN:
        corners = [(start + left * scale, start + top * scale), (start + right * scale - 1, start + bottom * scale - 1)]
        draw.rectangle(corners, fill=colours[name])
    return png(image)


# The shapes of img/icon.svg, in its 32 units, by the names of their colours.
SIGN = (
    ((6, 15, 26, 17), "on-accent"),
    ((10, 12, 19, 20), "on-accent"),
    ((23.5, 9, 26.5, 23), "wattle"),
)


def write(draw, top, size, lines, colour):
    """Write lines from `top` downwards; return where the next one would begin."""
    for line in lines:
        draw.text((EDGE, top), shortened(line, size), fill=colour, font=font(size))
        top += round(size * 1.25)
    return top


def fitted(title):
    """Return (size, lines): the largest size in which the title fits, at the smallest one cut."""
    for size in range(TITLE, SMALLEST, -8):
        lines = wrapped(title, size)
        if len(lines) <= MOST_LINES and all(font(size).getlength(line) <= MEASURE for line in lines):
            return size, lines
    lines = wrapped(title, SMALLEST)
    return SMALLEST, [*lines[: MOST_LINES - 1], " ".join(lines[MOST_LINES - 1 :])]


def wrapped(text, size):
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        fits = font(size).getlength(longer) <= MEASURE or not lines[-1]
        lines = [*lines[:-1], longer] if fits else [*lines, word]
    return lines


def shortened(text, size):
    while text and font(size).getlength(text) > MEASURE:
        text = f"{text[:-2].rstrip()}…" if len(text) > 2 else ""
    return text


def drawable(text):
    """Return `text` in the glyphs the font has: letters go without a mark it lacks, other signs are left out."""
    return " ".join("".join(glyphs(each) for each in text).split())


@cache
def glyphs(character):
    if character.isspace():
        return " "
    parts = character, *unicodedata.normalize("NFKD", character)
    return next((part for part in parts if has(part)), "")


def has(character):
    return bytes(font(TEXT).getmask(character)) not in {b"", bytes(font(TEXT).getmask(MISSING))}


@cache
def font(size):
    return ImageFont.truetype(FONT, size)


def png(image):
    file = BytesIO()
    image.quantize(64).save(file, "PNG", optimize=True)
    return file.getvalue()
