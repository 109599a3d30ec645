"""Text from people in XML, which has no way to say most control characters."""

import re

from django.utils.safestring import SafeString, mark_safe

# https://www.w3.org/TR/xml/#charsets
ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Return `text` without what XML 1.0 cannot hold."""
    return ILLEGAL.sub("", text)


def cdata(text: object) -> SafeString:
    """Return `text` as a CDATA section: as it is, but for the end mark, which is parted over two sections."""
    return mark_safe(f"<![CDATA[{str(text).replace(']]>', ']]]]><![CDATA[>')}]]>")  # noqa: S308
