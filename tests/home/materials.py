"""Materials of the school library, and what can be read in their files."""

import datetime as dt
import io
import json
import zipfile
from typing import Any

import pypdfium2

from home.models import BasePage, MaterialIndexPage, MaterialPage
from home.schools.package import refresh

Demo = dict[str, BasePage]
BODY = [
    {
        "type": "phases",
        "value": {
            "heading": "Svolgimento",
            "phases": [{"minutes": 60, "title": "Insieme", "text": "<p>Una <b>parola</b> a testa.</p>"}],
        },
    },
    {"type": "sheet", "value": {"heading": "Scheda", "size": "page", "text": "<p>Scrivi.</p>", "lines": 3}},
    {
        "type": "table",
        "value": {"caption": "Osservare", "columns": ["Che cosa", "Come"], "rows": [["Ascolto", "Sempre"]]},
    },
]
LESSON = "/scuole/si-no-forse/"


def materials(demo: Demo) -> list[MaterialPage]:
    return [page for page in demo.values() if isinstance(page, MaterialPage)]


def a_material(library: MaterialIndexPage, number: int = 0, **fields: Any) -> MaterialPage:
    page = MaterialPage(
        **{
            "title": f"Materiale {number}", "slug": f"materiale-{number}", "search_description": "Prova.",
            "aims": "Provare", "level": "primaria", "age_from": 8, "age_to": 10, "minutes": 60, "kind": "lezione",
            "subject": "arte", "authors": "Gruppo scuola", "version_date": dt.date(2026, 9, 14), **fields,
        }
    )  # fmt: skip
    library.add_child(instance=page)
    return page


def make_material(library: MaterialIndexPage) -> MaterialPage:
    """Return a published material with all that its files can hold, and these files."""
    page = a_material(library, title="Ascoltare & dire", slug="ascoltare")
    page.body = json.dumps(BODY)
    page.save_revision().publish()
    refresh(page)
    return page


def data(page: MaterialPage, suffix: str) -> bytes:
    with page.files.get(format=suffix).file.open() as file:
        return bytes(file.read())


def pdf_text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    words = " ".join(document[number].get_textpage().get_text_range() for number in range(len(document)))
    return " ".join(words.split())


def packed(page: MaterialPage, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data(page, "zip"))) as archive:
        return archive.read(f"ascoltare/{name}").decode()
