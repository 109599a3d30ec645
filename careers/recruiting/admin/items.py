"""The lists of a posting: what one would do, what one needs and what helps."""

from django import forms
from django.contrib import admin
from django.forms.models import BaseInlineFormSet

from careers.postings.choices import QualificationKind
from careers.postings.models import Qualification, Responsibility

from .autocomplete import KnownSelect
from .desk import PlainWords


class OrderedFormSet(BaseInlineFormSet):
    """An item without a number goes to the end of its list."""

    def clean(self):
        super().clean()
        kept = [form for form in self.forms if form.has_changed() or form.instance.pk]
        last = max((form.cleaned_data.get("order") or 0 for form in kept if form.is_valid()), default=0)
        for form in kept:
            if form.is_valid() and form.cleaned_data.get("order") is None:
                last += 1
                form.instance.order = last


class OrderedForm(forms.ModelForm):
    order = forms.IntegerField(
        label="Order", required=False, min_value=0, max_value=32_767, help_text="Empty: at the end."
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.initial["order"] = None


class QualificationForm(OrderedForm):
    kind_of_list = QualificationKind.MINIMUM

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.initial["kind"] = self.kind_of_list
        elif "skills" in self.fields:
            self.fields["skills"].widget.widget.chosen = self.instance.skills.all()


class PreferredForm(QualificationForm):
    kind_of_list = QualificationKind.PREFERRED


class ItemInline(PlainWords, admin.StackedInline):
    formset = OrderedFormSet
    form = OrderedForm
    extra = 1
    classes = ["reorderable"]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "text":
            kwargs["widget"] = forms.Textarea(attrs={"rows": 2, "cols": 80})
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class ResponsibilityInline(ItemInline):
    model = Responsibility
    verbose_name, verbose_name_plural = "responsibility", "What you would do"
    fields = ["text", "order"]


class MinimumInline(ItemInline):
    model = Qualification
    form = QualificationForm
    kind = QualificationKind.MINIMUM
    verbose_name, verbose_name_plural = "minimum qualification", "What you need"
    fields = ["text", "skills", ("skills_rule", "kind", "order")]

    def get_queryset(self, request):
        return super().get_queryset(request).filter(kind=self.kind).prefetch_related("skills")

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "skills":
            kwargs["widget"] = KnownSelect(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class PreferredInline(MinimumInline):
    form = PreferredForm
    kind = QualificationKind.PREFERRED
    verbose_name, verbose_name_plural = "preferred qualification", "What helps"
