"""What a student says about themselves. None means "left out"."""

from dataclasses import dataclass
from datetime import date

from careers.lib.periods import last_day
from careers.postings.phrases import day, month

from .words import LEVELS, YOU_ARE, YOU_HOLD, country_in_sentence


@dataclass(frozen=True, slots=True)
class Applicant:
    """The list parameters of the same names, months as day 1; `rights` are those in the posting's country.

    `studying` is bachelor, master, phd, other or graduated, `field_of_study` a slug or "other", `field_name` its name,
    `rights` citizen, resident, student-visa, other-visa or sponsorship.
    """

    studying: str | None = None
    field_of_study: str | None = None
    graduation: date | None = None
    enrolled_until: date | None = None
    available_from: date | None = None
    weeks: int | None = None
    days: int | None = None
    rights: str | None = None
    field_name: str | None = None

    @property
    def is_student(self) -> bool:
        return self.studying in LEVELS

    @property
    def has_graduated(self) -> bool:
        return self.studying == "graduated"

    @property
    def enrolled_to(self) -> date | None:
        return self.enrolled_until or self.graduation

    @property
    def study_words(self) -> str:
        return YOU_ARE.get(self.studying or "", "")

    @property
    def field_words(self) -> str:
        if self.field_of_study in (None, "other"):
            return "you study another field" if self.field_of_study else ""
        return f"you study {self.field_name or str(self.field_of_study).replace('-', ' ')}"

    @property
    def finish_words(self) -> str:
        verb = "finished" if self.has_graduated else "finish"
        return f"you {verb} in {month(self.graduation)}" if self.graduation else ""

    @property
    def enrolled_words(self) -> str:
        """Whoever has graduated is enrolled only as far as they say so: the month they finished is no such word."""
        if self.has_graduated and not self.enrolled_until:
            return self.study_words
        return f"you are enrolled until {day(last_day(self.enrolled_to))}" if self.enrolled_to else ""

    @property
    def start_words(self) -> str:
        return f"you can start in {month(self.available_from)}" if self.available_from else ""

    def rights_words(self, country: str | None) -> str:
        return YOU_HOLD.get(self.rights or "", "").format(country=country_in_sentence(country))
