"""Setting up a second factor, and knowing whether this session has shown one."""

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.utils import is_mfa_enabled
from csp.decorators import csp_update
from django.utils.decorators import method_decorator

FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def was_shown(request):
    """Return whether this very session has passed a second factor or a passkey.

    Having one is not enough: a thief's session, older than the factor, would walk in with it.
    """
    return any(record["method"] == "mfa" for record in get_authentication_records(request, request.user))


def url_to_show_one(user):
    """Return the URL name of the page where `user` sets up a factor or shows the one there is."""
    if is_mfa_enabled(user, [Authenticator.Type.TOTP]):
        return "mfa_reauthenticate"
    return "mfa_reauthenticate_webauthn" if is_mfa_enabled(user, FACTORS) else "mfa_index"


@method_decorator(csp_update({"img-src": ["data:"]}), name="dispatch")
class ActivationView(ActivateTOTPView):
    """Its QR code is a data: image, the only one of the site."""

    def form_valid(self, form):
        response = super().form_valid(form)
        record_authentication(self.request, self.request.user, method="mfa", type=Authenticator.Type.TOTP)
        return response
