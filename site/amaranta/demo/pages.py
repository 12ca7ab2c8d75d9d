"""The written pages of the demonstration: made once, then linked to each other and to the home page."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.models import Locale, Page, Site

from home.models import HelpPage, HomePage, InformationPage, LegalPage, SiteSettings

from .content_files import ContentError, PageText, read_page, read_pages
from .markdown_blocks import Block
from .page_fields import fields_of, model_of

# Paths of the pages about the visit that texts may link to.
DISCREET = ("tracce",)
PRIVACY, ACCESSIBILITY, LEGAL = "riservatezza", "accessibilita", "note-legali"
# As it stands in JSON.
LINK = re.compile(r'href=\\"page:([\w/-]+)\\"')


def build_pages(home: HomePage) -> None:
    """Make the written pages below `home`, and their doors; once."""
    texts = written_pages()
    if home.get_children().filter(slug=texts[0].slug).exists():
        return
    pages = dict(add_pages(home, texts, visit_pages(home)))
    write_doors(home, read_page("").words["doors"], pages)
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.privacy_page = pages[PRIVACY]
    settings.accessibility_page = pages[ACCESSIBILITY]
    settings.legal_page = pages[LEGAL]
    settings.save()


def written_pages() -> list[PageText]:
    """Return the pages of help and of information right below the home page, with all that are below them."""
    italian = read_pages("it")
    tops = {
        path
        for path, text in italian.items()
        if path and "/" not in path and issubclass(model_of(text), HelpPage | InformationPage | LegalPage)
    }
    return [text for path, text in italian.items() if path.partition("/")[0] in tops]


def visit_pages(home: Page) -> dict[str, Page]:
    """Return the pages about the visit by the Italian addresses, for links to them in texts."""
    slugs = list(DISCREET)
    keys = HomePage.objects.get(translation_key=home.translation_key, locale=Locale.get_default())
    originals = keys.get_children().filter(slug__in=slugs)
    return {page.slug: page.get_translation_or_none(home.locale) or page for page in originals}


def add_pages(
    top: Page, texts: Sequence[PageText], known: Mapping[str, Page] | None = None
) -> Iterator[tuple[str, Page]]:
    """Publish the pages below `top` and yield each with its path; a page above stands before those below.

    Bodies may link to one another, and to the pages that are `known` by a path. ContentError if Wagtail
    refuses a page.
    """
    made: dict[str, Page] = {}
    for text in texts:
        model = model_of(text)
        made[text.path] = page = model(slug=text.slug, **fields_of(text, model))
        made.get(text.path.rpartition("/")[0], top).add_child(instance=page)
    for text in texts:
        page = made[text.path]
        try:
            publish(page, text.body, {**(known or {}), **made})
        except ValidationError as error:
            raise ContentError(f"content/{text.name}: {error}") from error
        yield text.path, page


def publish(page: Any, body: Sequence[Block], pages: Mapping[str, Page]) -> None:
    """Write the blocks into a content page, with `page:` links made real, and publish it."""
    page.refresh_from_db()
    page.body = stream(body, pages)
    page.full_clean()
    page.save_revision().publish()


def stream(blocks: Sequence[Block], pages: Mapping[str, Page]) -> str:
    """Return the stored form of a stream."""
    raw = json.dumps([{"type": kind, "value": value} for kind, value in blocks])
    return LINK.sub(lambda link: f'linktype=\\"page\\" id=\\"{pages[link[1]].pk}\\"', raw)


def write_doors(home: Any, doors: Sequence[Mapping[str, str]], pages: Mapping[str, Page]) -> None:
    """Publish the home page with its doors, each with the path of the page that it leads to."""
    blocks = [("door", {**door, "page": pages[door["page"]].pk}) for door in doors]
    home.refresh_from_db()
    home.doors = stream(blocks, pages)
    home.save_revision().publish()
