"""What a sheet would change, found out before anything is written."""

import re
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from home.publication.refusals import refusals
from home.publication.reserved_phrases import ReservedPhrases
from home.text.one_line import visible
from servizi.directory.text_search import fold
from servizi.models import Comune, PartnerPage, PartnerSectionPage
from servizi.partner_import.columns import BY_HEADER, COLUMNS, CellError, cells, key_of, nearest, one_of
from servizi.partner_import.csv_files import CellProblem, Sheet

# What one transaction may hold the database for: longer, and a woman's message would wait too long.
MOST_LINES = 200
# Of Excel in Italian and in English; signs of number where a column is too narrow.
EXCEL_ERROR = re.compile(r"#(?:N/[AD]|GETTING_DATA|[A-Z]+(?:/0)?[!?]|#+)", re.IGNORECASE)
NOT_CHECKED = {"section", "comuni", "slug", "verified_on"}
CHECKED_FIELDS = frozenset(column.attribute for column in COLUMNS) - NOT_CHECKED


class Status(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass
class Row:
    """A line that can be taken in: the page with its new values, where it goes and what is different."""

    line: int
    page: PartnerPage
    section: PartnerSectionPage
    comuni: list[Comune]
    status: Status = Status.NEW
    changes: list[str] = field(default_factory=list)


@dataclass
class Plan:
    """All lines of a sheet. It may be carried out only without problems."""

    rows: list[Row]
    problems: list[CellProblem]

    def count(self, status: Status) -> int:
        return Counter(row.status for row in self.rows)[status]

    def having(self, status: Status) -> list[Row]:
        return [row for row in self.rows if row.status == status]


class Planner:
    """Reads the directory once, then judges line after line."""

    def __init__(self) -> None:
        main = {"locale__language_code": settings.LANGUAGE_CODE}
        sections = PartnerSectionPage.objects.filter(**main).select_related("comune")
        self.sections = {section.comune.slug: section for section in sections}
        self.comuni = {comune.slug: comune for comune in Comune.objects.all()}
        self.names = {slug: comune.name for slug, comune in self.comuni.items()}
        self.phrases = ReservedPhrases.load()
        pages = PartnerPage.objects.filter(**main).select_related("logo").prefetch_related("comuni")
        self.pages = {key_of(page): page for page in pages}
        section_at = {section.path: section.comune.slug for section in self.sections.values()}
        self.section_of = {
            key: section_at.get(page.path[: -page.steplen], "") for key, page in self.pages.items()
        }
        self.titles = {(self.section_of[key], fold(page.title)): key for key, page in self.pages.items()}
        self.seen: dict[object, int] = {}
        self.problems: list[CellProblem] = []

    def plan(self, sheet: Sheet) -> Plan:
        """Return what the sheet would do, or every problem in it."""
        self.problems += header_problems(sheet.header, sheet.first)
        if not sheet.lines:
            message = _("Sotto i nomi delle colonne non c’è nessuna riga: scrivi un ente per riga.")
            self.problems.append(CellProblem(sheet.first + 1, "", message))
        if len(sheet.lines) > MOST_LINES:
            message = _("Il file ha più di %(most)s righe: dividilo in più file.") % {"most": MOST_LINES}
            self.problems.append(CellProblem(MOST_LINES + 2, "", message))
        if self.problems:
            return Plan([], self.problems)
        rows = [self.row(line, sheet.header, row) for line, row in sheet.lines]
        return Plan([row for row in rows if row], self.problems)

    def row(self, line: int, header: list[str], row: list[str]) -> Row | None:
        if len(row) != len(header):
            message = _("La riga ha %(found)s celle invece di %(wanted)s: manca o avanza un separatore.")
            self.problem(line, "", message % {"found": len(row), "wanted": len(header)})
            return None
        before = len(self.problems)
        given = dict(zip(header, row, strict=True))
        values = self.values(line, given)
        found = self.target(line, given["chiave"], values) if len(self.problems) == before else None
        if found is None:
            return None
        self.check(line, found)
        return found if len(self.problems) == before else None

    def values(self, line: int, given: dict[str, str]) -> dict[str, Any]:
        """Return the cells as values by attribute; one that cannot be read (CellError) becomes a problem."""
        values: dict[str, Any] = {}
        for header, cell in given.items():
            column = BY_HEADER[header]
            try:
                visible(cell)
                if EXCEL_ERROR.fullmatch(cell):
                    message = _("Qui Excel ha scritto un errore al posto del testo: scrivi il testo.")
                    raise CellError(message)  # noqa: TRY301
                if column.required and header != "chiave" and not cell:
                    raise CellError(_("Questa cella non può essere vuota."))  # noqa: TRY301
                values[column.attribute] = self.comune_cell(header, column.read(cell))
            except CellError as error:
                self.problem(line, header, str(error))
            except ValidationError as error:
                self.problem(line, header, error.messages[0])
        return values

    def comune_cell(self, header: str, value: Any) -> Any:
        """Return the short names of the Comuni in a cell about them, any other as it is. Raises CellError."""
        if header == "comune":
            slug = one_of(value, self.names)
            if slug not in self.sections:
                raise CellError(_("Per questo Comune non c’è ancora una sezione: creala nell’elenco."))
            return slug
        return [one_of(name, self.names) for name in value] if header == "comuni_serviti" else value

    def target(self, line: int, key: str, values: dict[str, Any]) -> Row | None:
        """Return the page that the line is about, existing or new, with the line's values."""
        section = values.pop("section")
        comuni = [self.comuni[slug] for slug in values.pop("comuni")]
        name = (section, fold(values["title"]))
        del values["slug"]
        for mark, column in ((key, "chiave"), (name, "nome")):
            if mark and self.seen.setdefault(mark, line) != line:
                self.problem(line, column, _("È già alla riga %(line)s.") % {"line": self.seen[mark]})
                return None
        if key:
            return self.existing(line, key, section, comuni, values)
        if name in self.titles:
            message = _("C’è già in questo Comune: scrivi «%(key)s» nella colonna «chiave».")
            self.problem(line, "chiave", message % {"key": self.titles[name]})
            return None
        return Row(line, PartnerPage(**values), self.sections[section], comuni)

    def existing(
        self, line: int, key: str, section: str, comuni: list[Comune], values: dict[str, Any]
    ) -> Row | None:
        page = self.pages.get(key)
        message = obstacle(page, moved=page is not None and self.section_of[key] != section)
        if page is None or message:
            self.problem(line, "comune" if page and self.section_of[key] != section else "chiave", message)
            return None
        before = cells(page, self.names[section])
        for attribute, value in values.items():
            if attribute != "verified_on" or value:
                setattr(page, attribute, value)
        page.comuni = comuni
        after = cells(page, self.names[section])
        changes = [header for header in before if before[header] != after[header]]
        status = Status.CHANGED if changes else Status.UNCHANGED
        return Row(line, page, self.sections[section], comuni, status, changes)

    def check(self, line: int, row: Row) -> None:
        """Turn what the page's own rules and those of publication say into problems of the right columns."""
        header_of = {column.attribute: column.header for column in COLUMNS}
        others = {f.name for f in PartnerPage._meta.get_fields()} - CHECKED_FIELDS
        try:
            row.page.clean_fields(exclude=others)
            row.page.check_archive()
        except ValidationError as error:
            for attribute, messages in error.message_dict.items():
                for message in messages:
                    self.problem(line, header_of.get(attribute, ""), message)
        # The import publishes without a revision, so it asks itself what publishing one would ask.
        for finding in refusals(row.page, self.phrases):
            self.problem(line, header_of.get(finding.where.column, ""), str(finding))

    def problem(self, line: int, column: str, message: str) -> None:
        self.problems.append(CellProblem(line, column, message))


def header_problems(header: list[str], line: int = 1) -> list[CellProblem]:
    """Return what is wrong with the names of the columns."""
    known = {name: name for name in BY_HEADER}
    problems = [
        CellProblem(
            line, name, _("Questa colonna non è prevista: cambia il nome o toglila.") + nearest(name, known)
        )
        for name in header
        if name not in BY_HEADER
    ]
    for column in COLUMNS:
        times = header.count(column.header)
        if times > 1:
            problems.append(
                CellProblem(line, column.header, _("Questa colonna c’è più volte: lasciane una."))
            )
        if column.required and not times:
            problems.append(CellProblem(line, column.header, _("Manca questa colonna: aggiungila.")))
    return problems


def obstacle(page: PartnerPage | None, *, moved: bool) -> str:
    """Return why a line may not change this page, or nothing."""
    if page is None:
        return _("Nessun ente ha questa chiave. Per un ente nuovo lascia la cella vuota.")
    if moved:
        return _("L’ente è di un altro Comune: per spostarlo usa «Sposta» nella sua pagina.")
    if not page.live:
        return _("L’ente non è pubblicato: pubblicalo, oppure togli la riga.")
    if page.has_unpublished_changes:
        return _("L’ente ha modifiche non pubblicate: pubblicale o annullale, poi ricarica il file.")
    return ""
