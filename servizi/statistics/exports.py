"""Open data: the same hidden figures as the page, as CSV and JSON, with a codebook.

The CSV is written as the directory is: a double click opens it in columns also in an Italian Excel.
"""

from collections.abc import Iterator
from typing import Any

from servizi.partner_import.csv_files import write
from servizi.statistics.monthly_means import format_mean
from servizi.statistics.release import Release
from servizi.statistics.report_2015 import REPORT_2015, network_row
from servizi.statistics.schema import BLOCKS, FAMILIARE, INDICATORS, VOLUMES
from servizi.statistics.tables import NETWORK

LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
ATTRIBUTION = "Rete Amaranta"
COLUMNS = ("dal", "al", "sportello", "blocco", "voce", "valore", "stato")


def rows(release: Release) -> Iterator[tuple[str, ...]]:
    """One row per figure, without its header; a hidden figure has no value and the state "nascosto"."""
    names = {**release.names, NETWORK: NETWORK}
    period = (release.edition.first.isoformat(), release.edition.last.isoformat())
    for line in release.totals():
        name = line.name or NETWORK
        yield (*period, name, "attivita", "mesi_dichiarati", *_told(str(line.months)))
        mean = None if line.mean is None else format_mean(line.mean)
        yield (*period, name, "attivita", "media_mensile_prese_in_carico", *_told(mean))
    for key, value in release.figures.items():
        yield (*period, names[key.desk], key.block, key.code, *_told(None if value is None else str(value)))


def release_csv(release: Release) -> bytes:
    return write(COLUMNS, rows(release))


def release_json(release: Release, title: str, threshold: int, *, is_example: bool) -> dict[str, Any]:
    """The same rows as objects; `valore` is a number, null where hidden, and text for the mean."""
    return {
        "titolo": title,
        "licenza": {"nome": LICENCE, "url": LICENCE_URL},
        "attribuzione": ATTRIBUTION,
        "dati_di_esempio": is_example,
        "periodo": {"dal": release.edition.first.isoformat(), "al": release.edition.last.isoformat()},
        "soglia": threshold,
        "rete": NETWORK,
        "dati": [_object(row) for row in rows(release)],
    }


def archive_csv() -> bytes:
    """The table of 2015 to the digit, from which it can be rebuilt."""
    lines = [*((row.place, row) for row in REPORT_2015), (NETWORK, network_row())]
    return write(
        ("centro", "durata_in_mesi", "prese_in_carico", "media_accessi_mensile"),
        [(name, str(row.months), str(row.taken_in_charge), row.printed_mean) for name, row in lines],
    )


def codebook_csv() -> bytes:
    """What every block and code means, what it adds up to, and its class in ISTAT's surveys and in 2015."""
    return write(
        ("blocco", "voce", "domanda", "significato", "risposte", "totale", "classe_istat", "classe_2015"),
        _codebook(),
    )


def _codebook() -> Iterator[tuple[str, ...]]:
    for indicator in INDICATORS:
        if indicator.published:
            yield (
                VOLUMES,
                indicator.code,
                str(indicator.label),
                str(indicator.help_text),
                "totale",
                "",
                "",
                "",
            )
    for block in BLOCKS:
        kind = "più di una" if block.multiple else "una sola"
        groups = {code: group.code for group in block.groups for code in group.members}
        for category in block.categories:
            old = groups.get(category.code, "")
            head = (block.code, category.code, str(block.label), str(category.label))
            yield (*head, kind, block.base, category.istat, old.upper() if old == FAMILIARE else "")
        for group in block.groups:
            head = (block.code, group.code, str(block.label), str(group.label))
            yield (*head, "somma di " + " ".join(group.members), block.base, "", group.code.upper())


def _told(value: str | None) -> tuple[str, str]:
    return ("", "nascosto") if value is None else (value, "pubblicato")


def _object(row: tuple[str, ...]) -> dict[str, Any]:
    _first, _last, desk, block, code, value, state = row
    number: int | str | None = int(value) if value.isdecimal() else value or None
    return {"sportello": desk, "blocco": block, "voce": code, "valore": number, "stato": state}
