"""The way from the home page to a public page, as a schema.org BreadcrumbList."""

from typing import Any
from urllib.parse import urljoin

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from home.models import BasePage, PageClass
from home.models.page_loading import HOMES


def breadcrumb_list(page: BasePage) -> dict[str, Any]:
    """Return the pages above a public page and itself; empty for others, whose titles stay where they are.

    Only a page that does not stand right below the home page may cost a query.
    """
    if page.page_class is not PageClass.PUBLIC or page.depth <= HOMES:
        return {}
    root = urljoin(page.full_url, reverse("wagtail_serve", args=[""]))
    way = [(_("Amaranta"), root), *((each.title, _address(each, page)) for each in _between(page))]
    way.append((page.title, page.full_url))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": place,
                "name": name,
                "item": {"@type": "WebPage", "@id": address},
            }
            for place, (name, address) in enumerate(way, 1)
        ],
    }


def _between(page: BasePage) -> list[Page]:
    return [] if page.depth == HOMES + 1 else page.pages_above


def _address(above: Page, page: BasePage) -> str:
    """Return the address of a page above, from that of the page: no query for the site."""
    return str(page.full_url).removesuffix(str(page.url_path).removeprefix(str(above.url_path)))
