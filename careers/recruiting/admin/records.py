"""What the site writes itself, to look at."""

from django.contrib import admin

from careers.postings.models import Edition, OldSlug, PostingChange, PostingEvent

from .desk import ReadOnlyAdmin


@admin.register(OldSlug)
class OldSlugAdmin(ReadOnlyAdmin):
    list_display = ["slug", "posting"]
    list_select_related = ["posting"]
    search_fields = ["slug", "posting__title"]


@admin.register(PostingChange)
class PostingChangeAdmin(ReadOnlyAdmin):
    list_display = ["posting", "at", "field", "before", "after"]
    list_select_related = ["posting"]
    search_fields = ["posting__title", "field"]


@admin.register(PostingEvent)
class PostingEventAdmin(ReadOnlyAdmin):
    list_display = ["posting", "at", "verb", "by", "note"]
    list_filter = ["verb"]
    list_select_related = ["posting", "by"]
    search_fields = ["posting__title", "note"]
    ordering = ["-at", "-pk"]


@admin.register(Edition)
class EditionAdmin(ReadOnlyAdmin):
    list_display = ["number"]
