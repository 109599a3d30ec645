"""Setting one fact of many postings: choose it, see what each would say, then do it as it was shown."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView

from careers.postings.models import Posting
from careers.postings.phrases import counted, sentence
from careers.recruiting import facts

from .chosen import chosen, to_page
from .waivers import DeskPage

LIST = "admin:postings_posting_changelist"


def choices():
    return [(name, sentence(str(Posting._meta.get_field(name).verbose_name))) for name in facts.FACTS]


class FactForm(forms.Form):
    fact = forms.ChoiceField(choices=choices)


class FactView(DeskPage, FormView):
    """GET asks for the fact and then for its value; POST shows what would happen and, once shown, does it."""

    template_name = "admin/postings/posting/set_fact.html"
    title = "Set a fact for many postings"
    outcomes = None

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm("postings.change_posting"):
            raise PermissionDenied
        if not self.postings:
            return HttpResponseRedirect(reverse(LIST))
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def postings(self):
        rows = list(chosen(self.request).select_related("team", "location"))
        mine = [row for row in rows if self.desk.has_change_permission(self.request, row)]
        if len(mine) < len(rows):
            messages.warning(self.request, "Left out: what students see is a publisher’s to change here.")
        return mine

    @cached_property
    def fact(self):
        name = self.request.GET.get("fact")
        return name if name in facts.FACTS else None

    def get_form(self, form_class=None):
        """Take the field of the posting's own form, so that it asks and refuses in the same words."""
        if not self.fact:
            return FactForm()
        whole = self.desk.get_form(self.request, None, change=False, fields=[self.fact])
        form = whole(self.request.POST if self.request.method == "POST" else None)
        form.fields = {self.fact: form.fields[self.fact]}
        return form

    def get_context_data(self, **kwargs):
        context = {"fact": self.fact, "label": dict(choices()).get(self.fact), "postings": self.postings}
        if self.outcomes is not None:
            context["going"] = [each for each in self.outcomes if each.goes]
            context["staying"] = [each for each in self.outcomes if not each.goes]
            context["shown"] = facts.fingerprint(self.fact, self.outcomes)
        return super().get_context_data(**context, **kwargs)

    def form_valid(self, form):
        if not self.fact:
            return self.render_to_response(self.get_context_data())
        value = form.cleaned_data[self.fact]
        self.outcomes = facts.foresee(self.postings, self.fact, value)
        shown = self.request.POST.get("shown")
        if shown != facts.fingerprint(self.fact, self.outcomes):
            return self.render_to_response(self.get_context_data(form=form, changed=bool(shown)))
        return self.write(value)

    def write(self, value):
        try:
            going = facts.write(self.outcomes, self.fact, value, self.request.user)
        except ValidationError:
            messages.error(self.request, "Nothing was changed: somebody else has just edited one of them. Look again.")
            return HttpResponseRedirect(self.request.get_full_path())
        messages.success(self.request, f"{dict(choices())[self.fact]}: set for {counted(len(going), 'posting')}.")
        return HttpResponseRedirect(reverse(LIST))


def action(desk, request, queryset):
    return to_page(request, queryset, "admin:postings_posting_set_fact")


ACTION = (action, "set_fact", "Set a fact for many postings")
