"""Paper: PDF files from markup, made when a material is published or a poster is first asked for."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from home.pdf_tags import write_tagged

# Neither Pango nor PDFium is safe in threads.
_one_at_a_time = threading.Lock()
_one_reader = threading.Lock()


class PdfUnavailableError(Exception):
    """Raised where no PDF file can be made: a library of the system (Pango) is missing."""


def write_pdf(markup: str) -> bytes:
    """Return markup as a tagged PDF (PDF/UA-1, ISO 14289-1). Raises PdfUnavailableError."""
    try:
        import weasyprint  # type: ignore[import-untyped]
        from weasyprint.urls import URLFetcher  # type: ignore[import-untyped]
    except OSError as error:
        raise PdfUnavailableError(str(error)) from error
    # Only what the markup itself carries: no file of this machine and no other host can get onto paper.
    fetcher = URLFetcher(allowed_protocols={"data"})
    with _one_at_a_time:
        return write_tagged(weasyprint.HTML(string=markup, url_fetcher=fetcher))


@contextmanager
def open_pdf(pdf: bytes) -> Iterator[Any]:
    """Read a PDF with PDFium, one at a time in each process. Raises PdfiumError, a RuntimeError."""
    import pypdfium2  # type: ignore[import-untyped]

    with _one_reader:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
