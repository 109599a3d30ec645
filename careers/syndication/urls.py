from django.urls import path

from . import views

urlpatterns = [
    path("postings.json", views.PostingListJson.as_view(), name="posting_list_json"),
    path("postings/<slug:slug>.json", views.PostingDetailJson.as_view(), name="posting_detail_json"),
]
