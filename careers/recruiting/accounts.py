"""Who may sign in: nobody makes an account for themselves, and mail links to the configured address only."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.urls import reverse


class ClosedSignupAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False

    def get_reset_password_from_key_url(self, key):
        """Build the link from SITE_URL: a forged Host header must not lead the reader of the mail elsewhere."""
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
        return settings.SITE_URL + path.replace("UID-KEY", key)
