"""Text to lines and back: what a spreadsheet writes, and what it would run."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servizi.partner_import.csv_files import CellProblem, UnreadableError, guard, parse, unguard, write


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_separator_is_the_one_of_the_header(delimiter: str, end: str) -> None:
    text = end.join(delimiter.join(row) for row in (["nome", "tipo"], ["Uno", "comune"]))
    sheet = parse(text)
    assert (sheet.header, sheet.lines) == (["nome", "tipo"], [(2, ["Uno", "comune"])])


def test_other_separators_inside_a_cell_are_text() -> None:
    assert parse("nome;tipo;in_breve\nUno, due;x;a,b,c,d").lines == [(2, ["Uno, due", "x", "a,b,c,d"])]


def test_a_cell_may_hold_lines_separators_and_quotes() -> None:
    assert parse('nome;tipo\n"Il ""Filo""; e\naltro";x').lines == [(2, ['Il "Filo"; e\naltro', "x"])]


def test_spaces_at_the_ends_are_slips_and_those_inside_are_not() -> None:
    assert parse("nome;tipo\n  Uno  due \u00a0; x ").lines == [(2, ["Uno  due", "x"])]


def test_the_header_is_read_in_small_letters_without_spaces() -> None:
    assert parse(" Nome ;TIPO").header == ["nome", "tipo"]


def test_empty_lines_are_left_out_and_counted() -> None:
    assert parse("nome;tipo\n\n;\nUno;x\n").lines == [(4, ["Uno", "x"])]


def test_a_short_line_is_filled_and_a_long_one_is_left_long() -> None:
    assert parse("nome;tipo;sito\nUno\nDue;x;y;z").lines == [
        (2, ["Uno", "", ""]),
        (3, ["Due", "x", "y", "z"]),
    ]


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        ("", "vuoto", 1),
        (" ; ;", "vuoto", 1),
        ('nome\n"aperto', "virgolette", 1),
        ('nome\n"chiuso" e poi', "virgolette", 1),
        ("nome\nUno\n" + "x" * 131_073, "131072 caratteri", 3),
    ],
)
def test_a_text_that_is_no_sheet_is_refused_where_it_stops_being_one(
    text: str, words: str, line: int
) -> None:
    with pytest.raises(UnreadableError, match=words) as raised:
        parse(text)
    assert (raised.value.problem.line, raised.value.problem.column) == (line, "")


def test_a_refusal_of_one_cell_keeps_its_place() -> None:
    problem = CellProblem(4, "B", "Qui c’è una formula")
    error = UnreadableError.at(problem)
    assert error.problem is problem
    assert str(error) == "Qui c’è una formula"


cells = st.text(
    alphabet=st.characters(codec="utf-8", exclude_characters="\r\x00", exclude_categories=["Cs"]), max_size=12
).map(lambda cell: cell.strip(" \u00a0"))


@settings(max_examples=200)
@given(st.lists(st.tuples(cells.filter(bool), cells), min_size=1, max_size=5))
def test_whatever_is_written_is_read_back_and_no_cell_of_it_is_run(rows: list[tuple[str, str]]) -> None:
    data = write(["nome", "tipo"], rows)
    assert data.startswith(b"\xef\xbb\xbfnome;tipo\r\n")
    text = data.decode("utf-8-sig")
    raw = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert not [cell for row in raw for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert [tuple(row) for _line, row in parse(text).lines] == rows


@pytest.mark.parametrize(
    ("cell", "guarded"),
    [
        ("=1+1", "'=1+1"),
        ("+39 02", "'+39 02"),
        ("-", "'-"),
        ("@a", "'@a"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("a=1", "a=1"),
        ("'già", "'già"),
        ("", ""),
    ],
)
def test_only_a_cell_that_would_be_run_is_guarded(cell: str, guarded: str) -> None:
    assert guard(cell) == guarded
    assert unguard(guarded) == cell


def test_an_apostrophe_that_belongs_to_the_text_stays() -> None:
    assert unguard("'ndrangheta") == "'ndrangheta"
    assert unguard("'") == "'"
    assert unguard("''=x") == "''=x"
