"""Before shared wording is saved: what changes, word by word, on which postings, and one of them as it would be."""

from copy import copy

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST

from careers.lib.revisions import recorded
from careers.postings.models import Posting
from careers.postings.views import PostingDetailView
from careers.recruiting.impact import of_edit
from careers.recruiting.versions import Kept, Whole, differences

NOT_SAVED = "Nothing is saved yet. Go on editing, then save."
# What the buttons of these pages send; a form that is sent once more sends them anew.
BUTTONS = {"csrfmiddlewaretoken", "_confirmed", "_look", "_edit", "look_at"}


class Instead(Exception):  # noqa: N818 an answer, not a fault
    """Undo what this request has saved and answer with this; raised through the revision, so that none is kept."""

    def __init__(self, response):
        super().__init__()
        self.response = response


class WithImpact:
    """Asks before an edit that shows on pages is saved; `_look` shows one of them, `_confirmed` saves."""

    def add_view(self, request, form_url="", extra_context=None):
        try:
            return super().add_view(request, form_url, extra_context)
        except Instead as other:
            return other.response

    def change_view(self, request, object_id, form_url="", extra_context=None):
        try:
            return super().change_view(request, object_id, form_url, extra_context)
        except Instead as other:
            return other.response

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.refusal = form.refusal or (NOT_SAVED if "_edit" in request.POST else "")
        return form

    def save_model(self, request, obj, form, change):
        if not {"_confirmed", "_look"} & request.POST.keys():
            before = self.model.objects.get(pk=obj.pk) if change else None
            if impact := of_edit(before, obj, changed(before, obj, form)):
                raise Instead(self.ask(request, before, obj, impact))
        super().save_model(request, obj, form, change)

    def impact_of(self, before, after):
        return of_edit(before, after, [field.name for field in self.opts.local_fields])

    def ask(self, request, before, after, impact):
        found = differences(Whole.now(before, ()) if before else None, Whole(Kept(after, {}), [], ()))
        typed = [(name, values) for name, values in request.POST.lists() if name not in BUTTONS]
        return self.page(request, "impact", before, title="Before it is saved", found=found, impact=impact, typed=typed)

    def response_change(self, request, obj):
        self.show_if_asked(request)
        return super().response_change(request, obj)

    def response_add(self, request, obj, post_url_continue=None):
        self.show_if_asked(request)
        return super().response_add(request, obj, post_url_continue)

    def show_if_asked(self, request):
        """Answer with a posting as it stands with what has been saved, and undo the saving."""
        if "_look" in request.POST:
            number = request.POST.get("look_at", "")
            posting = Posting.objects.filter(pk=number).first() if number.isdecimal() and len(number) < 19 else None
            if posting is None:
                raise Http404
            raise Instead(as_read(request, posting))


def changed(before, after, form):
    """Return the fields whose values differ; a form says so too of lines that a browser ended otherwise."""
    return [name for name in form.changed_data if before is None or getattr(before, name) != getattr(after, name, None)]


class PostingAsRead(PostingDetailView):
    """The public page of any posting, drafts too, marked as a preview."""

    def get_queryset(self):
        return Posting.objects.with_team().select_related("next_posting")

    def get_template_names(self):
        return ["admin/recruiting/wording_preview.html"]


def as_read(request, posting):
    reading = copy(request)
    reading.method, reading.GET = "GET", type(request.GET)("")
    response = PostingAsRead.as_view()(reading, slug=posting.slug)
    response.status_code = 200
    return response.render()


class WithReview:
    """One button for "somebody has read it today and it is still right"."""

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.review_view))
        return [path("<path:object_id>/review/", view, name=self.name("review")), *super().get_urls()]

    def review_view(self, request, object_id):
        text = self.get_object(request, unquote(object_id))
        if not self.has_change_permission(request, text):
            raise PermissionDenied
        if text is None:
            raise Http404
        with recorded("Reviewed, still right", by=request.user):
            text.last_reviewed = timezone.localdate()
            text.save(update_fields=["last_reviewed"])
        messages.success(request, f"“{text}”: reviewed today, still right.")
        return HttpResponseRedirect(self.address("change", text.pk))
