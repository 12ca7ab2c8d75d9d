"""Bytes to lines and back. Nothing here knows what a partner is."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

LARGEST_FILE = 1_000_000
DELIMITERS = ";,\t"
# A cell that begins like this would be run as a formula by a spreadsheet (OWASP, CSV injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
SPREADSHEET = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong and what to do. `line` counts as a spreadsheet does, the header being 1."""

    line: int
    column: str
    message: str


class UnreadableError(Exception):
    """The file as a whole cannot be read; carries one problem."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.problem = Problem(line, "", message)


@dataclass(frozen=True)
class Sheet:
    """The header and the lines below it, each with its number."""

    header: list[str]
    lines: list[tuple[int, list[str]]]


def decode(data: bytes) -> str:
    """Return the text of a UTF-8 file. Raises UnreadableError, with the first line that is something else."""
    advice = _(
        "Salva di nuovo il file (in Excel «CSV UTF-8», in LibreOffice «Unicode (UTF-8)») e ricaricalo."
    )
    if len(data) > LARGEST_FILE:
        raise UnreadableError(_("Il file supera 1 MB: dividilo in più file."))
    if data.startswith(SPREADSHEET):
        raise UnreadableError(_("Questo è un foglio di calcolo, non un CSV.") + " " + advice)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableError(_("I caratteri non sono in UTF-8.") + " " + advice, line) from error
    if "\0" in text:
        raise UnreadableError(_("I caratteri non sono in UTF-8.") + " " + advice)
    return text


def parse(data: bytes) -> Sheet:
    """Return the lines of a file separated by semicolons, commas or tabs. Raises UnreadableError."""
    text = decode(data)
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise UnreadableError(_('Le virgolette non si chiudono: controlla le celle con «"».')) from error
    if not rows or not any(cell.strip() for cell in rows[0]):
        raise UnreadableError(_("Il file è vuoto: la prima riga deve avere i nomi delle colonne."))
    header = [cell.strip().lower() for cell in rows[0]]
    body = [(number, [unguard(cell.strip()) for cell in row]) for number, row in enumerate(rows[1:], start=2)]
    return Sheet(header, [(number, row) for number, row in body if any(row)])


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
