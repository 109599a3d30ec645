from django.urls import path

from . import views

urlpatterns = [
    path("postings/<slug:slug>/views/", views.PostingCount.as_view(), name="posting_count"),
    path("searches/", views.SearchCount.as_view(), name="search_count"),
]
