"""The shared wording, the same for every page of an edition."""

from django.utils import timezone
from django.utils.functional import cached_property

from careers.postings.derived import Derived, edition
from careers.postings.models import Boilerplate, Organisation


@Derived
def texts():
    """Return the organisation, an unsaved one without words on a site that has no content yet, and all boilerplate."""
    return Organisation.objects.first() or Organisation(name="", site_name="Careers"), list(Boilerplate.objects.all())


class Wording:
    """What templates say `wording` to, one for each page; nothing is fetched before it is used."""

    @cached_property
    def organisation(self):
        return texts()[0]

    def at(self, place, country=None):
        """Return {key: text} of what stands at `place`, for a posting in `country`."""
        return {text.key: text for text in texts()[1] if text.shows(place, country)}

    @cached_property
    def footer(self):
        return self.at("footer")

    @property
    def copyright_year(self):
        return timezone.localdate().year

    @cached_property
    def state(self):
        """Return what a part of a page without answers depends on beside its rows: the edition and the quarter hour."""
        now = timezone.now()
        return f"{edition()}-{now:%Y%m%d%H}-{now.minute // 15}"


def wording(request):
    """Context processor."""
    return {"wording": Wording()}
