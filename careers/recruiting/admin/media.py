from django.contrib import admin

from careers.postings.models import Picture, Video
from careers.recruiting.picture_form import PictureForm

from .desk import DeskAdmin


@admin.register(Picture)
class PictureAdmin(DeskAdmin):
    form = PictureForm
    fields = ["team", "upload", "alt", "caption", "order"]
    autocomplete_fields = ["team"]
    list_display = ["alt", "team", "width", "height"]
    list_filter = ["team"]
    list_select_related = ["team"]
    search_fields = ["alt", "caption", "team__name"]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        form.save_renditions()


@admin.register(Video)
class VideoAdmin(DeskAdmin):
    fields = ["team", "title", "url", "minutes", "transcript", "order"]
    autocomplete_fields = ["team"]
    list_display = ["title", "team", "url"]
    list_filter = ["team"]
    list_select_related = ["team"]
    search_fields = ["title", "team__name", "transcript"]
