"""Everybody's own page: "What I want mail about"."""

from django import forms
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponseRedirect
from django.views.generic import FormView

from . import emails
from .models import NoticeChoice
from .models.notices import Kind


class MailForm(forms.Form):
    wanted = forms.MultipleChoiceField(
        label="Write to me when", choices=Kind.choices, required=False, widget=forms.CheckboxSelectMultiple
    )


class MailChoiceView(LoginRequiredMixin, FormView):
    template_name = "recruiting/notices.html"
    form_class = MailForm

    def get_initial(self):
        choice = NoticeChoice.objects.filter(person=self.request.user).first()
        return {"wanted": [kind for kind in Kind.values if not choice or kind not in (choice.unwanted or ())]}

    def get_context_data(self, **kwargs):
        return super().get_context_data(mail_is_set_up=emails.is_set_up(), **kwargs)

    def form_valid(self, form):
        unwanted = [kind for kind in Kind.values if kind not in form.cleaned_data["wanted"]]
        NoticeChoice.objects.update_or_create(person=self.request.user, defaults={"unwanted": unwanted})
        messages.success(self.request, "Saved.")
        return HttpResponseRedirect(self.request.path)
