from django.urls import path

from . import choosing, views

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("eligibility/", views.EligibilityView.as_view(), name="eligibility"),
    path("comparison/", choosing.ComparisonView.as_view(), name="comparison"),
    path("shortlist/", choosing.ShortlistView.as_view(), name="shortlist"),
    path("postings/", views.PostingListView.as_view(), name="posting_list"),
    path("prefetch.json", views.PrefetchView.as_view(), name="prefetch"),
]
