"""The pages in English: the home page, and what a woman needs to find a desk and to write to it."""

from typing import Any

from wagtail.models import Locale, Page

from home.models import HomePage
from servizi.editor_permissions import give_to_editors
from servizi.models import DeskIndexPage, DeskPage

from . import contact_page, discreet
from .content_files import read_page, read_pages
from .page_fields import fields_of
from .pages import stream, visit_pages, write_doors, written_pages

ENGLISH = "en"


def build_english(home: HomePage) -> None:
    """Publish the translations of `home` and of the pages below it; once."""
    locale, _created = Locale.objects.get_or_create(language_code=ENGLISH)
    if home.get_translation_or_none(locale):
        return
    text = read_page("", ENGLISH)
    english_home = translate(home, locale, doors="[]", **fields_of(text, HomePage, besides=("doors",)))
    translate_desks(home, locale)
    for path in (*discreet.PATHS, contact_page.PATH):
        slug = read_page(path, ENGLISH).slug
        page = translate(page_at(home, path), locale, slug=slug, **discreet.words_of(path, ENGLISH))
        if path == contact_page.PATH:
            contact_page.approve(page)
    pages = translate_pages(home, locale)
    write_doors(english_home, text.words["doors"], pages)


def translate(page: Page, locale: Locale, **fields: Any) -> Any:
    """Return the published translation of a page, with these fields in its own words."""
    translated: Any = page.specific.copy_for_translation(locale)
    for name, value in fields.items():
        setattr(translated, name, value)
    translated.full_clean()
    translated.save_revision().publish()
    translated.refresh_from_db()
    return translated


def page_at(home: Page, path: str) -> Page:
    """Return the page at a path below the home page."""
    found: Page = home.get_descendants().get(url_path=f"{home.url_path}{path}/")
    return found


def translate_desks(home: HomePage, locale: Locale) -> None:
    index = DeskIndexPage.objects.child_of(home).get()
    text = read_page(index.slug, ENGLISH)
    translate(index, locale, slug=text.slug, **fields_of(text, DeskIndexPage))
    for desk in DeskPage.objects.child_of(index):
        text = read_page(f"{index.slug}/{desk.slug}", ENGLISH)
        phones = [
            {**row, "value": {**row["value"], **words}}
            for row, words in zip(desk.phones.raw_data, text.words["phones"], strict=True)
        ]
        fields = fields_of(text, DeskPage, besides=("phones",))
        translated = translate(desk, locale, phones=phones, **fields)
        give_to_editors(translated, desk.comune)


def translate_pages(home: HomePage, locale: Locale) -> dict[str, Page]:
    """Return the published translations by the path of the Italian page; their texts link to one another."""
    written = {text.path for text in written_pages()}
    texts = {path: text for path, text in read_pages(ENGLISH).items() if path in written}
    found: dict[str, Page] = {}
    for path, text in texts.items():
        page = page_at(home, path).specific
        # What a page does not say in English it must not say in Italian.
        unsaid = {name: "" for name in ("plain_word", "search_terms") if hasattr(page, name)}
        fields = unsaid | fields_of(text, type(page))
        found[path] = translate(page, locale, slug=text.slug, body="[]", **fields)
    known = visit_pages(HomePage.objects.get(translation_key=home.translation_key, locale=locale))
    for path, text in texts.items():
        page = found[path]
        page.body = stream(text.body, {**known, **found})
        page.full_clean()
        page.save_revision().publish()
    return found
