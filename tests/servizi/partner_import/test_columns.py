"""Every column of the sheet: what it takes, what it refuses and why, and what stands on the page afterwards."""

import csv
import io
from datetime import date
from typing import Any

import pytest
import time_machine
from django.utils.translation import override

from servizi.models import PartnerPage
from servizi.partner_import.apply import carry_out, export, plan_of
from servizi.partner_import.columns import COLUMNS, key_of
from tests.servizi.directory_site import COORDINATORS, Directory, member_of

LINE = {
    "chiave": "",
    "nome": "Gruppo",
    "tipo": "associazione",
    "comune": "Bresso",
    "comuni_serviti": "Bresso | Cormano",
    "in_breve": "Una frase",
}


def sheet(*lines: dict[str, str]) -> str:
    """Return a sheet with the columns of its first line."""
    out = io.StringIO()
    writer = csv.DictWriter(out, [*lines[0]], delimiter=";")
    writer.writeheader()
    writer.writerows(lines)
    return out.getvalue()


def problem(**cells: str) -> tuple[str, str]:
    """Return the column and the words of the only problem of a line with these cells."""
    (found,) = plan_of(sheet({**LINE, **cells})).problems
    assert found.line == 2
    return found.column, found.message


def taken_in(**cells: str) -> PartnerPage:
    plan = carry_out(sheet({**LINE, **cells}), member_of(COORDINATORS))
    assert plan.problems == []
    page: PartnerPage = PartnerPage.objects.live().get(title=cells.get("nome", "Gruppo"))
    return page


@pytest.mark.parametrize(
    ("column", "cell", "attribute", "value"),
    [
        ("nome", "  Gruppo di Bresso\u00a0", "title", "Gruppo di Bresso"),
        ("tipo", "Consultorio familiare", "kind", "consultorio"),
        ("tipo", "POLIZIA", "kind", "polizia"),
        ("tipo", "forze dell'ordine", "kind", "polizia"),
        ("in_breve", "x" * 240, "summary", "x" * 240),
        ("descrizione", "Aperto a tutte", "description", "Aperto a tutte"),
        ("servizi", "legale|ASCOLTO", "services", ("ascolto", "legale")),
        ("servizi", "Consulenza legale", "services", ("legale",)),
        ("servizi", "", "services", ()),
        ("per_chi", "madri | donne", "audiences", ("donne", "madri")),
        ("lingue", "ar | Italiano", "languages", ("it", "ar")),
        ("lingue", "Français", "languages", ("fr",)),
        ("telefono", "02 0000 0001", "phone", "02 0000 0001"),
        ("quando_risponde", "lun-ven 9-12", "phone_hours", "lun-ven 9-12"),
        ("email", "a@example.org", "email", "a@example.org"),
        ("sito", "https://www.example.org", "website", "https://www.example.org"),
        ("indirizzo", "Via dell’Esempio 1", "street_address", "Via dell’Esempio 1"),
        ("come_si_entra", "Due gradini", "access_notes", "Due gradini"),
        ("protocollo_firmato_il", "2026-03-09", "protocol_signed_on", date(2026, 3, 9)),
        ("protocollo_firmato_il", "09/03/2026", "protocol_signed_on", date(2026, 3, 9)),
        ("protocollo_firmato_il", "", "protocol_signed_on", None),
        ("verificato_il", "25/11/2025", "verified_on", date(2025, 11, 25)),
        ("storico", "sì", "is_archive", True),
        ("storico", "SI", "is_archive", True),
        ("storico", "no", "is_archive", False),
        ("storico", "", "is_archive", False),
    ],
)
def test_a_cell_becomes_what_it_says(
    directory: Directory, column: str, cell: str, attribute: str, value: Any
) -> None:
    page = taken_in(
        **{"nome": "Gruppo", column: cell} if column != "nome" else {"nome": cell.strip(" \u00a0")}
    )
    assert getattr(page, attribute) == value


@pytest.mark.parametrize(
    ("column", "cell", "words"),
    [
        ("nome", "", "non può essere vuota"),
        ("nome", "x" * 256, "255"),
        ("tipo", "", "non può essere vuota"),
        ("tipo", "consultori", "«consultori» non è nell’elenco. Forse «consultorio»?"),
        ("tipo", "Casa Rifugio", "Le case rifugio non passano da un foglio"),
        ("tipo", "rifugio", "Le case rifugio non passano da un foglio"),
        ("tipo", "programma", "hanno un elenco a parte"),
        ("tipo", "zzz", "«zzz» non è nell’elenco."),
        ("comune", "", "non può essere vuota"),
        ("comune", "Breso", "«Breso» non è nell’elenco. Forse «Bresso»?"),
        ("comune", "Cormano", "non c’è ancora una sezione"),
        ("comuni_serviti", "", "non può essere vuota"),
        ("comuni_serviti", "Bresso | Cormno", "«Cormno» non è nell’elenco. Forse «Cormano»?"),
        ("in_breve", "", "non può essere vuota"),
        ("in_breve", "x" * 241, "240"),
        ("servizi", "ascolto | legge", "«legge» non è nell’elenco. Forse «legale»?"),
        ("per_chi", "donna", "«donna» non è nell’elenco. Forse «Donne»?"),
        ("lingue", "it | klingon", "«klingon» non è nell’elenco."),
        ("telefono", "chiamami", "solo cifre e spazi"),
        ("telefono", "0" * 24, "troppe cifre"),
        ("quando_risponde", "x" * 121, "120"),
        ("email", "non una mail", "indirizzo email valido"),
        ("sito", "example", "URL"),
        ("sito", "javascript:alert(1)", "URL"),
        ("indirizzo", "x" * 121, "120"),
        ("protocollo_firmato_il", "31.1.2026", "2026-11-25 oppure 25/11/2026"),
        ("protocollo_firmato_il", "2026-02-30", "2026-11-25 oppure 25/11/2026"),
        ("verificato_il", "ieri", "2026-11-25 oppure 25/11/2026"),
        ("storico", "forse", "Scrivi «sì» oppure «no»."),
    ],
)
def test_a_cell_that_cannot_be_is_told_at_its_column_and_why(
    directory: Directory, column: str, cell: str, words: str
) -> None:
    told_at, message = problem(**{column: cell})
    assert told_at == column
    assert words in message


def test_a_verification_of_today_is_taken_and_of_tomorrow_is_not(directory: Directory) -> None:
    # Late in the evening in Italy the date in UTC is still the same; after midnight it is the day before.
    with time_machine.travel("2026-11-26 00:30+01:00", tick=False):
        assert plan_of(sheet({**LINE, "verificato_il": "2026-11-26"})).problems == []
        assert problem(verificato_il="2026-11-27") == ("verificato_il", "Questa data deve ancora venire.")


def test_a_protocol_may_be_signed_on_a_day_to_come(directory: Directory) -> None:
    assert taken_in(protocollo_firmato_il="2027-01-01").protocol_signed_on == date(2027, 1, 1)


@pytest.mark.parametrize(
    "contact",
    [
        {"telefono": "02 0000 0001"},
        {"quando_risponde": "9-12"},
        {"email": "a@example.org"},
        {"sito": "https://www.example.org"},
        {"indirizzo": "Via dell’Esempio 1"},
    ],
)
def test_a_historical_body_with_a_contact_is_refused_at_the_contact(
    directory: Directory, contact: dict[str, str]
) -> None:
    column, message = problem(storico="sì", **contact)
    assert column == next(iter(contact))
    assert message == "Un ente storico non ha contatti: svuota questo campo."
    assert plan_of(sheet({**LINE, "storico": "no", **contact})).problems == []


def test_an_empty_verification_keeps_the_one_of_the_page_and_other_empty_cells_empty_theirs(
    directory: Directory,
) -> None:
    page = directory.lawyers
    before = page.verified_on
    line = {
        **LINE,
        "chiave": key_of(page),
        "nome": page.title,
        "tipo": "avvocati",
        "comune": "Bollate",
        "comuni_serviti": "Bollate",
        "telefono": "",
        "lingue": "",
        "verificato_il": "",
    }
    carry_out(sheet(line), member_of(COORDINATORS))
    page = PartnerPage.objects.get(pk=page.pk)
    assert before
    assert (page.verified_on, page.phone, page.languages) == (before, "", ())
    # Columns that the sheet does not have are left alone.
    assert (page.email, page.services) == ("avvocate@example.org", ("legale",))


def test_every_column_is_explained_and_comes_back_from_an_export(directory: Directory) -> None:
    header, *rows = csv.reader(io.StringIO(export().decode("utf-8-sig")), delimiter=";")
    assert header == [column.header for column in COLUMNS]
    assert all(str(column.explanation) for column in COLUMNS)
    lawyers = dict(zip(header, next(row for row in rows if "Avvocate in rete" in row), strict=True))
    assert lawyers == {
        "chiave": key_of(directory.lawyers),
        "nome": "Avvocate in rete",
        "tipo": "avvocati",
        "comune": "Bollate",
        "comuni_serviti": "Baranzate | Bollate",
        "in_breve": "Primo consiglio gratuito.",
        "descrizione": "",
        "servizi": "legale",
        "per_chi": "",
        "lingue": "it | ar",
        "telefono": "000 0000101",
        "quando_risponde": "lun-ven 9-12",
        "email": "avvocate@example.org",
        "sito": "https://www.example.org/",
        "indirizzo": "Via dell’Esempio 14, Bollate",
        "come_si_entra": "",
        "protocollo_firmato_il": "",
        "verificato_il": directory.lawyers.verified_on.isoformat(),
        "storico": "no",
    }


def test_a_partner_off_the_site_is_in_no_export(directory: Directory) -> None:
    assert "Avvocate in rete" in export().decode()
    directory.lawyers.unpublish()
    assert "Avvocate in rete" not in export().decode()


def test_every_explanation_is_told_in_the_coordinator_s_language() -> None:
    with override("it"):
        italian = [str(column.explanation) for column in COLUMNS]
    with override("en"):
        english = [str(column.explanation) for column in COLUMNS]

    assert not set(italian) & set(english)
    assert "The name of the body." in english
