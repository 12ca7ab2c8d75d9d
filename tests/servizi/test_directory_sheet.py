"""A sheet of partners is read line by line, and every mistake in it is told."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home.models import ReservedPhrase
from servizi.models import PartnerPage
from servizi.partner_import.apply import carry_out, plan_of
from servizi.partner_import.columns import key_of
from servizi.partner_import.csv_files import guard, parse, unguard, write

from .directory_site import COORDINATORS, Directory, member_of
from .partner_sheets import GOOD, HEADER, sheet, told


@pytest.mark.parametrize(
    ("line", "problems"),
    [
        (GOOD.replace("Bresso;", "Atlantide;", 1), [(2, "comune")]),
        (GOOD.replace("Bresso;", "Cormano;", 1), [(2, "comune")]),  # served, but without a section
        (GOOD.replace("| Cormano", "| Atlantide"), [(2, "comuni_serviti")]),
        (GOOD.replace("Gruppo", ""), [(2, "nome")]),
        (GOOD.replace("associazione", "rifugio"), [(2, "tipo")]),
        (GOOD.replace("associazione", "CUAV"), [(2, "tipo")]),
        (GOOD.replace("ascolto", "ascolto | massaggi"), [(2, "servizi")]),
        (GOOD.replace("it | ar", "klingon"), [(2, "lingue")]),
        (GOOD.replace("000 1", "chiamami"), [(2, "telefono")]),
        (GOOD.replace("a@example.org", "non una mail"), [(2, "email")]),
        (GOOD.replace("Una frase", "x" * 241), [(2, "in_breve")]),
        (GOOD + ";in più", [(2, "")]),
        ("e-abcdef" + GOOD, [(2, "chiave")]),
        (GOOD.replace("Gruppo", "OSPEDALE DELL'ESEMPIO"), [(2, "chiave")]),
        (
            GOOD.replace("Atlantide", "").replace("000 1", "x").replace("associazione", "y"),
            [(2, "tipo")],
        ),
    ],
)
def test_each_mistake_is_told_by_line_and_column(
    directory: Directory, line: str, problems: list[tuple[int, str]]
) -> None:
    assert told(plan_of(sheet(line))) == problems


def test_a_key_twice_a_moved_partner_and_a_draft_are_refused(directory: Directory) -> None:
    keys = [key_of(directory.lawyers), key_of(directory.hospital)]
    line = ";Nome {};avvocati;{};Bollate;Frase;;;;"
    twice = [f"{keys[0]}{line.format(number, 'Bollate')}" for number in (1, 2)]
    assert told(plan_of(sheet(*twice))) == [(3, "chiave")]
    assert told(plan_of(sheet(f"{keys[1]}{line.format(1, 'Bollate')}"))) == [(2, "comune")]

    directory.lawyers.summary = "Bozza di una collega"
    directory.lawyers.save_revision()
    plan = plan_of(sheet(twice[0]))
    assert told(plan) == [(2, "chiave")]
    assert "modifiche non pubblicate" in plan.problems[0].message


def test_dates_are_read_in_both_ways_and_never_from_the_future(directory: Directory) -> None:
    header = f"{HEADER};verificato_il"
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    for day, problems in (
        ("2026-01-31", []),
        ("31/01/2026", []),
        ("01/02/0001", [(2, "verificato_il")]),
        ("25/11/1926", [(2, "verificato_il")]),
        ("31.1.26", [(2, header.rsplit(";", maxsplit=1)[-1])]),
    ):
        assert told(plan_of(sheet(f"{GOOD};{day}", header=header))) == problems
    assert told(plan_of(sheet(f"{GOOD};{tomorrow}", header=header))) == [(2, "verificato_il")]


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [
        (GOOD.replace("Una frase", "Ci vediamo in VIA DEL SEGRETO, 7"), "in_breve", "parola riservata"),
        (GOOD.replace("Gruppo", "Gruppo di via del Segreto 7"), "nome", "parola riservata"),
        (GOOD.replace("Una frase", "La casa rifugio è in via Roma 5"), "in_breve", "casa rifugio"),
        (GOOD.replace("Una frase", "Aiuto per un raptus"), "in_breve", "spostano la colpa"),
    ],
)
def test_what_no_page_may_publish_comes_in_by_no_sheet_either(
    directory: Directory, line: str, column: str, words: str
) -> None:
    ReservedPhrase.of("via del Segreto 7", note="una casa")
    before = PartnerPage.objects.count()

    plan = carry_out(sheet(GOOD.replace("Gruppo", "Altro gruppo"), line), member_of(COORDINATORS))

    assert told(plan) == [(3, column)]
    assert words in plan.problems[0].message
    assert "segreto 7" not in plan.problems[0].message.casefold()
    assert PartnerPage.objects.count() == before


def test_a_line_that_takes_a_reserved_word_away_is_taken_in(directory: Directory) -> None:
    page = directory.lawyers
    page.summary = "In via del Segreto 7"
    page.save()
    ReservedPhrase.of("via del Segreto 7", note="una casa")
    header = "chiave;nome;tipo;comune;comuni_serviti;in_breve"
    line = f"{key_of(page)};{page.title};avvocati;Bollate;Bollate;Consigli"

    assert carry_out(sheet(line, header=header), member_of(COORDINATORS)).problems == []
    assert PartnerPage.objects.get(pk=page.pk).summary == "Consigli"


def test_the_reserved_words_are_read_once_for_the_whole_sheet(directory: Directory) -> None:
    def cost(lines: int) -> int:
        data = sheet(*(GOOD.replace("Gruppo", f"Gruppo {number}") for number in range(lines)))
        with CaptureQueriesContext(connection) as queries:
            assert plan_of(data).problems == []
        return len(queries)

    assert cost(50) == cost(1)


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        (HEADER.replace(";tipo", ""), ["tipo"]),
        (HEADER.replace("email", "mail"), ["mail"]),
        (HEADER + ";nome", ["nome"]),
        ("a,b", ["a", "b", "chiave", "nome", "tipo", "comune", "comuni_serviti", "in_breve"]),
    ],
)
def test_a_missing_unknown_or_doubled_column_is_named(
    directory: Directory, header: str, columns: list[str]
) -> None:
    assert told(plan_of(sheet(GOOD, header=header))) == [(1, column) for column in columns]


def test_more_than_two_hundred_lines_are_refused_as_a_whole(directory: Directory) -> None:
    lines = [GOOD.replace("Gruppo", f"Gruppo {number}") for number in range(201)]
    assert told(plan_of(sheet(*lines))) == [(202, "")]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_any_usual_separator_is_understood(directory: Directory, delimiter: str) -> None:
    data = sheet(GOOD.replace(";", delimiter), header=HEADER.replace(";", delimiter))
    assert plan_of(data).problems == []


@pytest.mark.parametrize("cell", ["=1+1", "+39 02", "-x", "@x", "'già", "", "normale", "\tx"])
def test_a_guarded_cell_comes_back_as_it_was(cell: str) -> None:
    assert not guard(cell).startswith(("=", "+", "-", "@", "\t"))
    assert unguard(guard(cell)) == cell


def test_a_written_sheet_keeps_quotes_separators_and_line_breaks() -> None:
    rows = [['Il «Filo»; e "altro"', "prima\nseconda"]]
    assert [row for _line, row in parse(write(["nome", "tipo"], rows).decode("utf-8-sig")).lines] == rows
