"""The essential pages in English: the home page, and what a woman needs to find a desk and to write to it."""

from typing import Any

from django.utils.translation import override
from wagtail.models import Locale, Page

from amaranta.demo.contact_page import written_page
from amaranta.demo.discreet import written_pages
from amaranta.demo.pages import stream, visit_pages, write_doors
from amaranta.demo.text.english import DESK_INDEX, DESKS, DOORS, HOME, PAGES, PHONE_WORDS, SLUGS
from amaranta.demo.text.search_terms import terms_of
from home.models import HomePage
from servizi.editor_permissions import give_to_editors
from servizi.models import DeskIndexPage, DeskPage

ENGLISH = "en"


def build_english(home: HomePage) -> None:
    """Publish the translations of `home` and of the pages below it; once."""
    locale, _created = Locale.objects.get_or_create(language_code=ENGLISH)
    if home.get_translation_or_none(locale):
        return
    english_home = translate(home, locale, doors="[]", **HOME)
    translate_desks(home, locale)
    translate_visit(home, locale)
    pages = translate_pages(home, locale)
    write_doors(english_home, DOORS, pages)


def translate(page: Page, locale: Locale, **fields: Any) -> Any:
    """Return the published translation of a page, with these fields in its own words."""
    translated: Any = page.specific.copy_for_translation(locale)
    for name, value in fields.items():
        setattr(translated, name, value)
    translated.full_clean()
    translated.save_revision().publish()
    translated.refresh_from_db()
    return translated


def translate_desks(home: HomePage, locale: Locale) -> None:
    index = DeskIndexPage.objects.child_of(home).get()
    translate(index, locale, **DESK_INDEX)
    for desk in DeskPage.objects.child_of(index):
        translated = translate(desk, locale, phones=_worded(desk.phones.raw_data), **DESKS[desk.title])
        give_to_editors(translated, desk.comune)


def _worded(rows: Any) -> list[dict[str, Any]]:
    words = {"name": PHONE_WORDS, "answers": PHONE_WORDS}
    return [
        {**row, "value": {key: words.get(key, {}).get(text, text) for key, text in row["value"].items()}}
        for row in rows
    ]


def translate_visit(home: HomePage, locale: Locale) -> None:
    """Translate the pages about the visit itself and the form: their words are in the catalogue."""
    with override(ENGLISH):
        for written in (*written_pages(), written_page()):
            page = type(written).objects.child_of(home).get()
            names = [field.name for field in type(written)._meta.local_fields if field.name != "page_ptr"]
            words = {name: getattr(written, name) for name in (*names, "title")}
            translate(page, locale, slug=SLUGS[page.slug], **words)


def translate_pages(home: HomePage, locale: Locale) -> dict[str, Page]:
    """Return the published translations by the path of the Italian page; their texts link to one another."""
    found: dict[str, Page] = {}
    known = visit_pages(HomePage.objects.get(translation_key=home.translation_key, locale=locale))
    for path, words in PAGES.items():
        page = home.get_descendants().get(url_path=f"{home.url_path}{path}/")
        found[path] = translate(
            page,
            locale,
            slug=words.slug,
            title=words.title,
            search_description=words.intro,
            body="[]",
            **words.fields,
        )
    for path, words in PAGES.items():
        page = found[path]
        page.search_terms = terms_of(path, ENGLISH)
        page.body = stream(words.body, {**known, **found})
        page.full_clean()
        page.save_revision().publish()
    return found
