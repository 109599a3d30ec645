"""Two people, one record: the second save is refused, with both versions in the form and nobody's typing lost."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime

from django.contrib.admin.utils import unquote
from django.core import signing
from django.utils import timezone
from reversion.models import Version

from careers.recruiting.desk_form import DeskForm
from careers.recruiting.merging import digests, merge, take
from careers.recruiting.sheet import Sheet, sent_back
from careers.recruiting.wordwise import runs, shortened

from .autocomplete import is_key

SALT = "careers.recruiting.opened"
MOST_TOLD = 5
CLASH = "This has been saved since you opened it. Nothing you typed is lost: see above."


@dataclass(frozen=True)
class Row:
    """A difference in words: `parts` lead from mine to theirs."""

    key: str
    label: str
    mine: str
    theirs: str
    parts: list


class Together:
    """The form carries what it was opened at; a save that does not know of another one is refused."""

    form = DeskForm
    change_form_template = "admin/recruiting/change_form.html"

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "POST" and object_id and is_key(unquote(object_id)):
            self.settle(request, unquote(object_id))
        return super().changeform_view(request, object_id, form_url, extra_context)

    def settle(self, request, pk):
        """Let pass what was opened at the row as it is now; else put both people's edits into the data and refuse."""
        # Nobody else writes it until this transaction ends; on SQLite every transaction is alone anyway.
        row = self.model._default_manager.select_for_update(of=("self",)).filter(pk=pk).first()
        if row is None or not self.has_change_permission(request, row):
            return
        sheet = self.sheet(request, row)
        now, opened = sheet.state(), read(request.POST.get("opened", ""))
        mine = sheet.typed(request.POST)
        if choices := request.POST.getlist("take"):
            mine = take(choices, mine, now)
            request.POST = sheet.sent(request.POST, mine)
        if not knows(opened, now, row):
            merged = merge(opened["rows"], mine, now)
            request.POST = sheet.sent(request.POST, merged.state)
            request.clash = clash_in_words(sheet, merged, since(row, opened["at"]), request.user)
            request.opened = written(now, row)

    def sheet(self, request, row):
        form = self.get_form(request, row, change=True)(instance=row)
        return Sheet(form, list(self.lists(request, row)))

    def lists(self, request, row):
        """Yield (unbound formset, title), with the prefixes the admin gives them."""
        counts = Counter()
        for formset, inline in self.get_formsets_with_inlines(request, row):
            prefix = formset.get_default_prefix()
            counts[prefix] += 1
            prefix = prefix if counts[prefix] == 1 else f"{prefix}-{counts[prefix]}"
            rows = inline.get_queryset(request)
            yield formset(instance=row, prefix=prefix, queryset=rows), inline.verbose_name_plural

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.refusal = CLASH if hasattr(request, "clash") else ""
        return form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context |= {"clash": getattr(request, "clash", None), "why": request.POST.get("why", "")}
        if change:
            context["opened"] = getattr(request, "opened", None) or request.POST.get("opened") or opening(context, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        if change and hasattr(obj, "take_turn"):
            obj.take_turn()
        super().save_model(request, obj, form, change)


def clash_in_words(sheet, merged, meanwhile, user):
    """Return what the form says about the two versions; one person with two tabs is told so."""
    contested = [sent_back(each, merged.state) for each in merged.contested]
    return {
        "meanwhile": meanwhile,
        "is_own": 0 < len(meanwhile) < MOST_TOLD and all(each.user_id == user.pk for each in meanwhile),
        "contested": [in_words(sheet, each) for each in contested],
        "taken": [in_words(sheet, each) for each in merged.taken],
    }


def in_words(sheet, difference):
    mine, theirs = (sheet.words(difference, each) for each in (difference.mine, difference.theirs))
    return Row(difference.key, sheet.label(difference), mine, theirs, shortened(runs(mine, theirs)))


def opening(context, row):
    """Return what a form that is shown for the first time carries."""
    lists = [(each.formset, "") for each in context["inline_admin_formsets"]]
    return written(Sheet(context["adminform"].form, lists).state(), row)


def written(state, row):
    opened = {"rows": digests(state), "version": version_of(row), "at": timezone.now().timestamp()}
    return signing.dumps(opened, salt=SALT, compress=True)


def read(text):
    """Return what `written` was given; a form that does not say when it was opened knows nothing."""
    try:
        return signing.loads(text, salt=SALT)
    except signing.BadSignature:
        return {"rows": {}, "version": None, "at": timezone.now().timestamp()}


def knows(opened, now, row):
    return opened["version"] == version_of(row) and opened["rows"] == digests(now)


def version_of(row):
    return getattr(row, "version", 0)


def since(row, moment):
    """Return the latest revisions that were made after the form was opened, newest first."""
    versions = Version.objects.get_for_object(row).select_related("revision__user")
    later = versions.filter(revision__date_created__gt=datetime.fromtimestamp(moment, tz=UTC))
    return [version.revision for version in later[:MOST_TOLD]]
