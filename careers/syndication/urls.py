from django.urls import path

from . import calendar, developers, feeds, pictures, sitemap, views, wellknown

urlpatterns = [
    path("postings.json", views.PostingListJson.as_view(), name="posting_list_json"),
    path("postings.atom", feeds.AtomView.as_view(), name="posting_list_atom"),
    path("postings.feed.json", feeds.JsonFeedView.as_view(), name="posting_list_feed"),
    path("postings.xml", feeds.AggregatorView.as_view(), name="posting_list_xml"),
    path("postings.ics", calendar.CalendarView.as_view(), name="posting_list_calendar"),
    path("postings/<slug:slug>.ics", calendar.PostingCalendar.as_view(), name="posting_detail_calendar"),
    path("postings/<slug:slug>/card.png", pictures.PostingCard.as_view(), name="posting_card"),
    path("card.png", pictures.SiteCard.as_view(), name="site_card"),
    path("icon-<int:size>.png", pictures.Icon.as_view(), name="icon"),
    path("icon-maskable.png", pictures.MaskableIcon.as_view(), name="icon_maskable"),
    path("site.webmanifest", wellknown.ManifestView.as_view(), name="manifest"),
    path("robots.txt", wellknown.RobotsView.as_view(), name="robots"),
    path(".well-known/security.txt", wellknown.SecurityView.as_view(), name="security"),
    path("sitemap.xml", sitemap.SitemapView.as_view(), name="sitemap"),
    path("developers/", developers.DevelopersView.as_view(), name="developers"),
    path("schemas/<str:name>", developers.SchemaView.as_view(), name="schema"),
    path("postings/<slug:slug>.json", views.PostingDetailJson.as_view(), name="posting_detail_json"),
]
