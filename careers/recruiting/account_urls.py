"""allauth's pages, without those for people who make and manage accounts for themselves."""

from django.http import Http404
from django.urls import include, path

from careers.recruiting.choosing_mail import MailChoiceView
from careers.recruiting.joining import InvitationView
from careers.recruiting.second_factor import ActivationView

# allauth needs their names to build links, so they stay behind this view instead of going away.
NOT_HERE = ("signup/", "email/", "confirm-email/", "confirm-email/<path:key>", "login/code/confirm/", "password/set/")


def not_here(request, **address):
    raise Http404


urlpatterns = [
    *[path(address, not_here) for address in NOT_HERE],
    path("invitation/", InvitationView.as_view(), name="invitation"),
    path("notices/", MailChoiceView.as_view(), name="notices"),
    path("2fa/totp/activate/", ActivationView.as_view(), name="mfa_activate_totp"),
    path("", include("allauth.urls")),
]
