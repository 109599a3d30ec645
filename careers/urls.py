from django.contrib import admin
from django.urls import include, path

# The pages any cache may keep, by URL name.
PUBLIC_PAGES = {
    "home", "posting_list", "posting_detail", "eligibility", "comparison", "shortlist", "team_list", "team_detail",
    "benefit_list", "glossary", "about", "privacy", "favicon", "posting_list_json", "posting_detail_json",
}  # fmt: skip
# Parameters that say something about the student: their answers are nobody's to keep.
APPLICANT_FACTS = {
    "studying", "field_of_study", "graduation", "enrolled_until", "available_from", "weeks", "days", "rights",
    "verdict",
}  # fmt: skip

urlpatterns = [
    path("", include("careers.find.urls")),
    path("", include("careers.postings.urls")),
    path("", include("careers.syndication.urls")),
    path("accounts/", include("careers.recruiting.account_urls")),
    path("admin/", admin.site.urls),
]
