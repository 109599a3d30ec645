import reversion
from django.contrib import admin
from django.forms import Script
from django.utils.html import format_html_join

from careers.postings.choices import Status
from careers.postings.models import Benefit, Posting, Qualification, Responsibility
from careers.recruiting.forms import PostingForm
from careers.recruiting.state import closing, life_of, state_of

from . import facts, intake
from .autocomplete import SeveralSelect
from .changes import NotesChanges
from .chosen import ForMany
from .column import FindingsFilter
from .desk import DeskAdmin
from .facts import FactView
from .figures import WatchedFilter, WithFigures
from .findings import WithFindings
from .imports import WithImports
from .intake import NextIntakeView
from .items import MinimumInline, PreferredInline, ResponsibilityInline
from .life import WithLife
from .pasted import WithPasted
from .previews import WithPreviews
from .update import WithUpdate

# What undoing an edit leaves alone: these change by the steps of a posting's life, and an address is never given up.
LIFE = (
    "slug", "status", "opens_at", "date_posted", "valid_through", "closed_at", "closed_reason",
)  # fmt: skip
NOT_YET_PUBLIC = {
    "status": Status.DRAFT,
    "opens_at": None,
    "date_posted": None,
    "closed_at": None,
    "closed_reason": None,
}

reversion.register(Responsibility)
reversion.register(Qualification)
reversion.register(Posting, follow=["responsibilities", "qualifications"])


@admin.register(Posting)
class PostingAdmin(
    WithFigures, WithLife, WithPreviews, WithUpdate, NotesChanges, WithImports, WithFindings,
    WithPasted, ForMany, DeskAdmin,
):  # fmt: skip
    form = PostingForm
    change_form_template = "admin/postings/posting/change_form.html"
    change_list_template = "admin/postings/posting/change_list.html"
    inlines = [ResponsibilityInline, MinimumInline, PreferredInline]
    history_lists = ("responsibilities", "qualifications")
    pages_for_many = [
        ("next-intake", NextIntakeView, intake.ACTION),
        ("set-fact", FactView, facts.ACTION),
    ]
    readonly_fields = ["state", "date_posted", "life"]
    autocomplete_fields = ["team", "location", "fields_of_study", "next_posting"]
    filter_horizontal = ["benefits"]
    list_display = ["__str__", "state", "team", "location", "intake_year", "closes", "findings"]
    list_filter = [
        "status",
        WatchedFilter,
        FindingsFilter,
        "team",
        "location",
        "intake_year",
        "employment_type",
        "work_mode",
    ]
    list_select_related = ["team", "location"]
    actions = ["export_postings"]
    search_fields = ["title", "slug", "requisition_id", "team__name", "location__name"]
    ordering = ["-pk"]
    fieldsets = [
        (None, {"fields": ["title", "state", ("slug", "language"), "requisition_id"]}),
        (
            "Key facts",
            {
                "fields": [
                    ("employment_type", "intake_year", "job_start_date"),
                    ("weeks_min", "months_min", "may_be_extended"),
                    ("days_per_week_min", "on_site_days_min", "hours_per_week"),
                    ("work_mode", "places"),
                    ("pay_min", "pay_max", "pay_currency"),
                    ("pay_period", "pay_super"),
                    "opens_at",
                    "valid_through",
                    "date_posted",
                ],
                "description": "Leave empty what the advert does not say: students then read “not stated”.",
            },
        ),
        (
            "Who may apply",
            {
                "fields": [
                    "degree_levels",
                    "fields_of_study",
                    "related_fields_accepted",
                    ("graduation_from", "graduation_by"),
                    "study_years",
                    ("must_be_studying", "must_stay_enrolled", "graduates_eligible"),
                    "work_rights",
                    "sponsorship_offered",
                ]
            },
        ),
        ("Team and location", {"fields": ["team", "location"], "classes": ["after-lists"]}),
        ("Benefits", {"fields": ["benefits"], "classes": ["after-lists"]}),
        (
            "How to apply",
            {
                "fields": ["apply_url", "contact_email", "adjustments_contact", "next_posting"],
                "classes": ["after-lists"],
            },
        ),
        ("Life so far", {"fields": ["life"], "classes": ["after-lists", "collapse"]}),
        ("Source", {"fields": ["source_url", "source_text"], "classes": ["after-lists", "collapse"]}),
    ]

    class Media:
        js = [Script("recruiting/order.js", type="module")]

    @admin.display(description="state", ordering="status")
    def state(self, posting):
        return state_of(posting)

    @admin.display(description="closes", ordering="valid_through", empty_value="Not stated")
    def closes(self, posting):
        return closing(posting)

    @admin.display(description="who did what, when", empty_value="Nothing yet")
    def life(self, posting):
        lines = life_of(posting) if posting.pk else ()
        return format_html_join("", "<div>{} {}</div>", lines) or None

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "benefits":
            kwargs["queryset"] = Benefit.objects.select_related("category")
        if db_field.name == "fields_of_study":
            kwargs["widget"] = SeveralSelect(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def view_on_site(self, posting):
        return posting.get_absolute_url() if posting.was_public() else None

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.was_public())

    def get_deleted_objects(self, objs, request):
        """What the site wrote about a draft goes with it, though nobody may delete that by itself."""
        objects, counts, _, protected = super().get_deleted_objects(objs, request)
        return objects, counts, set(), protected

    def save_model(self, request, obj, form, change):
        """Keep the old address answering where students may have it."""
        slug, before = obj.slug, form.initial.get("slug")
        moves = change and slug != before and obj.was_public()
        obj.slug = before if moves else slug
        super().save_model(request, obj, form, change)
        if moves:
            obj.move_to(slug)

    def stays(self, request, posting):
        """Going back publishes nothing, closes nothing and gives no address up."""
        life = {name: getattr(posting, name) for name in LIFE}
        return {**super().stays(request, posting), **life, "version": posting.version + 1}

    def restored(self, posting):
        taken = Posting.objects.filter(slug=posting.slug).exists()
        return {**NOT_YET_PUBLIC, "slug": "" if taken else posting.slug}
