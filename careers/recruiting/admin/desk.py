"""What every page of the desk shares: sign-in, words for what is not stated, and a history of every edit."""

import re
from contextlib import contextmanager

from django.contrib import admin
from django.contrib.admin.widgets import FilteredSelectMultiple
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.cache import never_cache
from reversion.admin import VersionAdmin

from careers.postings.fields import ChoiceSetField
from careers.recruiting import journal  # noqa: F401 connects its receivers
from careers.recruiting.fields import YesNoNotStated

from .autocomplete import OneSelect, RowsField
from .history import WithHistory
from .narrowing import Narrowed, RowsView
from .once import Once
from .together import Together

SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}
FEW = 12
TIE = re.compile(r"-\w+ relationships?$")
NAMELESS = re.compile(r" object \(\d+\)$")


@never_cache
def sign_in(request, extra_context=None):
    """Send people to the one sign-in page.

    Django's own form would take a password without counting attempts or asking for the second factor.
    """
    target = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts=None) or target.startswith(request.path):
        target = reverse("admin:index")
    if not request.user.is_authenticated:
        return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': target})}")
    if not admin.site.has_permission(request):
        raise PermissionDenied
    return HttpResponseRedirect(target)


def change_password(request, extra_context=None):
    return HttpResponseRedirect(reverse("account_change_password"))


admin.site.login = sign_in
admin.site.password_change = change_password
admin.site.autocomplete_view = RowsView.as_view(admin_site=admin.site)
admin.site.site_header = admin.site.site_title = "Recruiters’ desk"
admin.site.index_title = "Your desk"
admin.site.empty_value_display = "Not stated"


class PlainWords:
    """Says "Not stated" where Django says "Unknown" or dashes, and offers long sets as a list with a filter."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, models.BooleanField) and db_field.null:
            kwargs["widget"] = YesNoNotStated()
        if isinstance(db_field, models.URLField):
            kwargs["assume_scheme"] = "https"
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = OneSelect(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return super().formfield_for_manytomany(db_field, request, **{"form_class": RowsField, **kwargs})

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        if not isinstance(db_field, ChoiceSetField):
            if db_field.null:
                kwargs["choices"] = [("", "Not stated"), *db_field.flatchoices]
        elif len(db_field.flatchoices) > FEW:
            kwargs["widget"] = FilteredSelectMultiple(db_field.verbose_name, is_stacked=False)
        return super().formfield_for_choice_field(db_field, request, **kwargs)


class DeskAdmin(Once, Together, WithHistory, PlainWords, Narrowed, VersionAdmin):
    """An admin whose every edit can be looked up and undone."""

    history_latest_first = True
    list_per_page = 50

    def get_deleted_objects(self, objs, request):
        """Leave out the rows that only tie two records together: they have no name."""
        objects, counts, *rest = super().get_deleted_objects(objs, request)
        return named(objects), {name: count for name, count in counts.items() if not TIE.search(str(name))}, *rest

    @contextmanager
    def create_revision(self, request):
        """Record edits only: a revision opens a transaction, and on SQLite one locks out every other writer."""
        if request.method in SAFE_METHODS:
            yield
        else:
            with super().create_revision(request):
                yield


def named(tree):
    """Return nested lists of names without “Qualification_skills object (12)”."""
    named_ones = (each for each in tree if isinstance(each, list) or not NAMELESS.search(each))
    return [named(each) if isinstance(each, list) else each for each in named_ones]


class ReadOnlyAdmin(Narrowed, admin.ModelAdmin):
    """Shows what the site itself writes."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
