from django.urls import path

from . import calendar, feeds, views

urlpatterns = [
    path("postings.json", views.PostingListJson.as_view(), name="posting_list_json"),
    path("postings.atom", feeds.AtomView.as_view(), name="posting_list_atom"),
    path("postings.feed.json", feeds.JsonFeedView.as_view(), name="posting_list_feed"),
    path("postings.xml", feeds.AggregatorView.as_view(), name="posting_list_xml"),
    path("postings.ics", calendar.CalendarView.as_view(), name="posting_list_calendar"),
    path("postings/<slug:slug>.json", views.PostingDetailJson.as_view(), name="posting_detail_json"),
]
