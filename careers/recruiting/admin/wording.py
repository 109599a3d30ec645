from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.http import HttpResponseRedirect
from django.urls import reverse

from careers.consistency import report
from careers.postings.models import Boilerplate, Organisation

from .desk import DeskAdmin
from .findings import by_level
from .impact import WithImpact, WithReview
from .markdown import WithMarkdown

AT_ONCE = "An edit shows on every posting at the next request."


@admin.register(Boilerplate)
class BoilerplateAdmin(WithImpact, WithReview, WithMarkdown, DeskAdmin):
    change_form_template = "admin/postings/boilerplate/change_form.html"
    markdown_fields = ("body",)
    fieldsets = [
        (None, {"fields": ["key", "heading", "body"], "description": AT_ONCE}),
        ("Where it shows", {"fields": ["places", "order", "countries"]}),
        ("Review", {"fields": ["source_url", "last_reviewed"]}),
        ("Import", {"fields": ["key_phrases"], "classes": ["collapse"]}),
    ]
    list_display = ["key", "heading", "where", "last_reviewed"]
    search_fields = ["key", "heading", "body"]

    @admin.display(description="where it shows", empty_value="Nowhere")
    def where(self, boilerplate):
        labels = dict(Boilerplate._meta.get_field("places").flatchoices)
        return ", ".join(labels[place] for place in boilerplate.places or ())

    def get_readonly_fields(self, request, obj=None):
        """The key is how pages find the text: it stays."""
        return ["key"] if obj else []

    def change_view(self, request, object_id, form_url="", extra_context=None):
        found = by_level(report.of_boilerplate(unquote(object_id))) if request.method == "GET" else {}
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), "findings": found})


@admin.register(Organisation)
class OrganisationAdmin(WithImpact, WithMarkdown, DeskAdmin):
    markdown_fields = ("introduction",)
    fieldsets = [
        (
            None,
            {
                "fields": ["name", "site_name", "headline", "introduction"],
                "description": "An edit shows on every page at the next request.",
            },
        ),
        ("About", {"fields": ["product", "mission", "values", "headquarters", "offices"]}),
        ("Contact", {"fields": ["contact_email", "postal_address", "privacy_url", "copyright_holder"]}),
        ("Rules", {"fields": ["application_limit", "second_person_approves"]}),
    ]

    def get_readonly_fields(self, request, obj=None):
        """Whoever publishes does not lift the rule that somebody else has to look first."""
        return [] if request.user.is_superuser else ["second_person_approves"]

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not Organisation.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        """A list of one is no list: go straight to it."""
        if Organisation.objects.exists() and self.has_view_or_change_permission(request):
            return HttpResponseRedirect(reverse("admin:postings_organisation_change", args=[1]))
        return super().changelist_view(request, extra_context)
