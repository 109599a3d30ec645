from django.http import HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import View

from careers.find.applicant_form import ApplicantForm
from careers.find.views import PostingListView
from careers.postings.choices import ClosedReason
from careers.postings.models import OldSlug, Posting

from .addresses import absolute
from .parts import parts_of
from .programs import JsonPage
from .record import eligibility, ended, record, withdrawn


class Documents(JsonPage):
    def documents(self, postings, applicant):
        """Return the record of each posting, with the answer to the applicant where they said something."""
        parts = parts_of([posting.pk for posting in postings])
        found = [(posting, parts[posting.pk]) for posting in postings]
        if not applicant:
            return [record(*each, self.on) for each in found]
        return [{**record(*each, self.on), "eligibility": eligibility(*each, applicant, self.on)} for each in found]


class PostingListJson(Documents, PostingListView):
    """The list, page by page, as PostingListView has it."""

    def get(self, request):
        self.filterset = self.get_filterset(self.filterset_class)
        paginator, page, postings, _ = self.paginate_queryset(with_next(self.rows()), self.paginate_by)
        # Without what the cards of the page fetch ahead: parts_of reads it with the rest.
        rows = postings.prefetch_related(None).prefetch_related("changes")
        answer = {
            "count": paginator.count,
            "next": self.address_of_page(page.next_page_number()) if page.has_next() else None,
            "messages": messages(self.filterset.form),
            "postings": self.documents(rows, self.filterset.applicant),
        }
        return JsonResponse(answer)

    def address_of_page(self, number):
        query = self.request.GET.copy()
        query["page"] = number
        return absolute(f"{reverse('posting_list_json')}?{query.urlencode()}")


class PostingDetailJson(Documents, View):
    """One posting; 410 once it has closed, then without answers to anybody."""

    def get(self, request, slug):
        public = with_next(Posting.objects.once_public(self.on).with_team())
        posting = public.filter(slug=slug).first()
        if posting is None:
            return self.moved(slug)
        if posting.is_open(self.on):
            return JsonResponse(self.answered(posting))
        return JsonResponse(self.closed(posting), status=410)

    def answered(self, posting):
        form = ApplicantForm(self.request.GET)
        form.full_clean()
        return {**self.documents([posting], form.applicant)[0], "messages": messages(form)}

    def closed(self, posting):
        if posting.closed_reason == ClosedReason.WITHDRAWN:
            return withdrawn(posting)
        return {**self.documents([posting], None)[0], **ended(posting)}

    def moved(self, slug):
        """Lead from an address the posting had to the one it has, with the answers; raise 404 for any other."""
        old = get_object_or_404(OldSlug, slug=slug, posting__in=Posting.objects.once_public(self.on))
        query = self.request.GET.urlencode()
        path = reverse("posting_detail_json", kwargs={"slug": old.posting.slug})
        return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)


def with_next(postings):
    return postings.select_related("next_posting").defer("next_posting__source_text").with_updates()


def messages(form):
    """Return {parameter: [what to know about it]} of what was unknown or malformed."""
    return {name: list(errors) for name, errors in form.errors.items()}
