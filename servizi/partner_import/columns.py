"""The columns of the sheet, as data: the same list writes a partner, reads it back and explains itself."""

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from servizi.directory.text_search import fold
from servizi.models import PartnerPage
from servizi.vocabulary import SHELTER, Audience, Language, PartnerKind, Service

SEPARATOR = " | "
YEARS_BACK, YEARS_AHEAD = 50, 10
"""No body of a directory was checked, or signed anything, further from today."""


class CellError(ValueError):
    """A cell that cannot be understood; the message says what to do."""


@dataclass(frozen=True)
class Column:
    """One column. `read` turns a cell into a value or raises CellError; `write` turns a page's value back."""

    header: str
    attribute: str
    explanation: Any
    read: Callable[[str], Any] = str
    write: Callable[[Any], str] = str
    required: bool = False


def nearest(word: str, names: Mapping[str, str]) -> str:
    """Return "Forse «name»?" for the key or name most like `word`, or nothing."""
    known = {fold(text): text for text in (*names, *names.values())}
    close = difflib.get_close_matches(fold(word), known, 1)
    return _(" Forse «%(name)s»?") % {"name": known[close[0]]} if close else ""


def one_of(word: str, names: Mapping[str, str]) -> str:
    """Return the key of `names` that `word` is, or names. Raises CellError, with the nearest one."""
    wanted = fold(word)
    for key, name in names.items():
        if wanted in {fold(key), fold(name)}:
            return key
    raise CellError(_("«%(word)s» non è nell’elenco.") % {"word": word} + nearest(word, names))


def split(cell: str) -> list[str]:
    return [word.strip() for word in cell.replace(";", "|").split("|") if word.strip()]


def words(vocabulary: type[TextChoices]) -> Callable[[str], tuple[str, ...]]:
    def read(cell: str) -> tuple[str, ...]:
        names = {str(word.value): str(word.label) for word in vocabulary}
        return tuple(one_of(word, names) for word in split(cell))

    return read


def kind(cell: str) -> str:
    """Return a kind of body, by its value or its label. Raises CellError."""
    if fold(cell) in {SHELTER, "casa rifugio"}:
        raise CellError(_("Le case rifugio non passano da un foglio: scrivile nel sito, sotto l’elenco."))
    if fold(cell) in {"cuav", "programma"}:
        raise CellError(_("I programmi per chi usa violenza hanno un elenco a parte: scrivilo là."))
    return one_of(cell, {str(word.value): str(word.label) for word in PartnerKind})


def day(cell: str) -> date | None:
    """Return a date as ISO 8601 or Italians write it. Raises CellError."""
    if not cell:
        return None
    this_year = timezone.localdate().year
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            found = datetime.strptime(cell, pattern).date()  # noqa: DTZ007
        except ValueError:
            continue
        if not this_year - YEARS_BACK <= found.year <= this_year + YEARS_AHEAD:
            raise CellError(_("Questa data è lontana da oggi: controlla l’anno."))
        return found
    raise CellError(_("Questa data non si legge: scrivila così, 2026-11-25 oppure 25/11/2026."))


def past_day(cell: str) -> date | None:
    """Return a date that is not ahead. Raises CellError."""
    found = day(cell)
    if found and found > timezone.localdate():
        raise CellError(_("Questa data deve ancora venire."))
    return found


def yes_or_no(cell: str) -> bool:
    """Return whether a cell says yes; an empty one says no. Raises CellError."""
    if fold(cell) in {"si", "no", ""}:
        return fold(cell) == "si"
    raise CellError(_("Scrivi «sì» oppure «no»."))


def join(values: Any) -> str:
    return SEPARATOR.join(values)


def iso(value: date | None) -> str:
    return value.isoformat() if value else ""


COLUMNS = (
    Column("chiave", "slug", gettext_lazy("Non si cambia. Vuota per un ente nuovo."), required=True),
    Column("nome", "title", gettext_lazy("Il nome dell’ente."), required=True),
    Column(
        "tipo",
        "kind",
        gettext_lazy("Una parola dell’elenco, per esempio «consultorio»."),
        kind,
        required=True,
    ),
    Column("comune", "section", gettext_lazy("Il Comune la cui redazione cura l’ente."), required=True),
    Column("comuni_serviti", "comuni", gettext_lazy("Per esempio «Bresso | Cormano»."), split, required=True),
    Column("in_breve", "summary", gettext_lazy("Una frase, al massimo 240 caratteri."), required=True),
    Column("descrizione", "description", gettext_lazy("Testo libero.")),
    Column("servizi", "services", gettext_lazy("Per esempio «ascolto | legale»."), words(Service), join),
    Column("per_chi", "audiences", gettext_lazy("Per esempio «donne | madri»."), words(Audience), join),
    Column("lingue", "languages", gettext_lazy("Per esempio «it | ar»."), words(Language), join),
    Column("telefono", "phone", gettext_lazy("Un numero, per esempio «02 0000 0001».")),
    Column("quando_risponde", "phone_hours", gettext_lazy("Per esempio «lun-ven 9-12».")),
    Column("email", "email", gettext_lazy("Quella pubblica.")),
    Column("sito", "website", gettext_lazy("Per esempio «https://www.example.org».")),
    Column("indirizzo", "street_address", gettext_lazy("Via, numero, Comune.")),
    Column("come_si_entra", "access_notes", gettext_lazy("Gradini, ascensore, mezzi.")),
    Column(
        "protocollo_firmato_il", "protocol_signed_on", gettext_lazy("Per esempio «2026-03-09»."), day, iso
    ),
    Column("verificato_il", "verified_on", gettext_lazy("Per esempio «2026-11-25»."), past_day, iso),
    Column(
        "storico",
        "is_archive",
        gettext_lazy("«sì» per un ente del 2012-15, senza contatti."),
        yes_or_no,
        lambda value: "sì" if value else "no",
    ),
)
BY_HEADER = {column.header: column for column in COLUMNS}


def key_of(page: PartnerPage) -> str:
    """Return what names a partner for good: the end of its address, unique as slugs are."""
    return "/".join(page.url_path.strip("/").split("/")[-2:]) if page.url_path else ""


def cells(page: PartnerPage, section: str) -> dict[str, str]:
    """Return a partner as the cells of a line; `section` is the name of the Comune that edits it."""
    special: dict[str, str] = {
        "slug": key_of(page),
        "section": section,
        "comuni": join(sorted(comune.name for comune in page.comuni.all())),
    }
    return {
        column.header: special[column.attribute]
        if column.attribute in special
        else column.write(getattr(page, column.attribute))
        for column in COLUMNS
    }
