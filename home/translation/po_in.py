"""A PO file that came back from a translation office: read as a whole, and taken as a whole or not at all."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, read_po
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.blocks import Block
from wagtail.models import Locale, Page

from home.translation.drafts import save
from home.translation.form import form_field
from home.translation.markup import bare, keeps_markup, page_numbers, tokens
from home.translation.po_out import PROJECT, identifier
from home.translation.segments import Kind
from home.translation.side_by_side import Pair, SideBySide
from home.translation.source_revisions import beside, original_of

LARGEST = 5 * 1024 * 1024
"""Bytes; a file of the whole site has a tenth of it."""


LINE = re.compile(r'(?:#.*|(?:msg(?:ctxt|id|id_plural|str(?:\[\d+\])?)\s+)?"(?:[^"\\]|\\.)*")?')


class UnusableFileError(Exception):
    """A file of which nothing is taken; `reasons` are sentences."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(*reasons)
        self.reasons = reasons


@dataclass(slots=True)
class Report:
    """What came of a file: the pages with a new draft, and sentences on what was left out."""

    pages: list[Any] = field(default_factory=list)
    texts: int = 0
    notes: list[str] = field(default_factory=list)


def take_in(data: bytes, locale: Locale, user: Any) -> Report:
    """Make drafts of what a file says. Raises UnusableFileError, and then nothing was changed."""
    by_page: dict[str, list[Message]] = defaultdict(list)
    for message in _read(data, locale):
        by_page[str(message.context or "").partition("/")[0]].append(message)
    taken = _Taken()
    pages = _pages(by_page, locale)
    for key, messages in by_page.items():
        page = pages.get(key)
        original = original_of(page) if page is not None else None
        if original is None:
            taken.unknown += len(messages)
        else:
            taken.look_at(page, original, messages, user)
    if taken.wrong:
        raise UnusableFileError(*taken.wrong)
    return taken.save(user)


class _Taken:
    """What a file says that is new, and what is wrong with it, gathered page by page."""

    def __init__(self) -> None:
        self.drafts: list[tuple[Any, SideBySide, dict[str, str]]] = []
        self.wrong: list[str] = []
        self.changed: list[str] = []
        self.unknown = 0

    def look_at(self, page: Any, original: Any, messages: list[Message], user: Any) -> None:
        beside_it = beside(page, original)
        known = {pair.path: pair for pair in beside_it.pairs if not pair.row}
        texts: dict[str, str] = {}
        for message in messages:
            pair = known.get(str(message.context).partition("/")[2])
            if pair is None:
                self.unknown += 1
            elif bare(str(message.id)) != bare(pair.source.text):
                self.changed.append(f"«{original.title}», {pair.source.label}")
            elif bare(str(message.string)) != bare(pair.text):
                self.wrong += _faults(pair, str(message.string), original)
                texts[pair.path] = str(message.string)
        if texts:
            self.wrong += _rights(page, user)
            self.drafts.append((page, beside_it, texts))

    def save(self, user: Any) -> Report:
        """Make the drafts, all or none; raises UnusableFileError."""
        report = Report(notes=list(_left_out(self.changed, self.unknown)))
        try:
            with transaction.atomic():
                for page, beside_it, texts in self.drafts:
                    beside_it.apply(texts)
                    save(beside_it.page, user)
                    report.pages.append(page)
                    report.texts += len(texts)
        except ValidationError as error:
            raise UnusableFileError(*error.messages) from None
        return report


def _read(data: bytes, locale: Locale) -> list[Message]:
    """Return the translated texts of a file; raises UnusableFileError."""
    if len(data) > LARGEST:
        raise UnusableFileError(_("Il file è troppo grande: al massimo 5 MB."))
    try:
        _check_lines(data.decode("utf-8-sig"))
        # Babel would read another encoding, and keep replacement signs, as the file's head says.
        catalog = read_po(BytesIO(data.decode("utf-8-sig").encode()), abort_invalid=True)
    except UnicodeDecodeError:
        reason = _("Il file non è in UTF-8: chiedi di salvarlo in UTF-8, poi caricalo di nuovo.")
        raise UnusableFileError(reason) from None
    except (PoFileError, ValueError, LookupError, TypeError, AttributeError) as error:
        place = f" ({error})" if isinstance(error, PoFileError) else ""
        raise UnusableFileError(_("Il file non è un file PO intero.") + place) from None
    code = locale.language_code
    language = str(catalog.locale_identifier or "").replace("-", "_").lower()
    said = {identifier(code).lower(), code.partition("-")[0]} if code != "it-simple" else {"it_simple"}
    if language not in said or (catalog.project == PROJECT and catalog.version not in {code, "VERSION"}):
        words = _("Il file è in un’altra lingua («%(said)s»): qui serve «%(needed)s».")
        raise UnusableFileError(words % {"said": language or "?", "needed": identifier(code)})
    return [each for each in catalog if each.id and each.string and not each.fuzzy]


def _check_lines(text: str) -> None:
    """Raise UnusableFileError for a line that is none of a PO file: Babel drops what it cannot read."""
    for number, line in enumerate(text.splitlines(), 1):
        if not LINE.fullmatch(line.strip()):
            raise UnusableFileError(_("Il file non è un file PO intero: guarda la riga %d.") % number)


def _pages(keys: dict[str, Any], locale: Locale) -> dict[str, Any]:
    mine = Page.objects.filter(locale=locale).specific()
    return {key: page for page in mine if (key := str(page.translation_key)) in keys}


def _faults(pair: Pair, text: str, original: Page) -> Iterator[str]:
    """Yield a sentence for each thing that the office broke in a text."""
    where = f"«{original.title}», {pair.source.label}: "
    if tokens(text) != tokens(pair.source.text):
        theirs, mine = tokens(pair.source.text), tokens(text)
        yield where + _("il segnaposto %(token)s deve restare com’è.") % {
            "token": ", ".join(theirs - mine or mine - theirs)
        }
    if pair.source.kind is Kind.RICH:
        linked = page_numbers(pair.source.text) | page_numbers(pair.text)
        if not keeps_markup(pair.source.text, text) or not page_numbers(text) <= linked:
            yield where + _("i segni <…> non sono quelli del testo italiano.")
        return
    try:
        form_field(pair.source).clean(text)
        if not isinstance(pair.source.typed, Block):
            pair.source.typed.run_validators(text)
    except ValidationError as error:
        yield from (where + message for message in error.messages)


def _rights(page: Any, user: Any) -> Iterator[str]:
    rights = page.permissions_for_user(user)
    if not rights.can_edit():
        yield _("Non puoi modificare «%(title)s»: chiedi a chi coordina.") % {"title": page.title}
    elif rights.page_locked():
        yield _("«%(title)s» aspetta l’approvazione o è bloccata: riprova dopo.") % {"title": page.title}


def _left_out(changed: list[str], unknown: int) -> Iterator[str]:
    if changed:
        words = ngettext(
            "Un testo italiano nel frattempo è cambiato, e la sua traduzione non è stata presa: %(places)s.",
            "%(number)d testi italiani nel frattempo sono cambiati, e le traduzioni non sono state prese: "
            "%(places)s.",
            len(changed),
        )
        yield words % {"number": len(changed), "places": "; ".join(changed)}
    if unknown:
        words = ngettext(
            "Un testo del file non c’è più sul sito, e non è stato preso.",
            "%(number)d testi del file non ci sono più sul sito, e non sono stati presi.",
            unknown,
        )
        yield words % {"number": unknown}
