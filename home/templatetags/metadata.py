"""What a page's head says to machines."""

import json
from typing import Any

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from home.models import BasePage

register = template.Library()
# Inside a script element only these can end it or start a comment (HTML, 4.12.1.3).
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag(takes_context=True)
def linked_data(context: dict[str, Any], page: Page) -> SafeString:
    """Write the page's JSON-LD, or nothing when its class allows none."""
    data = page.linked_data(context["request"]) if isinstance(page, BasePage) else {}
    if not data:
        return SafeString()
    text = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308
