"""Files of Excel: which sheet of them is read, what its cells become, and where reading stops."""

import datetime as dt
import io
import zipfile
from typing import Any

import pytest
from openpyxl import Workbook

from servizi.partner_import.csv_files import LARGEST_FILE, UnreadableError, parse
from servizi.partner_import.encodings import Reading
from servizi.partner_import.upload import arrivals
from servizi.partner_import.workbook import LARGEST_UNPACKED, MOST_PARTS, _letters, read_workbook


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def workbook(*rows: list[Any]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    return saved(book)


def rows_of(reading: Reading) -> list[list[str]]:
    sheet = parse(reading.text)
    return [sheet.header, *(row for _line, row in sheet.lines)]


def parts(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in files.items():
            written.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Città", "Città"),
        ("=non una formula"[1:], "non una formula"),
        (20000, "20000"),
        (20000.0, "20000"),
        (1.5, "1.5"),
        (True, "sì"),
        (False, "no"),
        (dt.date(2026, 11, 25), "2026-11-25"),
        (dt.datetime(2026, 11, 25, 9, 30), "2026-11-25"),  # noqa: DTZ001
        ("a;b", "a;b"),
        ('Il "Filo"', 'Il "Filo"'),
        ("prima\nseconda", "prima\nseconda"),
    ],
)
def test_a_cell_is_read_as_somebody_would_have_typed_it(value: Any, text: str) -> None:
    (reading,) = arrivals(workbook(["nome", "x"], ["Uno", value]))
    assert rows_of(reading) == [["nome", "x"], ["Uno", text]]


def test_empty_cells_between_others_keep_their_places() -> None:
    (reading,) = arrivals(workbook(["nome", "tipo", "sito"], ["Uno", None, "x"]))
    assert rows_of(reading)[1] == ["Uno", "", "x"]


def test_the_first_sheet_that_somebody_sees_is_read_and_named() -> None:
    book = Workbook()
    book.active.title = "Nascosto"
    book.active.append(["segreto"])
    book.active.sheet_state = "hidden"
    shown = book.create_sheet("Enti 2026")
    shown.append(["nome"])
    book.create_sheet("Altro").append(["altro"])
    reading = read_workbook(saved(book))
    assert (reading.how, reading.sheet) == ("Excel", "Enti 2026")
    assert rows_of(reading) == [["nome"]]


def test_a_formula_is_refused_at_the_name_that_excel_gives_its_cell() -> None:
    row = [*[None] * 27, "=SUM(A1:A2)"]
    with pytest.raises(UnreadableError) as raised:
        read_workbook(workbook(["nome"], ["x"], row))
    problem = raised.value.problem
    assert (problem.line, problem.column) == (3, "AB")
    assert problem.message == "Qui c’è una formula: al suo posto scrivi il testo."


@pytest.mark.parametrize(
    ("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (59, "BH")]
)
def test_columns_are_called_as_excel_calls_them(place: int, letters: str) -> None:
    assert _letters(place) == letters


@pytest.mark.parametrize(("rows", "is_read"), [(1000, True), (1001, False)])
def test_a_thousand_rows_are_as_many_as_are_read(rows: int, is_read: bool) -> None:
    data = workbook(*[["nome"]] * rows)
    if is_read:
        assert len(rows_of(read_workbook(data))) == rows
        return
    with pytest.raises(UnreadableError, match="più di 1000 righe") as raised:
        read_workbook(data)
    assert raised.value.problem.line == 1001


def test_columns_beyond_the_sixtieth_are_not_looked_at() -> None:
    (reading,) = arrivals(workbook([f"c{number}" for number in range(80)]))
    assert len(rows_of(reading)[0]) == 60


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (parts(xl__workbook_xml=b"0" * (LARGEST_UNPACKED + 1)), "troppo grande"),
        (parts(xl__workbook_xml=b"x", **{f"p{n}": b"" for n in range(MOST_PARTS)}), "troppo grande"),
        (parts(content_xml=b"x"), "Da LibreOffice salva come"),
        (parts(word__document_xml=b"x"), "Questo non è un foglio di Excel"),
        (parts(xl__workbook_xml=b"<workbook"), "non si legge"),
        (workbook(["nome"])[:200], "incompleto"),
    ],
)
def test_what_is_no_workbook_or_would_become_too_large_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        arrivals(data)


@pytest.mark.parametrize(("size", "is_read"), [(LARGEST_FILE, True), (LARGEST_FILE + 1, False)])
def test_a_million_bytes_are_as_many_as_are_read(size: int, is_read: bool) -> None:
    data = b"nome\n" + b"x\n" * ((size - 5) // 2)
    data += b"x" * (size - len(data))
    if is_read:
        assert arrivals(data)
        return
    with pytest.raises(UnreadableError, match="supera 1 MB"):
        arrivals(data)


def test_an_old_workbook_or_one_with_a_password_is_told_from_a_text() -> None:
    with pytest.raises(UnreadableError, match="password"):
        arrivals(b"\xd0\xcf\x11\xe0" + b"\0" * 100)
