"""A list that is opened in a spreadsheet must not compute anything."""

import datetime as dt
from decimal import Decimal
from typing import Any

from wagtail.admin.views.mixins import SpreadsheetExportMixin

from servizi.partner_import.csv_files import guard

COUNTED = (int, float, Decimal, dt.date, dt.time, dt.timedelta)
"""Numbers and dates begin with a sign of their own, and compute nothing."""


def make_exports_harmless() -> None:
    """Guard every cell of every CSV that Wagtail writes: reports, accounts, lists that come later.

    Its XLSX marks what would be a formula as text; its CSV does not.
    """
    SpreadsheetExportMixin.write_csv_row = _write_csv_row


def _write_csv_row(view: Any, writer: Any, row: dict[str, Any]) -> Any:
    cells = {
        field: view.preprocess_field_value(field, value, view.FORMAT_CSV) for field, value in row.items()
    }
    return writer.writerow({field: _harmless(value) for field, value in cells.items()})


def _harmless(value: Any) -> Any:
    return value if value is None or isinstance(value, COUNTED) else guard(str(value))
