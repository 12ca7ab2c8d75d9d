"""Workbooks as a coordinator saves them, and the screen that answers."""

import io
from html import unescape

from openpyxl import Workbook

from tests.servizi.partner_sheets import GOOD

CITY = GOOD.replace("Gruppo", "Libertà è già qui, perché così può più")


def workbook(*rows: list[object], title: str = "Enti") -> bytes:
    book, out = Workbook(), io.BytesIO()
    page = book.active
    page.title = title
    for row in rows:
        page.append(row)
    book.save(out)
    return out.getvalue()


def screen(answer: object) -> str:
    return unescape(answer.content.decode())  # type: ignore[attr-defined]
