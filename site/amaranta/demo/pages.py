"""The written pages of the demonstration: made once, then linked to each other and to the home page."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wagtail.models import Locale, Page, Site

from amaranta.demo.text.for_me import FOR_ME
from amaranta.demo.text.for_others import CHANGE, FOR_OTHERS
from amaranta.demo.text.institution import ACCESSIBILITY, PRIVACY
from amaranta.demo.text.markup import Block, Draft
from amaranta.demo.text.network import NETWORK
from amaranta.demo.text.professionals import FOR_WORK
from amaranta.demo.text.search_terms import terms_of
from home.models import HomePage, SiteSettings

# Slugs of the pages about the visit that texts may link to.
DISCREET = ("tracce",)
DRAFTS = (FOR_ME, FOR_OTHERS, FOR_WORK, NETWORK, CHANGE, PRIVACY, ACCESSIBILITY)
DOORS = (
    ("Per me", "Capire, decidere, prepararsi", "per-me"),
    ("Sono in pensiero per qualcuno", "Amica, sorella, vicina, collega", "per-altri"),
    ("Lavoro con le persone", "Medico, polizia, scuola, servizi sociali", "per-lavoro"),
    ("Scuole", "Se qualcuno si confida, e in classe", "per-lavoro/scuola"),
    ("La rete", "Chi siamo e da dove veniamo", "chi-siamo"),
    ("Uso violenza e voglio smettere", "Un percorso separato", "cambiare"),
)
# As it stands in JSON.
LINK = re.compile(r'href=\\"page:([\w/-]+)\\"')


def build_pages(home: HomePage) -> None:
    """Make the pages of every draft below `home`, and their doors; once."""
    if home.get_children().filter(slug=FOR_ME.slug).exists():
        return
    pages = dict(add_pages(home, DRAFTS, visit_pages(home)))
    write_doors(home, DOORS, pages)
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.privacy_page = pages[PRIVACY.slug]
    settings.accessibility_page = pages[ACCESSIBILITY.slug]
    settings.save()


def visit_pages(home: Page) -> dict[str, Page]:
    """Return the pages about the visit by the Italian addresses, for links to them in texts."""
    slugs = list(DISCREET)
    keys = HomePage.objects.get(translation_key=home.translation_key, locale=Locale.get_default())
    originals = keys.get_children().filter(slug__in=slugs)
    return {page.slug: page.get_translation_or_none(home.locale) or page for page in originals}


def add_pages(
    home: Page, drafts: Sequence[Draft], known: Mapping[str, Page] | None = None
) -> Iterator[tuple[str, Page]]:
    """Publish the drafts below `home` and yield each page with its path.

    Bodies may link to one another, and to the pages that are `known` by a path.
    """
    made: dict[str, tuple[Page, Draft]] = {}

    def add(parent: Page, draft: Draft, above: str) -> None:
        path = above + draft.slug
        page = draft.model(title=draft.title, slug=draft.slug, search_description=draft.intro, **draft.fields)
        parent.add_child(instance=page)
        made[path] = (page, draft)
        for child in draft.children:
            add(page, child, f"{path}/")

    for draft in drafts:
        add(home, draft, "")
    pages = {**(known or {}), **{path: page for path, (page, _draft) in made.items()}}
    for path, (page, draft) in made.items():
        terms = terms_of(path, page.locale.language_code)
        publish(page, draft.body, pages, **({"search_terms": terms} if terms else {}))
        yield path, page


def publish(page: Any, body: Sequence[Block], pages: dict[str, Page], **fields: str) -> None:
    """Write the blocks into a content page, with `page:` links made real, and publish it."""
    page.refresh_from_db()
    for name, value in fields.items():
        setattr(page, name, value)
    page.body = stream(body, pages)
    page.full_clean()
    page.save_revision().publish()


def stream(blocks: Sequence[Block], pages: dict[str, Page]) -> str:
    """Return the stored form of a stream."""
    raw = json.dumps([{"type": kind, "value": value} for kind, value in blocks])
    return LINK.sub(lambda link: f'linktype=\\"page\\" id=\\"{pages[link[1]].pk}\\"', raw)


def write_doors(home: Any, doors: Sequence[tuple[str, str, str]], pages: dict[str, Page]) -> None:
    """Publish the home page with a door for each title, text and path."""
    blocks = [("door", {"title": title, "text": text, "page": pages[path].pk}) for title, text, path in doors]
    home.refresh_from_db()
    home.doors = stream(blocks, pages)
    home.save_revision().publish()
