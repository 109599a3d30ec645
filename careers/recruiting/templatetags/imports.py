"""Fields of a posting in words, for the pages of an import."""

from django import template

from careers.importer.drafting.words import label_of

register = template.Library()
register.filter("field_label", label_of)
