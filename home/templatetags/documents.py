"""Documents on pages: on a discreet page their address and name say nothing."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.models import Page
from wagtail.templatetags.wagtailcore_tags import pageurl

from home.files import document_urls as addresses
from home.files.links import before
from home.models import PageClass

register = template.Library()


@register.simple_tag(takes_context=True)
def document_address(context: dict[str, Any], document: Any) -> str:
    """Return the address of a document for the page that is being drawn."""
    is_discreet = context.get("page_class", PageClass.PUBLIC) != PageClass.PUBLIC
    return addresses.address(document, is_discreet=is_discreet)


@register.simple_tag(takes_context=True)
def take(context: dict[str, Any], document: Any) -> SafeString:
    """Write the attributes of a link to the page that shows a document: `<a {% take document %}>`."""
    return format_html('href="{}"', before(document_address(context, document)))


@register.simple_tag(takes_context=True)
def look(context: dict[str, Any], start: Any, *parts: Any) -> str:
    """Return where the page is that shows a file: no link of ours leads to a file itself.

    The file is at an address, or at `parts` below a page: `{% look page "calendario/" %}`.
    """
    address = pageurl(context, start) if isinstance(start, Page) else str(start)
    return before(address + "".join(str(part) for part in parts))
