"""An uploaded picture becomes WebP renditions: turned upright, without what the camera wrote, no larger than needed."""

import hashlib
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

MOST_BYTES = 5 * 1024 * 1024
# A small file can unpack to gigabytes; 40 megapixels is more than phones make.
MOST_PIXELS = 40_000_000
FORMATS = ("JPEG", "PNG", "WEBP")
WIDTHS = (480, 960, 1440)
QUALITY = 78


class NotAPicture(ValueError):  # noqa: N818 it says what to do, not what failed
    """The upload cannot be used; the message says what to do."""


@dataclass(frozen=True)
class Made:
    """`renditions` is {width: WebP bytes}; width and height are those of the largest."""

    digest: str
    width: int
    height: int
    renditions: dict[int, bytes]


def make(content: bytes) -> Made:
    """Return the renditions of an uploaded file; raise NotAPicture."""
    if len(content) > MOST_BYTES:
        raise NotAPicture("Upload a picture of at most 5 MB.")
    picture = opened(content)
    sizes = [width for width in WIDTHS if width < picture.width] + [min(picture.width, WIDTHS[-1])]
    made = {width: encoded(picture, width) for width in sorted(set(sizes))}
    width = max(made)
    digest = hashlib.sha256(made[width]).hexdigest()[:32]
    return Made(digest, width, scaled(picture, width), made)


def opened(content):
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise NotAPicture("Upload a picture of at most 40 megapixels, such as 7,000 by 5,000.")
            return ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        if isinstance(error, NotAPicture):
            raise
        raise NotAPicture("Upload a JPEG, PNG or WebP picture; this file cannot be read as one.") from error


def encoded(picture, width):
    target = BytesIO()
    picture.resize((width, scaled(picture, width)), Image.Resampling.LANCZOS).save(target, "WEBP", quality=QUALITY)
    return target.getvalue()


def scaled(picture, width):
    """Return the height at that width."""
    return max(1, round(picture.height * width / picture.width))
