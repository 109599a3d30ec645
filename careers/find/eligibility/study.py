"""Rules about the course: level, field, graduation, study_years, studying, graduates."""

from careers.postings.phrases import month

from .applicant import Applicant
from .stated import Stated
from .verdicts import Reason, judged, open_question, unsaid, unstated
from .words import LEVELS, STUDY_YEARS, either


def level(stated: Stated, applicant: Applicant) -> Reason:
    if not stated.degree_levels:
        return unstated("level", "which levels of study it takes", applicant.study_words)
    if set(stated.degree_levels) >= set(LEVELS):
        return judged("level", True, "It takes every level of study, so it takes yours.")
    fact = f"It asks for {either(LEVELS.get(each, each) for each in stated.degree_levels)} students"
    if applicant.is_student:
        return judged("level", applicant.studying in stated.degree_levels, f"{fact}; {applicant.study_words}.")
    return unsaid("level", fact, "which degree you finished" if applicant.has_graduated else "what you study for")


def field(stated: Stated, applicant: Applicant) -> Reason:
    """Another field is ruled out unless a related one is stated to do: an advert that lists fields means them."""
    if not stated.fields_of_study:
        return unstated("field", "which fields of study it takes", applicant.field_words)
    names = dict(stated.fields_of_study)
    related = ["a related field"] if stated.related_fields_accepted else []
    fact = f"It asks for {either([*names.values(), *related])}"
    if not applicant.field_of_study:
        return unsaid("field", fact, "which field you study")
    if applicant.field_of_study in names:
        return judged("field", True, f"{fact}; you study {names[applicant.field_of_study]}.")
    if related:
        return open_question("field", fact, "whether your field counts as related", applicant.field_words)
    return judged("field", False, f"{fact}; {applicant.field_words}.")


def graduation(stated: Stated, applicant: Applicant) -> Reason:
    low, high, given, you = stated.graduation_from, stated.graduation_by, applicant.graduation, applicant.finish_words
    gap = "by when you must finish your course"
    if not (low or high):
        return unstated("graduation", gap, you)
    fact = f"It asks you to finish{f' in {month(low)} or later' if low else ''}"
    fact += f"{' and' if low else ''} by {month(high)}" if high else ""
    if not given:
        return unsaid("graduation", fact, "when you finished" if applicant.has_graduated else "when you finish")
    # Whoever finishes in the first month allowed meets every last month there could be.
    if low and not high and given > low:
        return open_question("graduation", fact, gap, you)
    return judged("graduation", (low or given) <= given <= (high or given), f"{fact}; {you}.")


def study_years(stated: Stated, applicant: Applicant) -> Reason | None:
    """Asked only where stated. No fact of the applicant tells the year, so a student's answer stays open."""
    if not stated.study_years:
        return None
    years = either(STUDY_YEARS.get(each, each) for each in stated.study_years)
    fact = f"It asks for students in their {years} year"
    if not applicant.has_graduated:
        return unsaid("study_years", fact, "which year you are in")
    if stated.graduates_eligible is None:
        return open_question("study_years", fact, "whether it takes graduates", "you have graduated")
    also = " and takes graduates" if stated.graduates_eligible else ""
    return judged("study_years", stated.graduates_eligible, f"{fact}{also}; you have graduated.")


def studying(stated: Stated, applicant: Applicant) -> Reason:
    if stated.must_be_studying:
        fact = "It asks you to be studying now"
        if not applicant.studying:
            return unsaid("studying", fact, "whether you are studying")
        return judged("studying", applicant.is_student, f"{fact}; {applicant.study_words}.")
    if stated.must_be_studying is False:
        return judged("studying", True, "It doesn’t ask you to be studying.")
    if applicant.has_graduated and stated.graduates_eligible:
        return judged("studying", True, "It takes graduates; you have graduated.")
    gap = "whether you must be studying now"
    if applicant.is_student:
        return judged("studying", True, f"It doesn’t say {gap}; {applicant.study_words}, so you meet it either way.")
    return unstated("studying", gap, applicant.study_words)


def graduates(stated: Stated, applicant: Applicant) -> Reason:
    if stated.graduates_eligible:
        return judged("graduates", True, "It takes graduates as well as students.")
    if stated.graduates_eligible is None:
        return graduates_unstated(applicant)
    fact = "It doesn’t take graduates"
    if not applicant.studying:
        return unsaid("graduates", fact, "whether you have graduated")
    return judged("graduates", applicant.is_student, f"{fact}; {applicant.study_words}.")


def graduates_unstated(applicant: Applicant) -> Reason:
    gap = "whether it takes graduates"
    if applicant.is_student:
        text = f"It doesn’t say {gap}; {applicant.study_words}, so you meet it either way."
        return judged("graduates", True, text)
    return unstated("graduates", gap, applicant.study_words)
