"""Calendar text by RFC 5545: lines of at most 75 octets, special characters escaped, moments in UTC."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

LONGEST = 75
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
# What is left of the control characters once lines have ended with \n.
CONTROL = {code: None for code in [*range(0x20), 0x7F] if code != 0x0A}


@dataclass(frozen=True)
class Event:
    """`start` and `end` are moments, or days of which the last is not part of it any more."""

    uid: str
    stamp: datetime
    start: datetime | date
    end: datetime | date | None
    summary: str
    description: str
    url: str

    def lines(self) -> list[str]:
        return [
            "BEGIN:VEVENT",
            f"UID:{self.uid}",
            f"DTSTAMP:{moment(self.stamp)}",
            f"LAST-MODIFIED:{moment(self.stamp)}",
            f"DTSTART{when(self.start)}",
            *([f"DTEND{when(self.end)}"] if self.end else []),
            f"SUMMARY:{text(self.summary)}",
            f"DESCRIPTION:{text(self.description)}",
            f"URL:{self.url}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]


def calendar(name: str, maker: str, events: list[Event]) -> str:
    """Return a calendar, to be asked for again every hour."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{text(maker)}//Postings//EN", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", f"NAME:{text(name)}", f"X-WR-CALNAME:{text(name)}"]
    lines += ["REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H"]
    lines += [line for event in events for line in event.lines()]
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def text(value: str) -> str:
    return value.replace("\r\n", "\n").translate(CONTROL).translate(ESCAPES)


def when(value: datetime | date) -> str:
    return f":{moment(value)}" if isinstance(value, datetime) else f";VALUE=DATE:{value:%Y%m%d}"


def moment(value: datetime) -> str:
    return f"{value.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def folded(line: str) -> str:
    """Return the line cut before every 75th octet, never inside a character."""
    parts, size = [[]], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > LONGEST:
            parts.append([" "])
            size = 1
        parts[-1].append(character)
        size += octets
    return "\r\n".join("".join(part) for part in parts)
