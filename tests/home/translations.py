"""A page in Italian and its translation, small and invented."""

import json
from typing import Any

from wagtail.models import Locale, Page

from home.models import HomePage, InformationPage
from home.translation.drafts import begin
from home.translation.side_by_side import SideBySide
from home.translation.source_revisions import beside, original_of

FIRST, SECOND, NEW = "11111111", "22222222", "33333333"
WORDS = {
    "title": "Qui ti ascoltiamo",
    "search_description": "Due righe per chi arriva qui.",
}
ITALIAN = [
    {"type": "text", "id": FIRST, "value": "<p>Chiama il {{antiviolenza}}, <b>gratis</b> e a ogni ora.</p>"},
    {
        "type": "checklist",
        "id": SECOND,
        "value": {"heading": "Da avere", "items": ["Documenti", "Chiavi di casa di un’amica"]},
    },
]
ROMANIAN = {
    "title": "Aici te ascultăm",
    "search_description": "Două rânduri pentru cine ajunge aici.",
    f"body/{FIRST}": "<p>Sună la {{antiviolenza}}, <b>gratuit</b> și la orice oră.</p>",
    f"body/{SECOND}/heading": "De avut",
}


def language(code: str = "ro") -> Locale:
    found: Locale = Locale.objects.get_or_create(language_code=code)[0]
    return found


def italian_page(home: HomePage) -> Any:
    page = InformationPage(**WORDS, slug="ascolto", body=json.dumps(ITALIAN))
    home.add_child(instance=page)
    publish(page)
    return page


def publish(page: Any) -> None:
    page.save_revision(clean=False, log_action=True).publish()
    page.refresh_from_db()


def translated(page: Page, code: str = "ro", texts: dict[str, str] | None = None) -> Any:
    """Return the published translation of a page; of those above it the drafts."""
    mine = begin(page, language(code), None).specific
    pair = beside(mine, original_of(mine))
    every = {each.path: each.text for each in pair.pairs} | (texts or all_words(pair))
    pair.apply(every)
    publish(pair.page)
    mine.refresh_from_db()
    return mine


def all_words(pair: SideBySide) -> dict[str, str]:
    """Return the Romanian words, those of list items by their place."""
    items = [each.path for each in pair.pairs if "/items/" in each.path]
    return ROMANIAN | dict(zip(items, ("Acte", "Cheile casei unei prietene"), strict=True))


def change(page: Any, *, title: str = "", rows: list[Any] | None = None) -> None:
    """Publish the page with another title or other blocks."""
    page = page.get_latest_revision_as_object()
    page.title = title or page.title
    if rows is not None:
        page.body = json.dumps(rows)
    publish(page)


def states(page: Any) -> dict[str, str]:
    """Return what is open, by the place of the text."""
    return {each.path: str(each.state) for each in beside(page, original_of(page)).pairs if each.is_open}
