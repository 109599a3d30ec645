from django import template

from careers.lib import request_ids, switches

register = template.Library()
register.simple_tag(switches.is_read_only)


@register.simple_tag
def request_id():
    return request_ids.current.get()
