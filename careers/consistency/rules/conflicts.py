"""Rules about facts other than dates that cannot hold together: hours and days, place of work, who may apply."""

from collections.abc import Iterator
from datetime import date

from careers.postings.phrases import counted

from .finding import Flaw, warning
from .subject import Subject

LONGEST_DAY = 12
DAYS_OF_A_WEEK = 7
# Below and above, no award or contract speaks of full-time or part-time work.
LEAST_FULL_TIME, LEAST_NOT_PART_TIME = 30, 38
PLACED = {"citizen", "resident"}


@warning("P060", "hours_per_week", "Hours that do not fit into the days")
def hours_beyond_days(subject: Subject, on: date) -> Iterator[Flaw]:
    hours, days = subject.hours_per_week, subject.days_per_week_min or DAYS_OF_A_WEEK
    if hours and hours > days * LONGEST_DAY:
        fact = f"{counted(f'{hours:g}', 'hour')} a week on {counted(days, 'day')}"
        yield Flaw(
            f"It asks for {fact}: over {LONGEST_DAY} hours a day, if it is no more days.",
            "Check the hours a week and the days a week: one of them is meant otherwise.",
            fact=fact,
        )


@warning("P061", "employment_type", "Hours that the employment type does not mean")
def hours_of_another_type(subject: Subject, on: date) -> Iterator[Flaw]:
    hours = subject.hours_per_week
    too_few = subject.employment_type == "FULL_TIME" and hours and hours < LEAST_FULL_TIME
    too_many = subject.employment_type == "PART_TIME" and hours and hours >= LEAST_NOT_PART_TIME
    if too_few or too_many:
        kind = "full-time" if too_few else "part-time"
        yield Flaw(
            f"It is called {kind} and asks for {counted(f'{hours:g}', 'hour')} a week.",
            "Change the employment type or the hours: students choose by both.",
        )


@warning("P062", "on_site_days_min", "Days on site that the work mode does not mean")
def days_of_another_mode(subject: Subject, on: date) -> Iterator[Flaw]:
    days, mode = subject.on_site_days_min, subject.work_mode
    if mode == "remote" and days:
        yield Flaw(
            f"It is remote, and asks for {counted(days, 'day')} a week on site.",
            "Call it hybrid, or clear the days on site.",
        )
    if mode == "onsite" and days is not None and days < (subject.days_per_week_min or 1):
        yield Flaw(
            f"It is on site, and asks for {counted(days, 'day')} a week there"
            f"{f' of {subject.days_per_week_min}' if subject.days_per_week_min else ''}.",
            "Call it hybrid, or raise the days on site.",
        )


@warning("P063", "graduates_eligible", "Graduates are taken, and cannot meet what is asked")
def graduates_who_must_study(subject: Subject, on: date) -> Iterator[Flaw]:
    if subject.graduates_eligible and (subject.must_be_studying or subject.must_stay_enrolled):
        asked = "to be studying now" if subject.must_be_studying else "to stay enrolled until the work ends"
        yield Flaw(
            f"It takes graduates, and asks everybody {asked}: no graduate can meet both.",
            "Clear the one that does not hold.",
        )


@warning("P064", "sponsorship_offered", "Sponsorship for people who need none")
def sponsorship_for_nobody(subject: Subject, on: date) -> Iterator[Flaw]:
    if subject.sponsorship_offered and subject.work_rights and PLACED.issuperset(subject.work_rights):
        yield Flaw(
            "It offers sponsorship, and takes only people who need none: citizens or permanent residents.",
            "Add the visas that are accepted to the work rights, or say that no sponsorship is offered.",
        )
