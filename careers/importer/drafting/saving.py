"""Writing a draft: one transaction an advert, one posting a text. Nothing here publishes."""

import reversion
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from careers.postings.models import Benefit, FieldOfStudy, Posting, Qualification, Responsibility, Skill

from .words import entered_in_words

MOST_TRIES = 5
# The address is found while writing; rows were read from the database.
NOT_CHECKED = ("slug", "team", "location", "next_posting")


class AlreadyImported(Exception):  # noqa: N818 (an answer, not a fault)
    """The text has a posting; it is `posting`."""

    def __init__(self, posting):
        super().__init__(f"This text was imported before, as “{posting}”.")
        self.posting = posting


def existing(source_hash):
    """Return the posting that was made of this text, or None."""
    return Posting.objects.filter(source_hash=source_hash).first() if source_hash else None


def save(draft, known, by=None, comment="Imported."):
    """Return the new draft posting; raise AlreadyImported or ValidationError, and then nothing at all was written."""
    posting = draft.posting()
    posting.clean_fields(exclude=NOT_CHECKED)
    comment = " ".join(filter(None, [comment, entered_in_words(draft.entered)]))
    for _ in range(MOST_TRIES):
        try:
            return _write(posting, draft, known, by, comment)
        except IntegrityError:
            posting.pk = None
            _explain(posting)
    raise ValidationError("Somebody else keeps taking its address. Try again.", code="busy")


def _explain(posting):
    """Raise what the refusal was about; return where an address was taken meanwhile and another one will do."""
    if found := existing(posting.source_hash):
        raise AlreadyImported(found)
    posting.slug = ""
    posting.full_clean()


def _write(posting, draft, known, by, comment):
    with transaction.atomic():
        posting.slug = posting.free_slug()
        posting.save(force_insert=True)
        skills, fields = _write_lists(posting, draft, known)
        _write_revision(posting, by, comment)
    # What was at hand for the revision would hide later edits; skills that were made are known from the commit on.
    posting._prefetched_objects_cache = {}
    known.learn(skills, fields)
    return posting


def _write_revision(posting, by, comment):
    """Record it once it is whole: a revision that is open during the saving would look at it twice."""
    with reversion.create_revision(atomic=False):
        reversion.add_to_revision(posting)
        reversion.set_comment(comment)
        if by:
            reversion.set_user(by)


def _write_lists(posting, draft, known):
    """Write what the posting lists, and leave it at hand for the revision; return the skills and fields made."""
    duties = [line for line in draft.items if line.kind == "duty"]
    wanted = [line for line in draft.items if line.kind != "duty"]
    made = known.make_skills(name for line in wanted for name in line.skills)
    fields = known.make_fields(draft.new_fields)
    rows = [[known.skill(name) or made[name] for name in line.skills] for line in wanted]
    work = [Responsibility(posting=posting, text=line.text, order=order) for order, line in enumerate(duties, 1)]
    posting._prefetched_objects_cache = {
        "responsibilities": _at_hand(Responsibility, Responsibility.objects.bulk_create(work)),
        "qualifications": _at_hand(Qualification, _with_skills(posting, wanted, rows)),
        "fields_of_study": _linked(posting, "fields_of_study", FieldOfStudy, [*draft.fields_of_study, *fields]),
        "benefits": _linked(posting, "benefits", Benefit, draft.benefits),
    }
    return made, fields


def _at_hand(model, rows):
    """Return a queryset that has been answered with these rows: what a prefetch leaves behind."""
    answered = model._default_manager.all()
    answered._result_cache, answered._prefetch_done = list(rows), True
    return answered


def _numbered(posting, lines):
    last = {}
    for line in lines:
        last[line.kind] = last.get(line.kind, 0) + 1
        yield Qualification(
            posting=posting, kind=line.kind, text=line.text, skills_rule=line.rule, order=last[line.kind]
        )


def _with_skills(posting, lines, rows):
    items = Qualification.objects.bulk_create(_numbered(posting, lines))
    through = Qualification.skills.through
    pairs = [(item, skill) for item, skills in zip(items, rows, strict=True) for skill in dict.fromkeys(skills)]
    through.objects.bulk_create(through(qualification=item, skill=skill) for item, skill in pairs)
    for item, skills in zip(items, rows, strict=True):
        item._prefetched_objects_cache = {"skills": _at_hand(Skill, skills)}
    return items


def _linked(posting, name, model, rows):
    through = getattr(Posting, name).through
    column = model._meta.model_name
    through.objects.bulk_create(through(**{"posting": posting, column: row}) for row in rows)
    return _at_hand(model, rows)
