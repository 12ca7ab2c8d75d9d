"""Links to private pages, which from anywhere else lead through the page that stands before them."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.models import Page, Site
from wagtail.templatetags.wagtailcore_tags import pageurl

from home.models import PageClass, SiteSettings
from home.models.base import is_private

register = template.Library()


@register.simple_tag(takes_context=True)
def private_link(context: dict[str, Any], page: Page, rest: str = "") -> SafeString:
    """Write the attributes of a link to a page, or to an address below it: `<a {% private_link page %}>`.

    Whoever is not on a private page yet is led to the interruption page first; the script in
    static/js/visit.js finds the page that was meant in `data-to`, and interrupts once in a visit only.
    """
    address = f"{pageurl(context, page)}{rest}"
    first = _interruption(context.get("request"))
    if first is None or context.get("page_class") == PageClass.PRIVATE or not is_private(page):
        return format_html('href="{}"', address)
    return format_html('href="{}" data-to="{}"', pageurl(context, first), address)


def _interruption(request: HttpRequest | None) -> Page | None:
    if request is None or Site.find_for_request(request) is None:
        return None
    first: Page | None = SiteSettings.for_request(request).interruption_page
    return first
