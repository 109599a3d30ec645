"""The page behind an invitation: choose a name and a password."""

from django.contrib import messages
from django.contrib.auth.forms import UserCreationForm
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView

from .models import Invitation


class JoiningForm(UserCreationForm):
    class Meta:
        model = User
        fields = ("username", "first_name", "last_name")

    def __init__(self, *args, email, **kwargs):
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.fields["username"].label = "User name"
        self.fields["username"].help_text = "Letters, digits and . + - _ only."
        self.instance.email = email

    def clean_username(self):
        """Refuse what looks like an address: people also sign in with theirs, and it must be nobody else's name."""
        name = super().clean_username()
        if "@" in (name or ""):
            raise ValidationError("Choose a name without @: you can sign in with your address anyway.", code="address")
        return name


@method_decorator(sensitive_post_parameters("password1", "password2"), name="dispatch")
class InvitationView(FormView):
    """GET shows the form while the link is good, POST makes the account; a link that is used up answers 410."""

    template_name = "recruiting/invitation.html"
    form_class = JoiningForm

    def dispatch(self, request, *args, **kwargs):
        if self.invitation is None:
            return render(request, "recruiting/invitation_over.html", status=410)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def invitation(self):
        return Invitation.objects.by_token(self.request.GET.get("token", ""))

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "email": self.invitation.email}

    def form_valid(self, form):
        try:
            self.invitation.accept(form.save(commit=False))
        except ValidationError:
            return render(self.request, "recruiting/invitation_over.html", status=410)
        messages.success(self.request, "Your account is ready: sign in.")
        return HttpResponseRedirect(reverse("account_login"))
