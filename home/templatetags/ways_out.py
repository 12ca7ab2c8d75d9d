from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from home.rich_text import way_out

register = template.Library()


@register.filter
def linked_out(address: str) -> SafeString:
    """Write the link to another site with the warning that links in texts carry."""
    return format_html('{}<bdi dir="ltr">{}</bdi></a>', way_out(address), address)
