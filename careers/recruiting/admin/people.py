"""People and what they may do: the business of superusers alone."""

from allauth.account.admin import EmailAddress
from allauth.mfa.admin import Authenticator
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Exists, OuterRef
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.views.generic import View

from careers.recruiting import people
from careers.recruiting.models.journal import JournalEntry, What
from careers.recruiting.second_factor import FACTORS

from .narrowing import Narrowed

# Roles come from a migration, addresses from accounts, factors from their owners: none is edited row by row.
for model in (User, Group, EmailAddress, Authenticator):
    admin.site.unregister(model)

ACTS = {
    "deactivation": (people.deactivate, "can no longer sign in"),
    "reactivation": (people.reactivate, "can sign in again"),
    "factor-reset": (people.reset_factor, "sets up a new second factor at the next sign-in"),
}


class ForSuperusers(Narrowed):
    """No permission that a role might be given opens it: whoever may edit accounts could make themselves anything."""

    def has_module_permission(self, request):
        return request.user.is_active and request.user.is_superuser

    def has_view_permission(self, request, obj=None):
        return self.has_module_permission(request)

    has_change_permission = has_view_permission

    def has_add_permission(self, request):
        return self.has_module_permission(request)

    def has_delete_permission(self, request, obj=None):
        return False


class PersonForm(UserChangeForm):
    class Meta(UserChangeForm.Meta):
        labels = {"groups": "Roles", "is_superuser": "Superuser"}
        help_texts = {
            "username": "Letters, digits and @ . + - _",
            "groups": "A recruiter writes postings and shared wording, a publisher reviews and publishes. May be both.",
            "is_superuser": "Looks after people and everything else.",
        }
        widgets = {"groups": forms.CheckboxSelectMultiple}

    def clean_is_superuser(self):
        if people.is_last_superuser(self.instance) and not self.cleaned_data["is_superuser"]:
            raise ValidationError("Somebody has to look after people: make another superuser first.", code="last")
        return self.cleaned_data["is_superuser"]


class ActView(View):
    """POST does to an account what its address says."""

    http_method_names = ("post",)
    noun = None

    def post(self, request, pk):
        if not request.user.is_superuser:
            raise PermissionDenied
        person, (act, done) = get_object_or_404(User, pk=pk), ACTS[self.noun]
        try:
            act(person, by=request.user)
        except ValidationError as refusal:
            messages.error(request, f"{person}: {refusal.messages[0]}")
        else:
            messages.success(request, f"{person} {done}.")
        return HttpResponseRedirect(reverse("admin:auth_user_changelist"))


@admin.register(User)
class PersonAdmin(ForSuperusers, UserAdmin):
    form = PersonForm
    change_list_template = "admin/auth/user/change_list.html"
    readonly_fields = ["last_login", "date_joined"]
    list_display = ["username", "email", "roles", "is_active", "second_factor", "acts", "last_login"]
    list_filter = []
    filter_horizontal = []
    actions = None
    fieldsets = [
        (None, {"fields": ["username", "password", "first_name", "last_name", "email"]}),
        ("May", {"fields": ["groups", "is_superuser"]}),
        ("When", {"fields": ["last_login", "date_joined"]}),
    ]

    def get_queryset(self, request):
        factor = Authenticator.objects.filter(user=OuterRef("pk"), type__in=FACTORS)
        return super().get_queryset(request).prefetch_related("groups").annotate(has_factor=Exists(factor))

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {**(extra_context or {}), "title": "People"})

    @admin.display(description="may", empty_value="Nothing")
    def roles(self, person):
        return ", ".join([*["superuser"] * person.is_superuser, *(group.name for group in person.groups.all())]) or None

    @admin.display(description="second factor", boolean=True, ordering="has_factor")
    def second_factor(self, person):
        return person.has_factor

    @admin.display(description="what you can do")
    def acts(self, person):
        return render_to_string("admin/auth/user/_acts.html", {"person": person})

    def get_urls(self):
        acts = [
            path(f"<int:pk>/{noun}/", self.admin_site.admin_view(ActView.as_view(noun=noun)), name=f"auth_user_{noun}")
            for noun in ACTS
        ]
        return acts + super().get_urls()

    def has_add_permission(self, request):
        """People come by invitation: nobody chooses a password for somebody else."""
        return False

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if {"groups", "is_superuser"} & set(form.changed_data):
            person = User.objects.get(pk=form.instance.pk)
            JournalEntry.objects.record(What.ROLES, request.user, f"{person}: {self.roles(person) or 'none'}")
