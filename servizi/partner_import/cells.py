"""What openpyxl reads of a file of Excel. Imported where a file is read, and nowhere else."""

from typing import Any

from openpyxl.reader.excel import ExcelReader


class OnlyCells(ExcelReader):
    """Passes over charts that have a sheet of their own: openpyxl fails on one whose drawing is missing."""

    def read_chartsheet(self, sheet: Any, rel: Any) -> None:
        """Leave it out."""
