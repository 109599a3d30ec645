from django.contrib import admin
from django.urls import include, path

# What narrows the list, in any order; and all the parameters the list reads.
ANY_ORDER = {"employment", "field", "intake", "level", "location", "mode", "skill", "team"}
LIST = frozenset({*ANY_ORDER, "page", "q", "sort"})
NOTHING = frozenset()
# The pages any cache may keep, by URL name, each with the parameters it reads; what else an address says is dropped.
PUBLIC_PAGES = {
    "home": NOTHING,
    "posting_list": LIST,
    "prefetch": NOTHING,
    "posting_detail": NOTHING,
    "eligibility": NOTHING,
    "comparison": frozenset({"posting"}),
    "shortlist": frozenset({"posting"}),
    "team_list": NOTHING,
    "team_detail": NOTHING,
    "benefit_list": NOTHING,
    "glossary": NOTHING,
    "about": NOTHING,
    "privacy": NOTHING,
    "favicon": NOTHING,
    "posting_list_json": LIST,
    "posting_detail_json": NOTHING,
    "posting_detail_calendar": NOTHING,
    "posting_list_atom": LIST,
    "posting_list_feed": LIST,
    "posting_list_xml": LIST,
    "posting_list_calendar": LIST,
    "alerts": LIST | {"posting", "next_role", "next_team"},
    "alerts_inbox": NOTHING,
    "posting_card": NOTHING,
    "site_card": NOTHING,
    "icon": NOTHING,
    "icon_maskable": NOTHING,
    "manifest": NOTHING,
    "robots": NOTHING,
    "security": NOTHING,
    "sitemap": frozenset({"page"}),
    "developers": NOTHING,
    "schema": NOTHING,
}
# Parameters that say something about the student: their answers are nobody's to keep.
APPLICANT_FACTS = {
    "studying", "field_of_study", "graduation", "enrolled_until", "available_from", "weeks", "days", "rights",
    "verdict",
}  # fmt: skip

handler400 = "careers.operation.views.bad_request"
handler500 = "careers.operation.views.server_error"

urlpatterns = [
    path("", include("careers.find.urls")),
    path("", include("careers.postings.urls")),
    path("", include("careers.syndication.urls")),
    path("alerts/", include("careers.alerts.urls")),
    path("", include("careers.operation.urls")),
    path("", include("careers.counters.urls")),
    path("", include("careers.recruiting.urls")),
    path("accounts/", include("careers.recruiting.account_urls")),
    path("admin/", admin.site.urls),
]
