"""What a rule finds, and how a rule is declared."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any


class Level(StrEnum):
    """In the order in which reports show them; an error stops publishing, scheduling and reopening."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    def reaches(self, other: "Level") -> bool:
        """Return whether this is as grave as `other` or graver."""
        return list(Level).index(self) <= list(Level).index(other)


@dataclass(frozen=True, slots=True)
class Flaw:
    """What a rule's function yields: `fact` is what a waiver is given for (the message, where it says no more)."""

    message: str
    hint: str
    fact: str = ""
    field: str = ""
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """`cause` is the message without the facts of this posting: what a report over many counts."""

    id: str
    level: Level
    message: str
    hint: str
    field: str
    fact: str
    cause: str

    @property
    def fingerprint(self) -> str:
        """Return 64 hex digits that stay the same while the rule finds the same fact in the same field."""
        return sha256("\n".join((self.id, self.field, self.fact)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Rule:
    """Call it with the values its function takes; ids are stable and never reused."""

    id: str
    level: Level
    field: str
    cause: str
    find: Callable[..., Iterator[Flaw]]

    def __call__(self, *values: Any) -> Iterator[Finding]:
        for flaw in self.find(*values):
            field, cause = flaw.field or self.field, flaw.cause or self.cause
            yield Finding(self.id, self.level, flaw.message, flaw.hint, field, flaw.fact or flaw.message, cause)


def error(id_: str, field: str, cause: str) -> Callable[[Callable[..., Iterator[Flaw]]], Rule]:
    return lambda find: Rule(id_, Level.ERROR, field, cause, find)


def warning(id_: str, field: str, cause: str) -> Callable[[Callable[..., Iterator[Flaw]]], Rule]:
    return lambda find: Rule(id_, Level.WARNING, field, cause, find)


def info(id_: str, field: str, cause: str) -> Callable[[Callable[..., Iterator[Flaw]]], Rule]:
    return lambda find: Rule(id_, Level.INFO, field, cause, find)
