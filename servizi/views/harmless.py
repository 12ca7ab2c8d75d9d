"""A list that is opened in a spreadsheet must not compute anything."""

from typing import Any

from servizi.partner_import.csv_files import guard


class HarmlessSheetMixin:
    """Stands before a view of Wagtail's that exports: its CSV would carry formulas; its XLSX does not."""

    FORMAT_CSV: str

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """Return what is written into a cell."""
        inherited: Any = super()
        found = inherited.preprocess_field_value(field, value, export_format)
        return guard(found) if export_format == self.FORMAT_CSV and isinstance(found, str) else found
