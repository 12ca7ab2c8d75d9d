"""What a page's head says to machines."""

from typing import Any
from urllib.parse import urljoin

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from wagtail.models import Page

from home import json_ld
from home.breadcrumbs import breadcrumb_list
from home.models import BasePage, PageClass

register = template.Library()


@register.simple_tag(takes_context=True)
def canonical(context: dict[str, Any], page: Page) -> str:
    """Return the address of what is shown, in full: a page can have more addresses below its own."""
    return str(urljoin(str(page.full_url), context["request"].path))


@register.simple_tag
def main_language(page: BasePage) -> Page | None:
    """Return a page in the main language, which whoever reads none of ours gets."""
    versions = page.translations if page.other_languages else []
    return next((each for each in versions if each.locale.language_code == settings.LANGUAGE_CODE), None)


@register.simple_tag(takes_context=True)
def linked_data(context: dict[str, Any], page: Page) -> SafeString:
    """Write the page's JSON-LD, or nothing when its class allows none."""
    data = page.linked_data(context["request"]) if isinstance(page, BasePage) else {}
    if not data:
        return SafeString()
    # Who says nothing of itself says no way to it either.
    told = [data, breadcrumb_list(page)]
    script = '<script type="application/ld+json">{}</script>'
    return format_html_join("", script, ((json_ld.written(each),) for each in told if each))


@register.simple_tag
def neutral_picture(page: Page) -> str:
    """Return the address of the picture that stands for any public page where it is shared."""
    is_public = isinstance(page, BasePage) and page.page_class is PageClass.PUBLIC
    return str(urljoin(str(page.full_url), static("img/share.png"))) if is_public else ""
