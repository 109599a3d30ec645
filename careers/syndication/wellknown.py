"""Files that programs look for at fixed addresses."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.generic import View

from careers.postings.views import PublicPage
from careers.postings.wording import texts

from .addresses import absolute, address
from .pictures import ICONS
from .tokens import tokens

# RFC 9116: what is older than its date is not to be trusted. Ours is written anew each day.
TRUSTED = timedelta(days=90)
# Nobody has anything to look for there.
CLOSED = ("/admin/", "/accounts/", "/previews/")


class TextFile(PublicPage, View):
    def get(self, request):
        return HttpResponse("\n".join([*self.lines(), ""]), content_type="text/plain; charset=utf-8")


class RobotsView(TextFile):
    """RFC 9309. Pages that are not to be found say so themselves: what may not be read cannot be seen to say it."""

    def lines(self):
        return ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED), "", f"Sitemap: {address('sitemap')}"]


class SecurityView(TextFile):
    """RFC 9116; 404 while nobody is known to write to."""

    def lines(self):
        contact = settings.SECURITY_CONTACT or mail(texts()[0].contact_email)
        if not contact:
            raise Http404
        expires = (self.on + TRUSTED).strftime("%Y-%m-%dT00:00:00Z")
        return [f"Contact: {contact}", f"Expires: {expires}", "Preferred-Languages: en", f"Canonical: {self.here}"]

    @property
    def here(self):
        return absolute(self.request.path)


class ManifestView(PublicPage, View):
    def get(self, request):
        organisation, colours = texts()[0], tokens()
        icons = [picture(reverse("icon", args=[size]), size, "any") for size in ICONS]
        answer = {
            "name": organisation.site_name,
            "description": organisation.headline,
            "start_url": reverse("home"),
            "display": "minimal-ui",
            "background_color": colours["paper"],
            "theme_color": colours["paper"],
            "icons": [*icons, picture(reverse("icon_maskable"), 512, "maskable")],
        }
        known = {name: value for name, value in answer.items() if value}
        return JsonResponse(known, content_type="application/manifest+json")


def picture(address, size, purpose):
    return {"src": address, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}


def mail(address):
    return f"mailto:{address}" if address else ""
