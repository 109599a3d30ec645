from datetime import date

import pytest
from django import forms
from django.core import serializers
from django.core.exceptions import ValidationError

from careers.postings.choices import DegreeLevel
from careers.postings.fields import ChoiceSetField, MonthField, MonthFormField
from careers.postings.models import Boilerplate, Posting
from tests.factories import make_posting

pytestmark = pytest.mark.django_db

LEVELS = Posting._meta.get_field("degree_levels")


class FactsForm(forms.ModelForm):
    class Meta:
        model = Posting
        fields = ["degree_levels", "graduation_by", "job_start_date"]


def stored(**facts):
    return Posting.objects.get(pk=make_posting(**facts).pk)


@pytest.mark.parametrize(
    ("given", "read"),
    [
        (None, None),
        ((), ()),
        (("master",), ("master",)),
        (["master", "bachelor", "master"], ("bachelor", "master")),
        ({DegreeLevel.PHD, DegreeLevel.BACHELOR}, ("bachelor", "phd")),
        ("|master|bachelor|", ("bachelor", "master")),
    ],
)
def test_set_is_read_as_a_tuple_in_the_order_of_its_choices(given, read):
    assert stored(degree_levels=given).degree_levels == read


def test_not_stated_differs_from_none_of_them():
    unstated, none = make_posting(degree_levels=None), make_posting(degree_levels=())

    assert list(Posting.objects.filter(degree_levels=None)) == [unstated]
    assert list(Posting.objects.filter(degree_levels=())) == [none]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("master", True), ("bachelor", True), ("phd", False), ("mast", False), ("%", False), ("_" * 6, False)],
)
def test_has_finds_whole_values_only(wanted, found):
    make_posting(degree_levels=("bachelor", "master"))

    assert Posting.objects.filter(degree_levels__has=wanted).exists() is found


def test_has_finds_a_value_with_a_hyphen():
    make_posting(work_rights=("citizen", "student-visa"))

    assert Posting.objects.filter(work_rights__has="student-visa").exists()
    assert not Posting.objects.filter(work_rights__has="visa").exists()


@pytest.mark.parametrize("value", [None, (), ("bachelor", "master")])
def test_set_survives_a_fixture(value):
    written = serializers.serialize("json", [make_posting(degree_levels=value)])

    [read] = serializers.deserialize("json", written)

    assert read.object.degree_levels == value


def test_unknown_value_is_refused_by_name():
    with pytest.raises(ValidationError, match="diploma") as refusal:
        LEVELS.clean(("bachelor", "diploma"), None)

    assert refusal.value.code == "invalid_choice"


def test_null_is_refused_where_a_set_is_needed():
    with pytest.raises(ValidationError):
        ChoiceSetField(choices=DegreeLevel.choices).clean(None, None)


def test_field_without_choices_is_a_programming_error():
    field = ChoiceSetField()
    field.set_attributes_from_name("levels")

    assert [error.id for error in field.check()] == ["postings.E001"]


def test_choices_may_be_a_function():
    countries = Boilerplate._meta.get_field("countries")

    assert countries.clean(("NZ", "AU"), None) == ("AU", "NZ")
    assert countries.get_prep_value(("NZ", "AU")) == "|AU|NZ|"


@pytest.mark.parametrize(
    ("boxes", "levels"), [([], None), (["master"], ("master",)), (["master", "bachelor"], ("bachelor", "master"))]
)
def test_boxes_become_a_set_and_no_box_not_stated(boxes, levels):
    form = FactsForm({"degree_levels": boxes})

    assert form.is_valid(), form.errors
    assert form.save(commit=False).degree_levels == levels


def test_form_refuses_an_unknown_box():
    assert set(FactsForm({"degree_levels": ["diploma"]}).errors) == {"degree_levels"}


def test_form_ticks_the_boxes_of_the_set():
    html = str(FactsForm(instance=Posting(degree_levels=("master",)))["degree_levels"])

    assert html.count("checked") == 1
    assert html.count('type="checkbox"') == len(DegreeLevel)


@pytest.mark.parametrize(
    ("text", "month"),
    [("2026-12", date(2026, 12, 1)), (" dec  2026 ", date(2026, 12, 1)), ("12/2026", date(2026, 12, 1)), ("", None)],
)
def test_month_is_typed_as_people_write_it(text, month):
    form = FactsForm({"graduation_by": text})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["graduation_by"] == month


@pytest.mark.parametrize("text", ["2026", "2026-13", "31/12/2026", "soon", "\x00", "1" * 5000])
def test_what_is_no_month_is_refused_with_an_example(text):
    form = FactsForm({"graduation_by": text})

    [message] = form.errors["graduation_by"]
    assert "Dec 2026" in message


def test_month_is_shown_as_year_and_month():
    assert 'value="2026-12"' in str(FactsForm(instance=Posting(graduation_by=date(2026, 12, 1)))["graduation_by"])


def test_bad_month_is_shown_again():
    assert 'value="soon"' in str(FactsForm({"graduation_by": "soon"})["graduation_by"])


@pytest.mark.parametrize(
    ("before", "typed", "changed"),
    [
        (date(2026, 12, 1), "2026-12", False),
        (date(2026, 12, 1), "Dec 2026", False),
        (date(2026, 12, 1), "2026-11", True),
        (date(2026, 12, 1), "", True),
        (date(2026, 12, 1), "soon", True),
        (None, "", False),
    ],
)
def test_form_knows_whether_the_month_changed(before, typed, changed):
    assert MonthFormField(required=False).has_changed(before, typed) is changed


def test_needed_month_is_asked_for():
    field = MonthField().formfield()

    with pytest.raises(ValidationError) as refusal:
        field.clean("")

    assert refusal.value.code == "required"
