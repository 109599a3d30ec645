from django.urls import path

from . import views

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("postings/", views.PostingListView.as_view(), name="posting_list"),
]
