"""A posting as a student would see it, at any state, behind a signed link; and what its reader says to it."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, render
from reversion.models import Revision, Version

from careers.lib.origin import is_from_our_pages
from careers.postings.models import Posting
from careers.postings.views import PostingDetailView

from . import notices
from .models import PreviewAnswer, PreviewLink
from .models.previews import Verdict
from .notices import ThenSend


class AnswerForm(forms.Form):
    verdict = forms.ChoiceField(
        label="What do you say to it?",
        choices=Verdict.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one of the two."},
    )
    note = forms.CharField(
        label="Note",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="The people who write this posting read it.",
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, link, **kwargs):
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.link = link

    def clean_note(self):
        note = self.cleaned_data["note"]
        if self.cleaned_data.get("verdict") == Verdict.CHANGE and not note.strip():
            raise ValidationError("Say what to change.", code="required")
        return note

    def clean(self):
        if self.link.answers.count() >= PreviewAnswer.MOST:
            raise ValidationError("This preview has been answered often enough: write a mail instead.", code="most")
        return self.cleaned_data

    def save(self):
        said = self.cleaned_data
        seen = said["seen"] and edits(self.link.posting_id).filter(revision=said["seen"]).first()
        facts = {"verdict": said["verdict"], "note": said["note"]}
        seen_id = seen.revision_id if seen else None
        notices.of_answer(PreviewAnswer.objects.create(link=self.link, seen_id=seen_id, **facts))


class PreviewView(PostingDetailView):
    """The posting's own page under a banner; a link that is revoked, old or forged answers 410 and names nothing."""

    form = None

    def dispatch(self, request, token):
        self.link = PreviewLink.objects.by_token(token, self.on)
        response = super().dispatch(request, token) if self.link else over(request)
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return response

    def get(self, request, token):
        self.object = self.get_object()
        return self.render_to_response(self.get_context_data())

    def visible(self):
        return Posting.objects.all()

    def get_object(self, queryset=None):
        return get_object_or_404(self.get_queryset(), pk=self.link.posting_id)

    def get_context_data(self, **kwargs):
        last = newest_edit(self.link.posting_id)
        form = self.form or AnswerForm(link=self.link, initial={"seen": last and last.pk}, use_required_attribute=False)
        page = {"is_preview": True, "link": self.link, "form": form, "answered": "answered" in self.request.GET}
        return super().get_context_data(**page, **kwargs)

    def render_to_response(self, context):
        return render(self.request, "recruiting/preview.html", context)


class PreviewAnswerView(PreviewView):
    """POST keeps an answer. It carries no token of a session: there is none; so it has to come from our own page."""

    http_method_names = ("post",)

    def post(self, request, token):
        if not is_from_our_pages(request):
            raise PermissionDenied
        self.form = AnswerForm(request.POST, link=self.link, use_required_attribute=False)
        if not self.form.is_valid():
            return self.get(request, token)
        self.form.save()
        return ThenSend(f"{self.link.get_absolute_url()}?answered#answer")


def over(request):
    return render(request, "recruiting/preview_over.html", status=410)


def edits(pk):
    """Return the versions of a posting that edits made, not steps of its life."""
    return Version.objects.get_for_model(Posting).filter(object_id=str(pk), revision__step_taken=None)


def newest_edit(pk):
    return Revision.objects.filter(pk__in=edits(pk).values("revision")).order_by("-pk").first()
