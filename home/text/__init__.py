"""Pure functions on text: letters, stems, dates, placeholders. Nothing here knows a page or a model."""
