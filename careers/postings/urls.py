from django.urls import path

from . import views

urlpatterns = [
    path("favicon.ico", views.FaviconView.as_view(), name="favicon"),
    path("postings/<slug:slug>/", views.PostingDetailView.as_view(), name="posting_detail"),
    path("teams/", views.TeamListView.as_view(), name="team_list"),
    path("teams/<slug:slug>/", views.TeamDetailView.as_view(), name="team_detail"),
    path("pictures/<slug:digest>-<int:width>.webp", views.PictureView.as_view(), name="picture"),
    path("benefits/", views.BenefitListView.as_view(), name="benefit_list"),
    path("glossary/", views.GlossaryView.as_view(), name="glossary"),
    path("about/", views.AboutView.as_view(), name="about"),
    path("privacy/", views.PrivacyView.as_view(), name="privacy"),
]
