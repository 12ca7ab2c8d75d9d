"""What a page's head says to machines."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.models import Page

from home import json_ld
from home.models import BasePage

register = template.Library()


@register.simple_tag(takes_context=True)
def linked_data(context: dict[str, Any], page: Page) -> SafeString:
    """Write the page's JSON-LD, or nothing when its class allows none."""
    data = page.linked_data(context["request"]) if isinstance(page, BasePage) else {}
    if not data:
        return SafeString()
    return format_html('<script type="application/ld+json">{}</script>', json_ld.written(data))
