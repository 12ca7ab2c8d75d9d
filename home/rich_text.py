"""Links in editors' texts that lead to private pages take the same way as those of the templates."""

from typing import Any

from django.utils.html import format_html
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from home.models import SiteSettings
from home.models.base import is_private


class DiscreetPageLinkHandler(PageLinkHandler):
    """Writes the link to a private page through the interruption page (templatetags.discreet.way_to)."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        return [_open_tag(page) for page in cls.get_many(attrs_list)]


def _open_tag(page: Page | None) -> str:
    if page is None:
        return "<a>"
    address = page.localized.url
    site = page.get_site() if is_private(page) else None
    first = SiteSettings.for_site(site).interruption_page if site else None
    if first is None:
        return format_html('<a href="{}">', address)
    return format_html('<a href="{}" data-to="{}">', first.localized.url, address)
