"""What somebody who means harm, or a broken program, writes into an address: over 300 kinds."""

from urllib.parse import quote

PARAMETERS = (
    "q", "team", "location", "level", "field", "skill", "intake", "employment", "mode", "sort", "page", "verdict",
    "studying", "field_of_study", "graduation", "enrolled_until", "available_from", "weeks", "days", "rights",
    "posting",
)  # fmt: skip
VALUES = (
    "", " ", "0", "-1", "1e9", "NaN", "Infinity", "9" * 10_000, "-" + "9" * 400, "0x10", "١٢", "½", "1.5", "true",
    "null", "undefined", "[]", "{}", "\x00", "a\x00b", "\ud800", "\udfff", "\ufeff", "\u202e", "\u2028", "İ", "ﬁ", "𝔸",
    "e\u0301",
    "'", '"', "`", "\\", "%", "%%", "%s", "%(a)s", "{0}", "{{7*7}}", "${7*7}", "#{7*7}", "<%= 7 %>", "$(id)", "`id`",
    "; ls", "| cat /etc/passwd", "&& true", "../../etc/passwd", "..%2f..%2f", "file:///etc/passwd", "//evil.example",
    "https://evil.example/", "javascript:alert(1)", "data:text/html,<script>", "<script>alert(1)</script>",
    "'\"><img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "</title><script>1</script>", "<!--", "]]>", "&lt;",
    "' OR '1'='1", "1; DROP TABLE postings_posting--", "1 UNION SELECT NULL", "sleep(9)", "pg_sleep(9)",
    "a' AND 1=1 --",
    "NEAR(a b)", "a AND", "NOT a", "title:a", "a*", "^a", "-a", "a:*", "a <-> b", "a & !b", "\r\nSet-Cookie: a=b",
    "\n\nX", "\t", "\x0b", "\x1f", "\x7f", "a" * 5_000, "a " * 3_000, "é" * 2_000, "(" * 500, "\u200b" * 50,
    "2026-13", "2026-00", "0000-01", "99999-01", "-2026-01", "2026", "Febtober 2026", "2026-1-1", "1970-01-01T00:00Z",
)  # fmt: skip
RAW = (
    "%", "%zz", "%00", "%ff%fe", "%c0%af", "%ed%a0%80", "q", "q=", "=", "&", "&&&&", "q=a&q=b", "a=b;q=c", "?", "#",
    "q[]=a", "q[a]=b", "q=%F0%9F%92%A9", "page=1&page=2", "page[]=1", "sort=newest&sort=closing", "__proto__=1",
    "_method=DELETE", "format=xml", "debug=1", "csrfmiddlewaretoken=a", "next=//evil.example", "q=" + "%25" * 900,
    "&".join(f"team=a{number}" for number in range(900)), "&".join(f"p{number}=1" for number in range(900)),
    "&".join("q=a" for _ in range(900)), "posting=" + "&posting=".join("a" * 60 for _ in range(50)),
)  # fmt: skip


def addresses():
    """Return every query string: each value in a parameter that reads such things, and in one chosen by turns."""
    turns = [(PARAMETERS[number % len(PARAMETERS)], value) for number, value in enumerate(VALUES)]
    months = [(name, value) for name in ("graduation", "weeks") for value in VALUES]
    words = [("q", value) for value in VALUES]
    pairs = dict.fromkeys([*turns, *months, *words])
    return [f"{name}={quote(value, errors='surrogatepass')}" for name, value in pairs] + list(RAW)
