from django.contrib import admin

from careers.postings.models import Benefit, BenefitCategory

from .desk import DeskAdmin
from .impact import WithImpact


@admin.register(BenefitCategory)
class BenefitCategoryAdmin(WithImpact, DeskAdmin):
    fields = ["name", "slug", "order"]
    list_display = ["name", "order"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Benefit)
class BenefitAdmin(WithImpact, DeskAdmin):
    fields = ["category", "name", "order", "employment_types", "countries"]
    list_display = ["name", "category", "order", "where", "who"]
    list_filter = ["category"]
    list_select_related = ["category"]
    search_fields = ["name", "category__name"]

    @admin.display(description="countries", empty_value="Not known")
    def where(self, benefit):
        return ", ".join(benefit.country_names)

    @admin.display(description="employment types", empty_value="Not known")
    def who(self, benefit):
        labels = dict(Benefit._meta.get_field("employment_types").flatchoices)
        return ", ".join(labels[kind] for kind in benefit.employment_types or ())
