"""What a student said, in the words of a sentence."""

from careers.postings.phrases import counted, month

from .applicant_form import RIGHTS


def answers_in_words(form):
    """Return ["you finish in November 2027", …] in the order of the form; needs an applicant."""
    said = form.applicant
    return list(
        filter(
            None,
            [
                said.study_words,
                said.field_words,
                said.finish_words,
                f"you stay enrolled until {month(said.enrolled_until)}" if said.enrolled_until else "",
                said.start_words,
                f"you have {counted(said.weeks, 'week')}" if said.weeks else "",
                f"you can work {counted(said.days, 'day')} a week" if said.days else "",
                f"your right to work: {RIGHTS[said.rights]}" if said.rights else "",
            ],
        )
    )
