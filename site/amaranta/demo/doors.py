"""The pages with explicit titles: one for each place and topic, and one in each language."""

from collections.abc import Mapping
from typing import Any

from wagtail.models import Locale, Page

from home.models import HomePage
from servizi.models import Comune, DoorPage

from .content_files import PageText, read_pages
from .page_fields import fields_of
from .pages import publish, stream

TOP = "centro-antiviolenza"
LINKS = ("comuni", "onward")


def texts_in(language: str) -> list[PageText]:
    """Return the doors that a language has, those above first."""
    return [text for path, text in read_pages(language).items() if path.partition("/")[0] == TOP]


def build_doors(home: HomePage) -> None:
    """Publish the doors below `home`, when the pages that they lead to are there; once."""
    if home.get_children().filter(slug=TOP).exists():
        return
    comuni = {comune.name: comune for comune in Comune.objects.all()}
    made: dict[str, Page] = {}
    for text in texts_in("it"):
        door = DoorPage(slug=text.slug, **fields_of(text, DoorPage, besides=LINKS))
        if path := text.words.get("onward"):
            door.onward = _at(home, path)
        made.get(text.path.rpartition("/")[0], home).add_child(instance=door)
        door.comuni = [comuni[name] for name in text.words.get("comuni", [])]
        door.save()
        made[text.path] = door
        publish(door, text.body, {path: _at(home, path) for path, _line in text.links})


def translate_doors(home: HomePage, locale: Locale, language: str, pages: Mapping[str, Page]) -> None:
    """Publish the doors that have a text in a language; they link to the translated `pages`."""
    for text in texts_in(language):
        original = _at(home, text.path).specific
        door: Any = original.copy_for_translation(locale)
        for name, value in fields_of(text, DoorPage).items():
            setattr(door, name, value)
        door.slug, door.search_terms, door.body = text.slug, "", stream(text.body, pages)
        door.full_clean()
        door.save_revision().publish()


def _at(home: HomePage, path: str) -> Page:
    found: Page = home.get_descendants().get(url_path=f"{home.url_path}{path}/")
    return found
