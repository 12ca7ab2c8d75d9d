"""Links in editors' texts that lead to private pages take the same way as those of the templates."""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.rich_text import LinkHandler
from wagtail.rich_text.pages import PageLinkHandler

from home.models import SiteSettings
from home.models.base import is_private


class DiscreetPageLinkHandler(PageLinkHandler):
    """Writes the link to a private page through the interruption page (private_link)."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        return [_open_tag(page) for page in cls.get_many(attrs_list)]


class WayOutHandler(LinkHandler):
    """Writes the link to another site with a warning inside it: the trace it leaves is not ours."""

    identifier = "external"

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, Any]) -> str:
        return way_out(attrs["href"])


def way_out(address: str) -> str:
    """Return the opening tag of a link to another site, with the words that warn of the trace it leaves."""
    # Translators: read by visitors.
    note = _("Altro sito, resta nella cronologia:")
    return format_html('<a href="{}" rel="noreferrer nofollow"><small>{}</small> ', address, note)


def _open_tag(page: Page | None) -> str:
    if page is None:
        return "<a>"
    address = page.localized.url
    site = page.get_site() if is_private(page) else None
    first = SiteSettings.for_site(site).interruption_page if site else None
    if first is None:
        return format_html('<a href="{}">', address)
    return format_html('<a href="{}" data-to="{}">', first.localized.url, address)
