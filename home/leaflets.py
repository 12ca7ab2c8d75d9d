"""Leaflets: an information page as a sheet to print or to hand over, in the page's own language.

What the file says of itself is what the page's tab says: nothing, for a page that is discreet. Private pages
have none. What changes by the minute, such as who is open, is left out: paper cannot correct itself.
"""

import re
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import get_language_info, gettext, override
from wagtail.models import Page, Site

from home.kit import KitPhone
from home.kit.rendering import data_uri, qr_svg
from home.making.makers import CannotBeMadeError, Made
from home.models import ContentPage, PageClass, SiteSettings
from home.models.made_files import FileKind, MadeFile
from home.pdf import PdfUnavailableError, write_pdf
from home.short_addresses import short_address
from home.text.placeholders import substitute

NAME = "foglio.pdf"
NOT_ON_PAPER = frozenset({"contact", "figure", "video", "downloads", "press_kit"})
ADDRESS = re.compile(r"(<a\b)[^>]*(?=>)")


def leaflet_page(number: int) -> ContentPage | None:
    """Return the published page of which there is a leaflet, by its number."""
    page = Page.objects.live().filter(pk=number, depth__gt=1).first()
    specific = page.specific if page else None
    if not isinstance(specific, ContentPage) or not specific.has_leaflet:
        return None
    return specific if specific.page_class is not PageClass.PRIVATE else None


def want_leaflet(page: ContentPage, site: Site) -> MadeFile:
    """Return the file of a page's leaflet, queued unless it says exactly this."""
    place = f"fogli/{page.pk}"
    return MadeFile.objects.want(FileKind.LEAFLET, place, {"markup": leaflet(page, site)}, urgent=True)


def forget_leaflet(number: int) -> None:
    """Remove the leaflets of a page that is no more to be had, flat and folded."""
    MadeFile.objects.filter(place__in=(f"fogli/{number}", f"fogli/{number}-3")).discard()


def make_leaflet(source: dict[str, Any]) -> Made:
    """Return the file of a leaflet. Raises CannotBeMadeError without Pango."""
    try:
        return Made({NAME: write_pdf(source["markup"])})
    except PdfUnavailableError as error:
        raise CannotBeMadeError(str(error)) from error


def leaflet(page: ContentPage, site: Site) -> str:
    """Return a page as the markup of its leaflet: the same page always gives the same text."""
    with override(page.written_in):
        return on_paper(render_to_string("leaflets/leaflet.html", paper_words(page, site)), site)


def paper_words(page: ContentPage, site: Site) -> dict[str, Any]:
    """Return what the templates of leaflets show of a page, in the active language, which is the page's."""
    settings = SiteSettings.for_site(site)
    address = short_address(site, page.written_in, page.pk)
    return {
        "page": page,
        "page_class": page.page_class,
        "blocks": [block for block in page.body if block.block_type not in NOT_ON_PAPER],
        "code": data_uri(qr_svg(address).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)),
        "address": address.split("://", 1)[-1],
        "calls": (
            KitPhone(settings.emergency_number, gettext("emergenza")),
            KitPhone(settings.helpline_number, settings.note_here),
        ),
        "right_to_left": get_language_info(page.written_in)["bidi"],
    }


def on_paper(markup: str, site: Site) -> str:
    """Return markup with the site's words, and without links: a file on a telephone must lead nowhere."""
    return ADDRESS.sub(r"\1", substitute(markup, SiteSettings.for_site(site), markup=True))
