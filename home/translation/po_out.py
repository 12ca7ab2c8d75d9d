"""A PO file of one page, or of all pages below one, for a translation office."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from wagtail.models import Locale, Page

from home.translation.markup import bare, tokens
from home.translation.segments import Kind
from home.translation.side_by_side import State
from home.translation.source_revisions import beside, original_of

PROJECT = "Amaranta"


def context_of(page: Page, path: str) -> str:
    """Return the name of a text in every file: of which page, whatever its language, and where in it."""
    return f"{page.translation_key}/{path}"


def pages_of(original: Page, locale: Locale, *, below: bool) -> list[Any]:
    """Return the translations of a page, and of those below it."""
    family = original.get_descendants(inclusive=True) if below else Page.objects.filter(pk=original.pk)
    keys = family.values_list("translation_key", flat=True)
    return list(Page.objects.filter(locale=locale, translation_key__in=keys).specific().order_by("path"))


def po_file(pages: Iterable[Any], locale: Locale) -> bytes:
    """Return the file: what is translated, what is open, and what the Italian was where it has changed."""
    code = locale.language_code
    catalog = Catalog(
        locale=identifier(code),
        project=PROJECT,
        version=code,
        header_comment=f"# {PROJECT}, {locale.get_display_name()} ({code})",
        fuzzy=False,
    )
    for page in pages:
        original = original_of(page)
        if original is not None:
            _add(catalog, page, original)
    file = BytesIO()
    write_po(file, catalog, width=0, include_previous=True)
    return file.getvalue()


def identifier(code: str) -> str:
    """Return a language as PO files name it: zh_Hans for zh-hans."""
    main, _sign, rest = code.partition("-")
    return f"{main}_{rest.capitalize()}" if rest else main


def _add(catalog: Catalog, page: Any, original: Page) -> None:
    for pair in beside(page, original).pairs:
        # The block is added beside the Italian one first; an empty id is the file's own head.
        if pair.state is State.ADDED or not pair.source.text:
            continue
        source = bare(pair.source.text)
        comments = [f"{original.title}: {pair.source.label}"]
        if pair.source.kind is Kind.RICH:
            comments.append("HTML: lascia i segni <…> come sono / keep the tags as they are")
        if tokens(source):
            comments.append("{{…}}: lascia com’è / keep as it is")
        catalog.add(
            source,
            "" if pair.state is State.ITALIAN else bare(pair.text),
            auto_comments=comments,
            context=context_of(page, pair.path),
            flags=["fuzzy"] if pair.state is State.BEHIND else [],
            previous_id=bare(pair.before) if pair.state is State.BEHIND and pair.before else "",
        )
