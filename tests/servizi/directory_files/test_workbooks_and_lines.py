"""Whatever a coordinator's program saves is read as it was meant, or she is told why not."""

import datetime as dt
import io
import re
import zipfile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook

from servizi.models import PartnerPage
from servizi.partner_import.apply import carry_out, plan_of
from servizi.partner_import.csv_files import UnreadableError, parse
from servizi.partner_import.upload import arrivals
from tests.servizi.directory_files.workbooks import screen, workbook
from tests.servizi.directory_site import COORDINATORS, Directory, member_of
from tests.servizi.partner_sheets import GOOD, HEADER, sheet, told, upload


def test_a_workbook_of_excel_is_read_as_its_csv_would_be(coordinator: Client, directory: Directory) -> None:
    good = GOOD.split(";")
    good[good.index("Gruppo")] = "Città aperta"
    html = screen(upload(coordinator, workbook(HEADER.split(";"), [*good, None, None]), "enti.xlsx"))

    assert "Letto come foglio «Enti» di Excel" in html
    assert "Nuovi: 1" in html
    assert "Città aperta" in html


def test_a_day_a_number_and_a_truth_of_excel_are_read_as_written() -> None:
    (reading,) = arrivals(workbook(["a", "b", "c", "d"], [dt.date(2026, 11, 25), 20000.0, True, 'x;\n"y']))
    assert parse(reading.text).lines == [(2, ["2026-11-25", "20000", "sì", 'x;\n"y'])]


def test_a_number_from_which_excel_took_the_zero_is_refused_with_the_reason(directory: Directory) -> None:
    row: list[object] = [*GOOD.split(";")]
    row[HEADER.split(";").index("telefono")] = 200000001
    (reading,) = arrivals(workbook(HEADER.split(";"), row))

    (problem,) = plan_of(reading.text).problems
    assert (problem.line, problem.column) == (2, "telefono")
    assert "Manca lo zero" in problem.message
    assert "0200000001" in problem.message


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", "x")
        parts.writestr("xl/sharedStrings.xml", b"0" * 50_000_000)
    return out.getvalue()


def entities() -> bytes:
    """Return a workbook whose words would unfold to gigabytes."""
    good, out = io.BytesIO(workbook(["nome"], ["a"])), io.BytesIO()
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    declared = f'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY l0 "lol">{lol}]>'
    with zipfile.ZipFile(good) as parts, zipfile.ZipFile(out, "w") as written:
        for name in parts.namelist():
            text = parts.read(name)
            if name == "xl/workbook.xml":
                text = (declared + "<sst>&l9;</sst>").encode()
            written.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (bomb(), "troppo grande"),
        (entities(), "non si legge"),
        (workbook(["nome"], ["=1+1"]), "formula"),
        (workbook(["nome"], *[["x"]] * 1001), "più di 1000 righe"),
        (workbook(["nome"], ["x"])[:-40], "incompleto"),
        (b"PK\x03\x04rest of a workbook", "incompleto"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "password"),
        (b"", "vuoto"),
        (b"\n\n", "vuoto"),
        (b'nome;tipo\n"aperto', "virgolette"),
        (b"nome;tipo\nx;" + b"y" * 131_073, "131072 caratteri"),
        (b"n" * 1_000_001, "1 MB"),
        (b"nome\0;tipo", "non è un testo"),
        (bytes(range(256)), "non è un testo"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        parse(arrivals(data)[0].text)


def test_a_formula_is_told_by_line_and_column(coordinator: Client, directory: Directory) -> None:
    data = workbook(HEADER.split(";"), ["", '=HYPERLINK("https://example.org")'])
    answer = upload(coordinator, data, "enti.xlsx")
    assert answer.status_code == 422
    assert re.search(r"<td>2</td><td>B</td><td>Qui c’è una formula", screen(answer))


def test_fifty_lines_hold_the_database_for_few_questions_each_and_are_found_at_once(
    directory: Directory,
) -> None:
    lines = [GOOD.replace("Gruppo", f"Gruppo {number}") for number in range(50)]
    with CaptureQueriesContext(connection) as queries:
        assert carry_out(sheet(*lines), member_of(COORDINATORS)).problems == []

    assert len(queries) <= 50 * 26
    assert len(PartnerPage.objects.search("17")) == 1


@pytest.mark.parametrize("end", [";", ";;;", "; ;"])
def test_empty_columns_at_the_end_are_as_if_they_were_not_there(end: str, directory: Directory) -> None:
    assert plan_of(sheet(GOOD + end, header=HEADER + end)).problems == []
    assert plan_of(sheet(GOOD + end)).problems == []
    assert told(plan_of(sheet(GOOD + end + "parola"))) == [(2, "")]


def test_last_cells_that_are_missing_are_empty(directory: Directory) -> None:
    plan = plan_of(sheet(GOOD.rsplit(";", 2)[0]))
    assert plan.problems == []
    assert (plan.rows[0].page.phone, plan.rows[0].page.email) == ("", "")


@pytest.mark.parametrize(
    "written", ["#REF!", "#RIF!", "#N/D", "#N/A", "#VALORE!", "#VALUE!", "#NOME?", "#DIV/0!", "#NUM!", "####"]
)
def test_an_error_of_excel_is_no_text(written: str, directory: Directory) -> None:
    row = GOOD.replace("Una frase", written)
    (in_book,) = arrivals(workbook(HEADER.split(";"), row.split(";")))
    for text in (sheet(row), in_book.text):
        (problem,) = plan_of(text).problems
        assert (problem.line, problem.column) == (2, "in_breve")
        assert "errore" in problem.message


def test_a_word_with_a_hash_is_text(directory: Directory) -> None:
    assert plan_of(sheet(GOOD.replace("Una frase", "#nonunadimeno"))).problems == []


@pytest.mark.parametrize(
    "above", ["sep=;", '"sep=;"', "Elenco degli enti", "Elenco, del 2026;;;;;;", ";;;", "\n"]
)
def test_a_line_above_the_header_is_no_header(above: str, directory: Directory) -> None:
    text = f"{above}\n{sheet(GOOD, GOOD.replace('Gruppo', ''))}"

    assert told(plan_of(text)) == [(3 + text[: text.index("chiave")].count("\n"), "nome")]


def test_a_header_without_lines_is_not_called_the_same_as_what_there_is(
    coordinator: Client, directory: Directory
) -> None:
    html = screen(upload(coordinator, HEADER))

    assert "Sotto i nomi delle colonne non c’è nessuna riga" in html
    assert "uguale a quello che c’è già" not in html
    assert "righe vanno bene" not in html


def test_the_sheet_of_a_workbook_that_begins_with_a_chart_is_found() -> None:
    book, out = Workbook(), io.BytesIO()
    book.active.title = "Grafico"
    book.create_chartsheet("Torta", 0)
    page = book.create_sheet("Enti")
    page.append(["nome", "tipo"])
    book.save(out)

    (reading,) = arrivals(out.getvalue())

    assert reading.sheet == "Enti"
    assert parse(reading.text).header == ["nome", "tipo"]


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("02 000001/02 000002", "due numeri"),
        ("02 000001 - 333 0000000", "due numeri"),
        ("200000001", "Manca lo zero"),
        ("+39 2 00000001", "Manca lo zero"),
        ("0039 2 00000001", "Manca lo zero"),
        ("331234567", "manca lo zero"),
        ("832 000000", "Manca lo zero"),
        ("02 0000 0001", ""),
        ("02/00000001", ""),
        ("+39 335 000000", ""),
        ("333 0000000", ""),
        ("800 000 000", ""),
        ("1522", ""),
        ("116 000", ""),
        ("+44 20 0000 0000", ""),
    ],
)
def test_only_a_number_that_can_be_dialled_is_taken(number: str, reason: str, directory: Directory) -> None:
    problems = plan_of(sheet(GOOD.replace("000 1", number))).problems
    assert [problem.column for problem in problems] == (["telefono"] if reason else [])
    assert all(reason in problem.message for problem in problems)
