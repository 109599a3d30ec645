from django.contrib import admin

from careers.postings.models import FieldOfStudy, Skill, Term

from .desk import DeskAdmin


@admin.register(Skill, FieldOfStudy)
class NamedAdmin(DeskAdmin):
    fields = ["name", "slug"]
    list_display = ["name", "slug"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Term)
class TermAdmin(DeskAdmin):
    fields = ["text", "same_as", "explanation"]
    list_display = ["text", "other_ways", "explanation"]
    search_fields = ["text", "same_as", "explanation"]

    @admin.display(description="same as", empty_value="")
    def other_ways(self, term):
        return ", ".join(term.synonyms)
