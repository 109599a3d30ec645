from django import template

from careers.recruiting.guide import tasks_of

register = template.Library()
register.simple_tag(tasks_of, name="tasks_of")
