"""What somebody sends as a sheet: a CSV file in any alphabet, or a workbook."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from servizi.partner_import.csv_files import LARGEST_FILE, UnreadableError, parse
from servizi.partner_import.encodings import Reading, readings
from servizi.partner_import.workbook import OLD_OR_LOCKED, WORKBOOK, read_workbook

MOST_NAMES = 3


def arrivals(data: bytes) -> list[Reading]:
    """Return every way to read the file: where there are two, a person chooses. Raises UnreadableError."""
    if len(data) > LARGEST_FILE:
        raise UnreadableError(_("Il file supera 1 MB: dividilo in più file."))
    if data.startswith(WORKBOOK):
        return [read_workbook(data)]
    if data.startswith(OLD_OR_LOCKED):
        raise UnreadableError(
            _("È un vecchio file di Excel (.xls) o ha una password: salvalo come «.xlsx» senza password.")
        )
    found = readings(data)
    if not found:
        raise UnreadableError(
            _("Questo file non è un testo. Salvalo di nuovo, come «CSV UTF-8» o come «.xlsx», e ricaricalo.")
        )
    return found


def first_names(reading: Reading) -> list[str]:
    """Return the first names in the sheet, those by whose accents a person sees whether it was read well."""
    names = list(_names(reading))
    return ([name for name in names if not name.isascii()] or names)[:MOST_NAMES]


def _names(reading: Reading) -> Iterator[str]:
    try:
        sheet = parse(reading.text)
    except UnreadableError:
        return
    place = sheet.header.index("nome") if "nome" in sheet.header else 0
    for _line, row in sheet.lines:
        # Of a line whose name is plain, another cell may show the difference.
        telling = [row[place], *row] if place < len(row) else row
        yield next((cell for cell in telling if not cell.isascii()), telling[0])
