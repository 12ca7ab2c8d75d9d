"""A file of Excel (.xlsx) as the text of a CSV file. Read in a stream; no formula is computed."""

import csv
import datetime as dt
import io
import zipfile
from typing import Any

from django.utils.translation import gettext as _

from servizi.partner_import.csv_files import CellProblem, UnreadableError
from servizi.partner_import.encodings import Reading

WORKBOOK = b"PK\x03\x04"
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
# What it may become when it is unpacked: a megabyte of zeros is a kilobyte in the file.
LARGEST_UNPACKED = 10_000_000
MOST_PARTS = 200
MOST_ROWS, MOST_COLUMNS = 1000, 60
# Excel's own way to write the names of columns.
FIRST_LETTER, LETTERS = ord("A"), 26


def read_workbook(data: bytes) -> Reading:
    """Return the first visible sheet with cells. Raises UnreadableError, also where one holds a formula."""
    # Late: openpyxl and lxml are ten megabytes in every process, for a sheet or two in a year.
    from servizi.partner_import.cells import OnlyCells

    _check_parts(data)
    try:
        reader = OnlyCells(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        reader.read()
        title, rows = _first_filled(reader.wb)
    except UnreadableError:
        raise
    except Exception as error:  # openpyxl raises whatever its parsers raise
        raise UnreadableError(
            _("Questo file di Excel non si legge: aprilo, salvalo di nuovo e ricaricalo.")
        ) from error
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)
    return Reading("Excel", out.getvalue(), title)


def _check_parts(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            found = parts.infolist()
    except zipfile.BadZipFile as error:
        raise UnreadableError(_("Il file è incompleto: salvalo di nuovo e ricaricalo.")) from error
    if len(found) > MOST_PARTS or sum(part.file_size for part in found) > LARGEST_UNPACKED:
        raise UnreadableError(_("Questo foglio è troppo grande: lascia solo le righe degli enti."))
    if not any(part.filename == "xl/workbook.xml" for part in found):
        raise UnreadableError(
            _("Questo non è un foglio di Excel (.xlsx). Da LibreOffice salva come «Excel 2007-365 (.xlsx)».")
        )


def _first_filled(book: Any) -> tuple[str, list[list[str]]]:
    """Return the first sheet with cells: before it there may be a cover, or a chart on an empty sheet.

    Raises UnreadableError.
    """
    found: tuple[str, list[list[str]]] | None = None
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            sheet.reset_dimensions()  # written by another program, they may say anything
            rows = [[_text(cell) for cell in row] for row in _rows(sheet)]
            found = found or (str(sheet.title), rows)
            if any(any(row) for row in rows):
                return str(sheet.title), rows
    if found is None:
        raise UnreadableError(_("In questa cartella di Excel non c’è nessun foglio di celle che si veda."))
    return found


def _rows(sheet: Any) -> Any:
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), start=1):
        if number > MOST_ROWS:
            raise UnreadableError(_("Il foglio ha più di %(most)s righe.") % {"most": MOST_ROWS}, number)
        for place, cell in enumerate(row):
            if cell.data_type == "f":
                raise UnreadableError.at(
                    CellProblem(
                        number, _letters(place), _("Qui c’è una formula: al suo posto scrivi il testo.")
                    )
                )
        yield row


def _letters(place: int) -> str:
    before, last = divmod(place, LETTERS)
    return (chr(FIRST_LETTER + before - 1) if before else "") + chr(FIRST_LETTER + last)


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "sì" if value else "no"
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
