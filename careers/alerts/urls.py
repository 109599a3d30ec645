from django.urls import path

from . import managing, views

urlpatterns = [
    path("", views.SignUpPage.as_view(), name="alerts"),
    path("sign-ups/", views.SignUpCreation.as_view(), name="alerts_sign_ups"),
    path("inbox/", views.InboxView.as_view(), name="alerts_inbox"),
    path("link/", views.LinkView.as_view(), name="alerts_link"),
    path("confirmation/", managing.ConfirmationView.as_view(), name="alerts_confirmation"),
    path("ending/", managing.EndingView.as_view(), name="alerts_ending"),
    path("management/", managing.ManagementView.as_view(), name="alerts_management"),
    path("management/changes/", managing.ChangeView.as_view(), name="alerts_changes"),
    path("management/export/", managing.ExportView.as_view(), name="alerts_export"),
    path("management/erasure/", managing.ErasureView.as_view(), name="alerts_erasure"),
]
