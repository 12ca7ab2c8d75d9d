"""The files that anybody may take: the same figures, with their names, and nothing that the page hides."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date

import pytest

from servizi.statistics.counts import DeskFigures
from servizi.statistics.editions import Edition
from servizi.statistics.exports import (
    COLUMNS,
    archive_csv,
    codebook_csv,
    release_csv,
    release_json,
    rows,
)
from servizi.statistics.network_flow import CellKey
from servizi.statistics.release import Release
from servizi.statistics.schema import BLOCKS, INDICATORS, NOT_RECORDED, VOLUMES
from servizi.statistics.tables import NETWORK

from .sheets import network

DESKS = [
    DeskFigures("7", 12, network([60], seed=3)[0].counts),
    DeskFigures("9", 5, network([34], seed=4)[0].counts),
]
HIDDEN = [CellKey("eta", "30_39", "7"), CellKey(VOLUMES, "prese_in_carico", "9")]


@pytest.fixture
def release() -> Release:
    edition = Edition(date(2020, 1, 1), date(2020, 12, 31), tuple(DESKS), frozenset(HIDDEN))
    return Release(edition, {"7": "Sportello Nord", "9": "Sportello Sud"})


def table(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def keyed(data: bytes) -> dict[tuple[str, str, str], tuple[str, str]]:
    return {
        (row["sportello"], row["blocco"], row["voce"]): (row["valore"], row["stato"]) for row in table(data)
    }


def test_every_row_says_its_period_and_whether_it_is_published(release: Release) -> None:
    found = table(release_csv(release))
    assert tuple(found[0]) == COLUMNS
    assert {(row["dal"], row["al"]) for row in found} == {("2020-01-01", "2020-12-31")}
    assert {row["stato"] for row in found} == {"pubblicato", "nascosto"}
    assert all((row["valore"] == "") == (row["stato"] == "nascosto") for row in found)


def test_desks_have_their_names_and_no_key_of_the_database(release: Release) -> None:
    assert {row["sportello"] for row in table(release_csv(release))} == {
        "Sportello Nord",
        "Sportello Sud",
        NETWORK,
    }


def test_each_figure_is_the_one_that_was_counted(release: Release) -> None:
    found = keyed(release_csv(release))
    for name, desk in zip(("Sportello Nord", "Sportello Sud"), DESKS, strict=True):
        for block in BLOCKS:
            for code in block.codes:
                key = (name, block.code, code)
                if block.network_only:
                    assert key not in found
                elif CellKey(block.code, code, desk.desk) not in HIDDEN:
                    assert found[key] == (str(desk.counts[block.code, code]), "pubblicato")
    whole = sum(desk.counts["eta", "30_39"] for desk in DESKS)
    assert found[NETWORK, "eta", "30_39"] == (str(whole), "pubblicato")


def test_hidden_figures_have_no_value_and_neither_has_the_mean_that_would_tell_one(release: Release) -> None:
    found = keyed(release_csv(release))
    assert found["Sportello Nord", "eta", "30_39"] == ("", "nascosto")
    assert found["Sportello Sud", VOLUMES, "prese_in_carico"] == ("", "nascosto")
    assert found["Sportello Sud", "attivita", "media_mensile_prese_in_carico"] == ("", "nascosto")
    assert found["Sportello Nord", "attivita", "media_mensile_prese_in_carico"] == ("5", "pubblicato")
    assert sum(state == "nascosto" for _value, state in found.values()) == 3


def test_months_are_told_and_means_in_the_italian_way(release: Release) -> None:
    found = keyed(release_csv(release))
    assert [
        found[name, "attivita", "mesi_dichiarati"][0] for name in ("Sportello Nord", "Sportello Sud", NETWORK)
    ] == [
        "12",
        "5",
        "17",
    ]
    # 94 women over 17 months.
    assert found[NETWORK, "attivita", "media_mensile_prese_in_carico"] == ("5,529411765", "pubblicato")


def test_women_already_followed_are_in_no_file(release: Release) -> None:
    internal = [indicator.code for indicator in INDICATORS if not indicator.published]
    assert internal == ["in_corso"]
    assert "conclusi" in release_csv(release).decode()
    for data in (release_csv(release), codebook_csv(), json.dumps(as_json(release)).encode()):
        assert "in_corso" not in data.decode()


def as_json(release: Release) -> dict:
    return release_json(release, "Anno 2020", 5, is_example=False)


def test_json_and_csv_tell_the_same(release: Release) -> None:
    objects = as_json(release)["dati"]
    found = table(release_csv(release))
    assert len(objects) == len(found)
    for row, each in zip(found, objects, strict=True):
        assert (each["sportello"], each["blocco"], each["voce"], each["stato"]) == (
            row["sportello"],
            row["blocco"],
            row["voce"],
            row["stato"],
        )
        assert ("" if each["valore"] is None else str(each["valore"])) == row["valore"]


def test_in_json_a_count_is_a_number_a_mean_text_and_what_is_hidden_null(release: Release) -> None:
    def kinds() -> Iterator[tuple[str, type]]:
        for each in as_json(release)["dati"]:
            yield each["voce"], type(each["valore"])

    found = set(kinds())
    assert ("media_mensile_prese_in_carico", str) in found
    assert ("30_39", type(None)) in found
    assert ("30_39", int) in found
    assert {kind for voice, kind in found if voice != "media_mensile_prese_in_carico"} == {
        int,
        type(None),
    }


@pytest.mark.parametrize("is_example", [True, False])
def test_json_says_its_licence_its_period_its_threshold_and_whether_it_is_invented(
    release: Release, is_example: bool
) -> None:
    told = release_json(release, "Anno 2020", 7, is_example=is_example)
    assert {name: told[name] for name in told if name != "dati"} == {
        "titolo": "Anno 2020",
        "licenza": {"nome": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        "attribuzione": "Rete Amaranta",
        "dati_di_esempio": is_example,
        "periodo": {"dal": "2020-01-01", "al": "2020-12-31"},
        "soglia": 7,
        "rete": NETWORK,
    }


def test_each_row_stands_once(release: Release) -> None:
    keys = [row[2:5] for row in rows(release)]
    assert len(keys) == len(set(keys))


def test_the_codebook_explains_each_answer_with_its_total_and_the_class_of_istat() -> None:
    found = {(row["blocco"], row["voce"]): row for row in table(codebook_csv())}
    assert found["eta", "30_39"] == {
        "blocco": "eta", "voce": "30_39", "domanda": "Età", "significato": "Da 30 a 39 anni", "risposte": "una sola",
        "totale": "prese_in_carico", "classe_istat": "30-39 anni", "classe_2015": "",
    }  # fmt: skip
    assert found["tipo", "fisica"]["risposte"] == "più di una"
    assert found[VOLUMES, "contatti"]["risposte"] == "totale"
    assert found["eta", NOT_RECORDED]["classe_istat"] == "non indicato"
    assert found["maltrattante", "familiare"]["risposte"] == "somma di partner ex_partner parente"
    assert found["canale", "telefono"]["totale"] == "contatti"


def test_the_codebook_has_every_answer_once() -> None:
    found = [(row["blocco"], row["voce"]) for row in table(codebook_csv())]
    assert len(found) == len(set(found))
    assert {(block.code, code) for block in BLOCKS for code in block.codes} <= set(found)


def test_the_table_of_2015_is_three_lines_to_the_digit() -> None:
    assert archive_csv().decode("utf-8-sig").splitlines() == [
        "centro;durata_in_mesi;prese_in_carico;media_accessi_mensile",
        "Cinisello Balsamo;8;32;4",
        "Bresso;13;73;5,615384615",
        "rete;21;105;5",
    ]
