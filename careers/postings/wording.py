"""The shared wording, fetched once a page and only if the page prints some."""

from django.utils import timezone
from django.utils.functional import cached_property

from careers.postings.models import Boilerplate, Organisation


class Wording:
    @cached_property
    def organisation(self):
        """Return the one row, or an unsaved one without words on a site that has no content yet."""
        return Organisation.objects.first() or Organisation(name="", site_name="Careers")

    @cached_property
    def _texts(self):
        return list(Boilerplate.objects.all())

    def at(self, place, country=None):
        """Return {key: text} of what stands at `place`, for a posting in `country`."""
        return {text.key: text for text in self._texts if text.shows(place, country)}

    @property
    def footer(self):
        return self.at("footer")

    @property
    def copyright_year(self):
        return timezone.localdate().year


def wording(request):
    """Context processor: `wording` in every template; no query before it is used."""
    if not hasattr(request, "wording"):
        request.wording = Wording()
    return {"wording": request.wording}
