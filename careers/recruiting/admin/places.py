from django.contrib import admin

from careers.postings.models import Location, Team

from .desk import DeskAdmin
from .impact import WithImpact
from .markdown import WithMarkdown


@admin.register(Location)
class LocationAdmin(DeskAdmin):
    fields = ["name", "slug", "region", "country", "time_zone"]
    list_display = ["name", "region", "country_name", "time_zone"]
    search_fields = ["name", "region"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Team)
class TeamAdmin(WithImpact, WithMarkdown, DeskAdmin):
    markdown_fields = ("introduction",)
    fieldsets = [
        (
            None,
            {
                "fields": ["name", "slug", "department", "summary", "introduction"],
                "description": "An edit shows on every posting of this team at the next request.",
            },
        )
    ]
    list_display = ["name", "department", "summary"]
    list_filter = ["department"]
    search_fields = ["name", "department", "summary"]
    prepopulated_fields = {"slug": ["name"]}

    def view_on_site(self, team):
        return team.get_absolute_url()
