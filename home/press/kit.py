"""The press kit of a public page: an archive with the facts on a sheet, the page itself, and the logo.

What the page says about writing and about photographs is its own text, printed as its leaflet is: an
editor changes one page, and the next archive says the same.
"""

from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import get_language_info, override
from wagtail.models import Page, Site

from home.kit.rendering import INKS, data_uri
from home.leaflets import leaflet
from home.models import ContentPage, PageClass, SiteSettings
from home.models.made_files import FileKind, MadeFile
from home.press.facts import press_facts
from home.short_addresses import short_address
from home.text.placeholders import substitute

NAME = "cartella-stampa.zip"
BLOCK = "press_kit"
INK = "#9d1d48"
DRAWINGS = ("porta", "ramo", "pane")
"""Of things: what the kit gives instead of a hurt woman."""


def press_page(number: int) -> ContentPage | None:
    """Return the published public page that offers a press kit, by its number."""
    page = Page.objects.live().filter(pk=number, depth__gt=1).first()
    specific = page.specific if page else None
    if not isinstance(specific, ContentPage) or specific.page_class is not PageClass.PUBLIC:
        return None
    return specific if any(block.block_type == BLOCK for block in specific.body) else None


def want_press_kit(page: ContentPage, site: Site) -> MadeFile:
    """Return the archive of a page, queued unless it holds exactly this."""
    return MadeFile.objects.want(FileKind.PRESS, f"cartelle/{page.pk}", _source(page, site), urgent=True)


def forget_press_kit(number: int) -> None:
    """Remove the archive of a page that is no more to be had."""
    MadeFile.objects.filter(place=f"cartelle/{number}").discard()


def _source(page: ContentPage, site: Site) -> dict[str, Any]:
    """Return everything that the archive is made of: the same page and facts always give the same."""
    language = page.written_in
    settings = SiteSettings.for_site(site)
    changed = page.last_published_at
    with override(language):
        facts = press_facts(language, settings)
        context = {
            "page": page,
            "facts": facts,
            "address": short_address(site, language, page.pk).split("://", 1)[-1],
            "logo": data_uri(_drawn("press/logo.svg")),
            "right_to_left": get_language_info(language)["bidi"],
        }
        sheet = render_to_string("press/facts.html", context)
        readme = render_to_string("press/readme.txt", context)
    return {
        "day": (changed.date() if changed else date(2026, 1, 1)).isoformat(),
        "texts": {"leggimi.txt": substitute(readme, settings), **_vectors()},
        "sheets": {
            "rete-in-una-pagina": substitute(sheet, settings, markup=True),
            "come-scriverne": leaflet(page, site),
        },
        "pictures": {
            "logo/marchio": _framed("press/mark.svg", 24),
            "logo/marchio-con-nome": _framed("press/logo.svg", 85),
        },
    }


def _vectors() -> dict[str, str]:
    drawings = {f"disegni/{name}.svg": _coloured(f"kit/drawings/{name}.svg") for name in DRAWINGS}
    logos = {"logo/marchio": "press/mark.svg", "logo/marchio-con-nome": "press/logo.svg"}
    inks = {"": INK, "-nero": "#000"}
    return drawings | {
        f"{name}{suffix}.svg": _drawn(file, ink)
        for name, file in logos.items()
        for suffix, ink in inks.items()
    }


def _drawn(template: str, ink: str = INK) -> str:
    return render_to_string(template, {"ink": ink})


def _coloured(template: str) -> str:
    """Return a drawing of the posters as it looks on white paper."""
    on_paper = {"field": "#fff", "line": INK, "light": INKS["colour"]["light"], "cut": "#fff"}
    return render_to_string(template, on_paper)


def _framed(template: str, width: int) -> str:
    """Return a page as large as a drawing that is `width` to 24, for a picture of it."""
    size = f"{width}mm 24mm"
    picture = f'<img src="{data_uri(_drawn(template))}" alt="Amaranta" style="display:block;width:{width}mm">'
    return f"<!doctype html><style>@page {{ size: {size}; margin: 0 }} body {{ margin: 0 }}</style>{picture}"
