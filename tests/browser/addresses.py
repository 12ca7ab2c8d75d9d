"""Where the pages of the whole demonstration are."""

import re

from django.conf import settings
from django.test import Client
from wagtail.models import Page

from contatti.models import ContactPage
from home.models import HelpPage, HomePage
from servizi.models import DeskPage, PartnerSectionPage

BESIDES = ["/cerca/", "/numero/", "/non-esiste/"]


class Inside:
    """Stands for the type of a page that is not in the tree."""


class DeskForm:
    """Stands for the form of one desk, which the contact page shows below its own address."""


def addresses() -> dict[str, type]:
    """Return the addresses of all published pages, with their types."""
    pages = Page.objects.live().filter(depth__gt=1).specific().order_by("path")
    found = {page.get_url(): type(page) for page in pages if not isinstance(page, PartnerSectionPage)}
    # Pages inside pages, such as each publication of figures.
    listed = re.findall(r"<loc>https?://[^/]+(/.*?)</loc>", Client().get("/sitemap.xml").content.decode())
    return {**dict.fromkeys(listed, Inside), **found, **dict.fromkeys(desk_forms(), DeskForm)}


def desk_forms() -> list[str]:
    """Return the address of one desk's form in each language."""
    choices = [Client().get(page.get_url()).content.decode() for page in ContactPage.objects.live()]
    return [found[1] for text in choices if (found := re.search(r'href="([^"]+/\d+/)"', text))]


def sampled(addresses: dict[str, type]) -> dict[str, type]:
    """Return all pages in the main language, and in each other one the first of each type."""
    first: dict[tuple[str, type], str] = {}
    for address, kind in addresses.items():
        language = next((code for code, _name in settings.LANGUAGES if address.startswith(f"/{code}/")), "")
        first.setdefault((language or address, kind), address)
    return {address: kind for (_place, kind), address in first.items()}


def one_of_each(addresses: dict[str, type]) -> list[str]:
    """Return the first address of each type, and of what has no type."""
    first = {kind: address for address, kind in reversed(addresses.items())}
    return [*first.values(), *BESIDES]


def every_kind(addresses: dict[str, type]) -> list[str]:
    """Return one address for each template a reader can meet without sending anything."""
    found = one_of_each(addresses)
    campaigns = next(address for address in found if address.endswith("/campagne/"))
    campaign = next(address for address in found if address.startswith(campaigns) and address != campaigns)
    return [*found, f"{campaigns}appuntamenti/", f"{campaign}kit/"]


def in_other_letters(addresses: dict[str, type]) -> list[str]:
    """Return the home page, a desk and a help page in each language with letters, or a direction, of its own."""
    kinds = (HomePage, DeskPage, HelpPage)
    return [
        next(
            address for address, each in addresses.items() if each is kind and address.startswith(f"/{code}/")
        )
        for code in ("ar", "zh-hans")
        for kind in kinds
    ]
