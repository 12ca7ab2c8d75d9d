"""The pages in other languages, as many as have texts: each translates the Italian one at its path."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from wagtail.models import Locale, Page

from home.models import HomePage, SiteLanguage
from servizi.editor_permissions import give_to_editors
from servizi.models import DeskIndexPage, DeskPage

from . import contact_page, discreet
from .content_files import CONTENT, read_page, read_pages
from .doors import translate_doors
from .page_fields import fields_of
from .pages import stream, visit_pages, write_doors, written_pages

LANGUAGES = [
    code
    for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES
    if code != settings.LANGUAGE_CODE and (CONTENT / code).is_dir()
]


def build_translations(home: HomePage, languages: Iterable[str] = LANGUAGES) -> None:
    """Publish the translations of `home` and of the pages below it; each language once."""
    for language in languages:
        locale, _created = Locale.objects.get_or_create(language_code=language)
        if not home.has_translation(locale):
            Translation(home, locale).build()
        # After its pages: where there are none, it begins them as an administrator's click would.
        SiteLanguage.objects.get_or_create(code=language)


class Translation:
    """The pages of one language."""

    def __init__(self, home: HomePage, locale: Locale) -> None:
        self.home, self.locale, self.language = home, locale, locale.language_code

    def build(self) -> None:
        text = read_page("", self.language)
        home = translate(self.home, self.locale, doors="[]", **fields_of(text, HomePage, besides=("doors",)))
        self.desks()
        for path in (*discreet.PATHS, contact_page.PATH):
            slug = read_page(path, self.language).slug
            words = discreet.words_of(path, self.language)
            page = translate(page_at(self.home, path), self.locale, slug=slug, **words)
            if path == contact_page.PATH:
                contact_page.approve(page)
        pages = self.pages()
        write_doors(home, text.words["doors"], pages)
        translate_doors(self.home, self.locale, self.language, pages)

    def desks(self) -> None:
        index = DeskIndexPage.objects.child_of(self.home).get()
        text = read_page(index.slug, self.language)
        translate(index, self.locale, slug=text.slug, **fields_of(text, DeskIndexPage))
        for desk in DeskPage.objects.child_of(index):
            text = read_page(f"{index.slug}/{desk.slug}", self.language)
            phones = [
                {**row, "value": {**row["value"], **words}}
                for row, words in zip(desk.phones.raw_data, text.words["phones"], strict=True)
            ]
            fields = fields_of(text, DeskPage, besides=("phones",))
            give_to_editors(translate(desk, self.locale, phones=phones, **fields), desk.comune)

    def pages(self) -> dict[str, Page]:
        """Return the published translations by the path of the Italian page; they link to one another."""
        written = {text.path for text in written_pages()}
        texts = {path: text for path, text in read_pages(self.language).items() if path in written}
        found: dict[str, Page] = {}
        for path, text in texts.items():
            page = page_at(self.home, path).specific
            # What a page does not say in this language it must not say in Italian.
            unsaid = {name: "" for name in ("plain_word", "search_terms") if hasattr(page, name)}
            fields = unsaid | fields_of(text, type(page))
            found[path] = translate(page, self.locale, slug=text.slug, body="[]", **fields)
        home = HomePage.objects.get(translation_key=self.home.translation_key, locale=self.locale)
        known = visit_pages(home)
        for path, text in texts.items():
            page = found[path]
            page.body = stream(text.body, {**known, **found})
            page.full_clean()
            page.save_revision().publish()
        return found


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
