"""Who may sign in: nobody makes an account for themselves, and mail links to the configured address only."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse

from careers.recruiting import journal


class ClosedSignupAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False

    def pre_authenticate(self, request, **credentials):
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            journal.throttled(credentials)
            raise

    def get_reset_password_from_key_url(self, key):
        """Build the link from SITE_URL: a forged Host header must not lead the reader of the mail elsewhere."""
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
        return settings.SITE_URL + path.replace("UID-KEY", key)


class SignInForm(LoginForm):
    """Labels instead of placeholders, which vanish as soon as somebody types."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.fields["login"].label = "User name or e-mail address"
        self.fields["login"].widget.attrs["autocomplete"] = "username"
        self.fields["password"].help_text = ""
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
