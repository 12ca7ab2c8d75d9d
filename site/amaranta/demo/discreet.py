"""The private pages about the visit itself."""

from typing import Any

from wagtail.models import Site

from home.models import HomePage, InterruptionPage, SiteSettings

from .content_files import read_page
from .page_fields import fields_of, model_of

INTERRUPTION = "qui"
PATHS = (INTERRUPTION, "tracce", "prova")
STREAMS = {"sentences": "sentence", "guides": "guide"}


def build_discreet_pages(home: HomePage) -> InterruptionPage:
    """Return the page before the private ones, made with its companions below the home page if missing."""
    existing: InterruptionPage | None = InterruptionPage.objects.child_of(home).first()
    if existing is not None:
        return existing
    pages = {path: add_page(home, path) for path in PATHS}
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.interruption_page = pages[INTERRUPTION]
    settings.save()
    made: InterruptionPage = pages[INTERRUPTION]
    return made


def add_page(home: HomePage, path: str) -> Any:
    """Return the page of this path, added below the home page."""
    page: Any = model_of(read_page(path))(slug=path, locale=home.locale, **words_of(path))
    home.add_child(instance=page)
    return page


def words_of(path: str, language: str = "it") -> dict[str, Any]:
    """Return the fields that a page has in a language: its introduction is the text of its file."""
    text = read_page(path, language)
    fields = fields_of(text, model_of(read_page(path)), besides=STREAMS)
    for name, kind in STREAMS.items():
        if name in text.words:
            fields[name] = [(kind, value) for value in text.words[name]]
    return fields | ({"intro": text.prose} if text.body else {})
