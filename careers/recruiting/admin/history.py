"""The history of a record: who, when and why; what differs between two versions; going back to one of them."""

import reversion
from django.contrib import messages
from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from reversion.errors import RevertError
from reversion.models import Version

from careers.lib.revisions import recorded
from careers.postings.phrases import moment
from careers.recruiting.versions import Whole, differences

LONGEST_REASON = 500
MOST_DELETED = 200


class WithHistory:
    """`history_lists` names the relations whose rows belong to the record."""

    history_lists = ()
    recover_list_template = "admin/recruiting/recover_list.html"

    def get_urls(self):
        view = self.admin_site.admin_view(self.differences_view)
        return [path("<path:object_id>/history/differences/", view, name=self.name("differences")), *super().get_urls()]

    def name(self, page):
        return f"{self.opts.app_label}_{self.opts.model_name}_{page}"

    def address(self, page, *args):
        return reverse(f"admin:{self.name(page)}", args=args)

    def log_change(self, request, obj, message):
        """Keep why, where somebody said so, with what changed."""
        entry = super().log_change(request, obj, message)
        if reason(request):
            reversion.set_comment(with_reason(entry.get_change_message(), request))
        return entry

    def recoverlist_view(self, request, extra_context=None):
        deleted = Version.objects.get_deleted(self.model).select_related("revision__user").order_by("-pk")
        return super().recoverlist_view(request, {"deleted": deleted[:MOST_DELETED], **(extra_context or {})})

    def history_view(self, request, object_id, extra_context=None):
        row = self.seen(request, object_id)
        pages = Paginator(self.versions_of(row.pk).select_related("revision__user"), 50)
        page = pages.get_page(request.GET.get("p"))
        return self.page(request, "history", row, title="History", versions=page, pages=pages)

    def differences_view(self, request, object_id):
        row = self.seen(request, object_id)
        before, after = (self.one(row, request.GET.get(name, "")) for name in ("before", "after"))
        found = differences(self.whole(before, row), self.whole(after, row))
        return self.page(request, "differences", row, title="Differences", found=found, before=before, after=after)

    def revision_view(self, request, object_id, version_id, extra_context=None):
        """GET shows what going back would change, POST goes back."""
        row = self.seen(request, object_id)
        version = self.one(row, version_id)
        if request.method == "POST":
            return self.go_back(request, row, version)
        whole = self.whole(version, row)
        page = {"found": differences(self.whole(None, row), whole), "impact": self.impact_of(row, whole.record.row)}
        page |= {"may": self.has_change_permission(request, row), "latest": self.latest(row), "version": version}
        return self.page(request, "version", row, title="Version", **page)

    def go_back(self, request, row, version):
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        address = self.address("revision", quote(row.pk), version.pk)
        if request.POST.get("latest") != self.latest(row):
            messages.error(request, "Somebody has changed it meanwhile. Look at the differences again.")
            return HttpResponseRedirect(address)
        why = f"Went back to the version of {when(version)}"
        return self.undo(request, row, version, why, address)

    def undo(self, request, row, version, why, address):
        try:
            with recorded(with_reason(why, request), by=request.user):
                self.put_back(row, lambda: self.whole(version, row).put_back(**self.stays(request, row)))
                reversion.add_to_revision(self.model._default_manager.get(pk=row.pk))
        except (ValidationError, RevertError) as refusal:
            messages.error(request, f"It stays as it is. {said(refusal)}")
            return HttpResponseRedirect(address)
        messages.success(request, f"{why}.")
        return HttpResponseRedirect(self.address("change", quote(row.pk)))

    def recover_view(self, request, version_id, extra_context=None):
        """GET shows what was deleted, POST brings it back."""
        if not (self.has_add_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied
        version = get_object_or_404(Version.objects.get_deleted(self.model), pk=version_id)
        whole = self.whole(version, None)
        if request.method == "POST":
            return self.restore(request, version, whole)
        found = differences(None, whole)
        return self.page(request, "restore", None, title=f"Restore “{whole.record.row}”", found=found, version=version)

    def restore(self, request, version, whole):
        row = whole.record.row
        try:
            with recorded(with_reason("Restored what was deleted", request), by=request.user):
                whole.put_back(**self.restored(row))
                reversion.add_to_revision(self.model._default_manager.get(pk=row.pk))
        except (ValidationError, RevertError) as refusal:
            messages.error(request, f"It cannot come back as it was. {said(refusal)}")
            return HttpResponseRedirect(self.address("recover", version.pk))
        messages.success(request, f"“{row}” is back.")
        return HttpResponseRedirect(self.address("change", quote(row.pk)))

    def impact_of(self, before, after):
        """Hook: return the Impact of going back where other records' pages change too."""
        return None

    def put_back(self, row, write):
        """Hook: see to what must hold afterwards; raise ValidationError to undo it."""
        write()

    def stays(self, request, row):
        """Return what going back leaves as it is: what this person could not edit on the form either."""
        fields = {field.name for field in self.opts.local_fields}
        return {name: getattr(row, name) for name in self.get_readonly_fields(request, row) if name in fields}

    def restored(self, row):
        """Return what is different about a row that was deleted and comes back."""
        return {}

    def seen(self, request, object_id):
        row = self.get_object(request, unquote(object_id))
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        if row is None:
            raise Http404
        return row

    def versions_of(self, pk):
        return Version.objects.get_for_object_reference(self.model, pk)

    def one(self, row, number):
        """Return the version of that number, None for "now"."""
        if number == "now":
            return None
        if not str(number).isdecimal() or len(str(number)) > 18:
            raise Http404
        return get_object_or_404(self.versions_of(row.pk).select_related("revision__user"), pk=number)

    def whole(self, version, row):
        return Whole.out_of(version, self.history_lists) if version else Whole.now(row, self.history_lists)

    def latest(self, row):
        """Return what changes whenever somebody saves the row or takes a step."""
        newest = self.versions_of(row.pk).first()
        return f"{newest.pk if newest else 0}-{getattr(row, 'version', 0)}"

    def page(self, request, template, row, **context):
        page = {**self.admin_site.each_context(request), "opts": self.opts, "original": row, "subtitle": str(row or "")}
        return TemplateResponse(request, f"admin/recruiting/{template}.html", {**page, **context})


def with_reason(what, request):
    return f"{what.removesuffix('.')}. {reason(request)}" if reason(request) else what


def reason(request):
    return request.POST.get("why", "").strip()[:LONGEST_REASON]


def when(version):
    return moment(version.revision.date_created, timezone.get_default_timezone())


def said(refusal):
    return " ".join(getattr(refusal, "messages", [str(refusal)]))
