"""Fields that hold Markdown: a short help, a preview by the function that renders it for students, and a limit."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Script
from django.http import HttpResponse, HttpResponseNotAllowed
from django.urls import path

from careers.lib.markdown import LONGEST, render


class MarkdownTextarea(AdminTextareaWidget):
    template_name = "admin/recruiting/markdown.html"

    class Media:
        js = [Script("recruiting/markdown.js", type="module")]


class MarkdownField(forms.CharField):
    """Refuses what would be cut off. No maxlength: a browser would cut a pasted text without a word."""

    def clean(self, value):
        text = super().clean(value).replace("\r\n", "\n")
        if problem := too_long(text):
            raise ValidationError(problem, code="too_long")
        return text


class WithMarkdown:
    """`markdown_fields` names them."""

    markdown_fields = ()

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name not in self.markdown_fields:
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        widget = MarkdownTextarea({"data-preview": self.address("markdown"), "rows": 14})
        return db_field.formfield(form_class=MarkdownField, widget=widget)

    def get_urls(self):
        view = self.admin_site.admin_view(self.markdown_view)
        return [path("markdown/", view, name=self.name("markdown")), *super().get_urls()]

    def markdown_view(self, request):
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        text = request.POST.get("text", "").replace("\r\n", "\n")
        if problem := too_long(text):
            return HttpResponse(problem, status=400, content_type="text/plain; charset=utf-8")
        return HttpResponse(render(text))


def too_long(text):
    if len(text) > LONGEST:
        return f"At most {LONGEST:,} characters can be shown; this has {len(text):,}. Shorten it."
    return ""
