"""What the rules find, as a column and a filter of the list of postings."""

from django.contrib import admin
from django.db.models import prefetch_related_objects

from careers.consistency import report, snapshot
from careers.consistency.rules import Level, check
from careers.postings.derived import Derived
from careers.postings.phrases import counted

SHOWN = (Level.ERROR, Level.WARNING)


@Derived
def kept():
    """Return {(pk, day): findings} of what has been looked at in this edition."""
    return {}


def put_findings(postings):
    """Put to each row what no waiver covers, {level: number}; rows of one edition are looked at once a day."""
    postings = list(postings)
    look_at([posting for posting in postings if key(posting) not in kept()])
    waivers = report.waivers_by_subject()
    for posting in postings:
        open_ones = [each for each in kept()[key(posting)] if not report.covering(waivers[posting.pk, None], each)]
        posting.found = {level: sum(each.level is level for each in open_ones) for level in SHOWN}


def look_at(postings):
    prefetch_related_objects(postings, *snapshot.RELATED)
    for posting in postings:
        subject = snapshot.subject_of(posting, snapshot.company())
        kept()[key(posting)] = check(subject, report.family_with(posting), report.today(posting))


def key(posting):
    return posting.pk, report.today(posting)


def in_words(posting):
    """Return "1 error, 3 warnings"."""
    return ", ".join(counted(number, level.value) for level, number in posting.found.items() if number)


class FindingsFilter(admin.SimpleListFilter):
    title = "findings"
    parameter_name = "findings"

    def lookups(self, request, model_admin):
        return [("error", "Errors"), ("warning", "Warnings"), ("none", "Nothing to mend")]

    def queryset(self, request, queryset):
        if self.value() not in {"error", "warning", "none"}:
            return queryset
        unwaived = [each for each in report.of_all() if each.posting and not each.waiver]
        found = {each.posting.pk for each in unwaived if self.value() in {"none", each.finding.level}}
        serious = {each.posting.pk for each in unwaived if each.finding.level in SHOWN}
        return queryset.exclude(pk__in=serious) if self.value() == "none" else queryset.filter(pk__in=found)
