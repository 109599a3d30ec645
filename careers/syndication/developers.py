"""The documentation for programs, with examples of what is open now, and the schemas it speaks of."""

from pathlib import Path

from django.http import Http404, HttpResponse
from django.views.generic import TemplateView, View

from careers.find.applicant_form import RIGHTS, STUDYING
from careers.find.facets import FACETS
from careers.find.filters import SORTS, PostingFilterSet
from careers.find.verdicts import VERDICTS
from careers.postings.views import PublicPage

from .addresses import absolute, address
from .calendar import MOST
from .programs import ForPrograms

FOLDER = Path(__file__).parent / "schema"
TYPES = {".json": "application/schema+json; charset=utf-8", ".xsd": "application/xml; charset=utf-8"}
SCHEMAS = {path.name: path for path in sorted(FOLDER.iterdir()) if path.suffix in TYPES}
# As many values of a parameter as a reader needs to see what they look like.
SHOWN = 6
MONTH = "a month, such as 2026-11"
ANSWERS = {
    "studying": ("what they study", ", ".join(STUDYING)),
    "field_of_study": ("their field", "a value of field, or other"),
    "graduation": ("when their course ends", MONTH),
    "enrolled_until": ("when their enrolment ends, if not then", MONTH),
    "available_from": ("when they can start", MONTH),
    "weeks": ("for how many weeks", "1 to 260"),
    "days": ("how many days a week", "1 to 7"),
    "rights": ("their right to work", ", ".join(RIGHTS)),
    "verdict": ("keep only these answers; repeatable", ", ".join(VERDICTS)),
}


class DevelopersView(PublicPage, TemplateView):
    template_name = "syndication/developers.html"

    def get_context_data(self, **kwargs):
        offered = PostingFilterSet(on=self.on).offered()
        facets = [(facet.name, facet.label, list(offered[facet.name])[:SHOWN]) for facet in FACETS]
        posting = PostingFilterSet(on=self.on).qs.first()
        return super().get_context_data(
            facets=facets,
            answers=ANSWERS,
            sorts=SORTS,
            posting=posting,
            narrowed=next(({name: values[0]} for name, _, values in facets if values), {}),
            site=absolute(""),
            list_address=address("posting_list_json"),
            schemas=list(SCHEMAS),
            calendar_holds=MOST,
            **kwargs,
        )


class SchemaView(ForPrograms, View):
    def get(self, request, name):
        if name not in SCHEMAS:
            raise Http404
        path = SCHEMAS[name]
        return HttpResponse(path.read_bytes(), content_type=TYPES[path.suffix])
