"""Text to lines, and lines to a file. Nothing here knows what a partner is."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

LARGEST_FILE = 1_000_000
DELIMITERS = ";,\t"
MOST_ABOVE = 5
"""Lines in which the header is looked for, below a title or what Excel is told of the separator."""
TELLS_SEPARATOR = re.compile(r"\"?sep=([;,\t])\"?[;,\t]*", re.IGNORECASE)
# A cell that begins like this would be run as a formula by a spreadsheet (OWASP, CSV injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong and what to do. `line` counts as a spreadsheet does, the header being 1."""

    line: int
    column: str
    message: str


class UnreadableError(Exception):
    """The file as a whole cannot be read; carries one problem."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.problem = CellProblem(line, "", message)

    @classmethod
    def at(cls, problem: CellProblem) -> "UnreadableError":
        """Return the refusal of one cell."""
        error = cls(problem.message)
        error.problem = problem
        return error


@dataclass(frozen=True)
class Sheet:
    """The header and the lines below it, each with its number."""

    header: list[str]
    lines: list[tuple[int, list[str]]]
    first: int = 1
    """The line of the header."""


def parse(text: str) -> Sheet:
    """Return the lines of a text separated by semicolons, commas or tabs. Raises UnreadableError."""
    lines = text.splitlines()[:MOST_ABOVE]
    named = TELLS_SEPARATOR.fullmatch(lines[0]) if lines else None
    rows = _rows(text, named[1] if named else _delimiter(lines))
    start = _header_at(rows, 1 if named else 0)
    if start is None:
        raise UnreadableError(_("Il file è vuoto: la prima riga deve avere i nomi delle colonne."))
    header = _without_empty_end([cell.strip().lower() for cell in rows[start]])
    body = [(number, [_cell(cell) for cell in row]) for number, row in enumerate(rows, start=1)]
    below = body[start + 1 :]
    return Sheet(header, [(number, _as_long_as(header, row)) for number, row in below if any(row)], start + 1)


def _delimiter(lines: list[str]) -> str:
    """Return what separates the first line that has columns: above it a title may stand."""
    first = next((line for line in lines if any(sign in line for sign in DELIMITERS)), "")
    return max(DELIMITERS, key=first.count)


def _header_at(rows: list[list[str]], start: int) -> int | None:
    """Return the place of the header: a row with one cell above it is a title over all columns."""
    filled = [sum(1 for cell in row if cell.strip()) for row in rows[start : start + MOST_ABOVE]]
    places = [place for place, cells in enumerate(filled, start=start) if cells]
    return next((place for place in places if filled[place - start] > 1), places[0] if places else None)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    try:
        rows.extend(reader)
    except csv.Error as error:
        if "field limit" in str(error):
            message = _("Una cella ha più di %(most)s caratteri: forse manca la virgoletta che la chiude.")
            raise UnreadableError(message % {"most": csv.field_size_limit()}, len(rows) + 1) from error
        raise UnreadableError(_('Le virgolette non si chiudono: controlla le celle con «"».')) from error
    return rows


def _cell(cell: str) -> str:
    # Spaces at the ends are slips; a tab or a line break there is told, as one inside the text is.
    return unguard(cell.strip(" \u00a0"))


def _without_empty_end(row: list[str]) -> list[str]:
    """Return the row without the empty cells that spreadsheets add up to the last column ever used."""
    end = max((place for place, cell in enumerate(row, start=1) if cell), default=0)
    return row[:end]


def _as_long_as(header: list[str], row: list[str]) -> list[str]:
    cells = _without_empty_end(row)
    return cells + [""] * (len(header) - len(cells))


def guard(cell: str) -> str:
    """Return the cell so that no spreadsheet runs it; `unguard` takes it back."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def unguard(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA_STARTS) else cell


def write(header: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """Return a file that Excel and LibreOffice open by a double click: UTF-8 with a mark, semicolons."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(header)
    writer.writerows([guard(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
