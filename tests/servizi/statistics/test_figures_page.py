"""Published figures as everybody reads them: page, files, charts, archive."""

import csv
import io
import json
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from amaranta.demo.figures import build_figures, build_sheet
from home.models import HomePage
from servizi.models import DeskPage, FigurePublication, FigureSheet, FiguresPage
from servizi.statistics.cell_suppression import true_figures
from servizi.statistics.counts import Counts
from tests.servizi.reading import read

from .attacker import informed
from .conftest import YEAR
from .publications import ADDRESS, publish


def test_the_table_of_2015_is_shown_to_the_digit_and_marked_as_history(
    client: Client, page: FiguresPage
) -> None:
    text = read(client, "/numeri/")
    for cell in ("8", "13", "32", "73", "4", "5,615384615", "21", "105", "5"):
        assert f'<td class="number">{cell}</td>' in text
    assert "Sono dati storici" in text
    assert "17 donne hanno deciso di presentare denuncia dopo" in text
    assert "leggermente più bassi delle previsioni" in text
    assert "«Presenza di denuncia»" in text
    assert "Nessun anno è ancora pubblicato" in text


def test_the_table_of_2015_can_be_rebuilt_from_its_download(client: Client, page: FiguresPage) -> None:
    rows = list(csv.reader(io.StringIO(read(client, "/numeri/2015/csv/").lstrip("\ufeff")), delimiter=";"))
    assert rows[1:] == [
        ["Cinisello Balsamo", "8", "32", "4"],
        ["Bresso", "13", "73", "5,615384615"],
        ["rete", "21", "105", "5"],
    ]


def test_page_csv_and_json_hide_the_same_figures(
    client: Client, page: FiguresPage, sheets: list[FigureSheet]
) -> None:
    row = publish()
    # The mark by which an Italian Excel knows the alphabet, and opens columns on a double click.
    assert client.get(f"{ADDRESS}csv/").content.startswith(b"\xef\xbb\xbfdal;al;sportello;")
    table = list(csv.DictReader(io.StringIO(read(client, f"{ADDRESS}csv/").lstrip("\ufeff")), delimiter=";"))
    data = json.loads(read(client, f"{ADDRESS}json/"))
    hidden = [r["stato"] == "nascosto" for r in table]
    assert hidden == [d["stato"] == "nascosto" for d in data["dati"]]
    assert sum(hidden) == len(row.hidden) > 0
    assert all((r["valore"] == "") == (r["stato"] == "nascosto") for r in table)
    assert all((d["valore"] is None) == (d["stato"] == "nascosto") for d in data["dati"])
    numbers = [d["valore"] for d in data["dati"] if d["blocco"] != "attivita" and d["valore"] is not None]
    assert all(number == 0 or number >= 5 for number in numbers)
    assert data["licenza"]["url"].startswith("https://creativecommons.org/licenses/by/4.0")
    assert "nascosto" in read(client, ADDRESS)


def test_every_code_of_the_data_is_in_the_codebook(
    client: Client, page: FiguresPage, sheets: list[FigureSheet]
) -> None:
    publish()
    codebook = list(
        csv.DictReader(io.StringIO(read(client, "/numeri/codebook/csv/").lstrip("\ufeff")), delimiter=";")
    )
    explained = {(row["blocco"], row["voce"]) for row in codebook}
    data = csv.DictReader(io.StringIO(read(client, f"{ADDRESS}csv/").lstrip("\ufeff")), delimiter=";")
    assert {(r["blocco"], r["voce"]) for r in data if r["blocco"] != "attivita"} == explained
    assert {r["voce"] for r in codebook if r["classe_2015"] == "FAMILIARE"} == {
        "partner",
        "ex_partner",
        "parente",
        "familiare",
    }


def test_a_solver_finds_no_hidden_figure_in_the_demonstration(home: HomePage, desks: list[DeskPage]) -> None:
    build_figures(home, desks)
    edition = FigurePublication.objects.get().edition
    true = true_figures(edition.desks)
    shown = {key: None if key in edition.hidden else value for key, value in true.items()}
    attacker = informed("anno", edition.desks, shown, true)
    for key in edition.hidden:
        low, high = attacker.interval("anno", key)
        assert high - low >= 4, (key, low, high)
        assert high >= 5, (key, low, high)


def test_the_demonstration_says_that_its_figures_are_invented(
    client: Client, home: HomePage, desks: list[DeskPage]
) -> None:
    build_figures(home, desks)
    build_figures(home, desks)
    assert FigurePublication.objects.count() == 1
    assert "Dati di esempio, inventati" in read(client, "/numeri/")
    assert "Dati di esempio, inventati" in read(client, "/numeri/2000-01-01_2000-12-31/")


def test_every_chart_names_itself_and_stands_beside_a_table_without_inline_style(
    client: Client, page: FiguresPage, sheets: list[FigureSheet]
) -> None:
    publish()
    text = read(client, ADDRESS)
    charts = text.count('<svg class="chart"')
    assert charts == text.count("</desc>") > 5
    assert text.count("<table") == charts + 1
    assert " style=" not in text


def test_a_desk_named_like_a_formula_is_harmless_in_a_spreadsheet(
    client: Client, page: FiguresPage, desks: list[DeskPage], sheets: list[FigureSheet]
) -> None:
    DeskPage.objects.filter(pk=desks[0].pk).update(title="=1+1")
    publish()
    assert "\r\n2020-01-01;2020-12-31;'=1+1;" in client.get(f"{ADDRESS}csv/").content.decode()


@pytest.mark.parametrize(
    "address", ["/numeri/2019-01-01_2019-12-31/", f"{ADDRESS}xml/", "/numeri/2015/json/", "/numeri/x/"]
)
def test_what_was_never_published_is_not_found(
    client: Client, page: FiguresPage, sheets: list[FigureSheet], address: str
) -> None:
    publish()
    assert client.get(address).status_code == 404


def test_the_published_year_is_in_the_sitemap(
    client: Client, page: FiguresPage, sheets: list[FigureSheet]
) -> None:
    publish()
    assert [url["location"] for url in page.get_sitemap_urls()][1:] == [
        f"{page.full_url}2020-01-01_2020-12-31/"
    ]


@pytest.mark.parametrize("address", ["/numeri/", ADDRESS, f"{ADDRESS}csv/"])
def test_a_page_takes_at_most_eight_queries(
    client: Client,
    page: FiguresPage,
    desks: list[DeskPage],
    counts: list[Counts],
    sheets: list[FigureSheet],
    address: str,
) -> None:
    publish()
    for year in range(2010, 2014):
        period = date(year, 1, 1), date(year, 12, 31)
        build_sheet(desks[0], *period, counts[0])
        publish(first=period[0], last=period[1])
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    assert len(queries) <= 8, [query["sql"] for query in queries]


def test_a_publication_of_a_single_desk_is_read_like_any_other(
    client: Client, page: FiguresPage, desks: list[DeskPage], counts: list[Counts]
) -> None:
    build_sheet(desks[0], *YEAR, counts[0], months=13)
    publish()
    assert "Tutta la rete" in read(client, ADDRESS)


def test_search_engines_learn_of_the_dataset_its_licence_and_its_files(
    client: Client, page: FiguresPage, sheets: list[FigureSheet]
) -> None:
    publish()
    text = read(client, ADDRESS)
    data = json.loads(text.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert data["@type"] == "Dataset"
    for file in data["distribution"]:
        assert (
            client.get("/" + file["contentUrl"].split("/", 3)[3])
            .headers["Content-Type"]
            .startswith(file["encodingFormat"])
        )
