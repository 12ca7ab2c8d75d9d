"""A coordinator brings the directory in from a sheet, and takes it out."""

from datetime import timedelta

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from home.models import ReservedPhrase
from servizi.models import PartnerPage
from servizi.sheet.columns import key_of
from servizi.sheet.files import UnreadableError, guard, parse, unguard, write
from servizi.sheet.plan import Plan, Status
from servizi.sheet.transfer import carry_out, export, plan_of

from .conftest import signed_in
from .directory_site import COORDINATORS, Directory, member_of

HEADER = "chiave;nome;tipo;comune;comuni_serviti;in_breve;servizi;lingue;telefono;email"
GOOD = ";Gruppo;associazione;Bresso;Bresso | Cormano;Una frase;ascolto;it | ar;000 1;a@example.org"


def sheet(*lines: str, header: str = HEADER) -> bytes:
    return "\n".join([header, *lines]).encode()


def told(plan: Plan) -> list[tuple[int, str]]:
    return [(problem.line, problem.column) for problem in plan.problems]


@pytest.fixture
def coordinator(directory: Directory) -> Client:
    return signed_in(member_of(COORDINATORS))


def upload(client: Client, data: bytes) -> HttpResponse:
    file = SimpleUploadedFile("enti.csv", data, "text/csv")
    return client.post(reverse("servizi_partners_import"), {"sheet": file})  # type: ignore[return-value]


def test_a_new_line_becomes_a_published_partner_of_its_comune(directory: Directory) -> None:
    plan = carry_out(sheet(GOOD), member_of(COORDINATORS))

    assert plan.count(Status.NEW) == 1
    partner = PartnerPage.objects.live().get(title="Gruppo")
    assert partner.get_parent().pk == directory.bresso.pk
    assert partner.services == ("ascolto",)
    assert partner.languages == ("it", "ar")
    assert sorted(comune.name for comune in partner.comuni.all()) == ["Bresso", "Cormano"]


def test_what_is_exported_comes_back_unchanged(directory: Directory) -> None:
    plan = plan_of(export())

    assert plan.problems == []
    assert plan.count(Status.UNCHANGED) == len(plan.rows) == 3


def test_a_second_import_updates_by_key_and_keeps_what_the_sheet_does_not_say(
    directory: Directory,
) -> None:
    page = directory.lawyers
    header = "chiave;nome;tipo;comune;comuni_serviti;in_breve"
    line = f"{key_of(page)};Avvocate unite;avvocati;Bollate;Bollate;Altra frase"
    plan = carry_out(sheet(line, header=header), member_of(COORDINATORS))

    assert plan.having(Status.CHANGED)[0].changes == ["nome", "comuni_serviti", "in_breve"]
    page = PartnerPage.objects.get(pk=page.pk)
    assert (page.title, page.summary, page.phone) == ("Avvocate unite", "Altra frase", "000 0000101")
    assert page.internal_contact == "Chiedere di Rosa, interno 99"
    assert [comune.name for comune in page.comuni.all()] == ["Bollate"]
    assert "avvocate unite" in page.search_text
    # The next editor starts from what was imported, not from an older revision.
    draft = page.get_latest_revision_as_object()
    assert (draft.title, draft.summary) == ("Avvocate unite", "Altra frase")
    assert not page.has_unpublished_changes


def test_two_hundred_partners_with_three_bad_lines_leave_nothing_behind(
    coordinator: Client, directory: Directory
) -> None:
    lines = [GOOD.replace("Gruppo", f"Gruppo {number}") for number in range(200)]
    lines[10] = lines[10].replace("Bresso;Bresso", "Bresco;Bresso")
    lines[90] = lines[90].replace("associazione", "asociazione")
    lines[150] = lines[149]
    before = PartnerPage.objects.count()

    response = upload(coordinator, sheet(*lines))

    html = response.content.decode()
    assert response.status_code == 422
    assert "Nulla è stato caricato: ci sono 3 problemi" in html
    assert "197 righe vanno bene" in html
    for line, column, what in (
        (12, "comune", "Forse «Bresso»?"),
        (92, "tipo", "Forse «associazione»?"),
        (152, "nome", "È già alla riga 151."),
    ):
        row = html.split(f"<td>{line}</td>")[1].split("</tr>")[0]
        assert column in row
        assert what in row
    assert 'name="confirm"' not in html
    assert PartnerPage.objects.count() == before


def test_nothing_is_written_before_the_coordinator_confirms(
    coordinator: Client, directory: Directory
) -> None:
    html = upload(coordinator, sheet(GOOD)).content.decode()
    assert not PartnerPage.objects.filter(title="Gruppo").exists()

    sealed = html.split('name="confirm" value="')[1].split('"')[0]
    address = reverse("servizi_partners_import")
    answer = coordinator.post(address, {"confirm": sealed}, follow=True).content.decode()
    assert "1 ente nuovo" in answer
    assert PartnerPage.objects.live().filter(title="Gruppo").exists()

    again = coordinator.post(address, {"confirm": sealed})
    assert again.status_code == 422
    assert PartnerPage.objects.filter(title="Gruppo").count() == 1


def test_a_confirmation_that_was_forged_or_is_somebody_elses_does_nothing(
    coordinator: Client, administrator: Client, directory: Directory
) -> None:
    html = upload(coordinator, sheet(GOOD)).content.decode()
    sealed = html.split('name="confirm" value="')[1].split('"')[0]
    address = reverse("servizi_partners_import")

    administrator.post(address, {"confirm": sealed})
    coordinator.post(address, {"confirm": sealed[:-2] + "xx"})
    coordinator.post(address, {"confirm": signing.dumps([1, GOOD], salt="other")})
    assert not PartnerPage.objects.filter(title="Gruppo").exists()


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
        ("31.1.26", [(2, header.rsplit(";", maxsplit=1)[-1])]),
    ):
        assert told(plan_of(sheet(f"{GOOD};{day}", header=header))) == problems
    assert told(plan_of(sheet(f"{GOOD};{tomorrow}", header=header))) == [(2, "verificato_il")]


def test_a_verification_in_the_sheet_is_kept(directory: Directory) -> None:
    page = directory.lawyers
    header = "chiave;nome;tipo;comune;comuni_serviti;in_breve;verificato_il"
    line = f"{key_of(page)};{page.title};avvocati;Bollate;Bollate;Frase;2026-01-31"
    carry_out(sheet(line, header=header), member_of(COORDINATORS))
    assert PartnerPage.objects.get(pk=page.pk).verified_on.isoformat() == "2026-01-31"


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


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ("nome\nBresso\nCittà".encode("cp1252"), 3),
        ("nome;tipo".encode("utf-16"), 1),
        (b"PK\x03\x04rest of a workbook", 1),
        (b"", 1),
        (b"\n\n", 1),
        (b'nome;tipo\n"aperto', 1),
        (b"n" * 1_000_001, 1),
        (b"nome\0;tipo", 1),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(data: bytes, line: int) -> None:
    with pytest.raises(UnreadableError) as raised:
        parse(data)
    assert raised.value.problem.line == line
    assert len(raised.value.problem.message) > 20


def test_a_wrong_encoding_is_shown_as_a_report(coordinator: Client) -> None:
    response = upload(coordinator, sheet(GOOD.replace("Una frase", "Città")).decode().encode("cp1252"))
    assert response.status_code == 422
    assert "CSV UTF-8" in response.content.decode()


def test_more_than_two_hundred_lines_are_refused_as_a_whole(directory: Directory) -> None:
    lines = [GOOD.replace("Gruppo", f"Gruppo {number}") for number in range(201)]
    assert told(plan_of(sheet(*lines))) == [(202, "")]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_any_usual_separator_is_understood(directory: Directory, delimiter: str) -> None:
    data = sheet(GOOD.replace(";", delimiter), header=HEADER.replace(";", delimiter))
    assert plan_of(b"\xef\xbb\xbf" + data).problems == []


@pytest.mark.parametrize("cell", ["=1+1", "+39 02", "-x", "@x", "'già", "", "normale", "\tx"])
def test_a_guarded_cell_comes_back_as_it_was(cell: str) -> None:
    assert not guard(cell).startswith(("=", "+", "-", "@", "\t"))
    assert unguard(guard(cell)) == cell


def test_a_written_sheet_keeps_quotes_separators_and_line_breaks() -> None:
    rows = [['Il «Filo»; e "altro"', "prima\nseconda"]]
    assert [row for _line, row in parse(write(["nome", "tipo"], rows)).lines] == rows


def test_a_copy_of_a_partner_in_another_section_has_a_key_of_its_own(directory: Directory) -> None:
    twin = directory.lawyers.copy(to=directory.bresso, update_attrs={"title": "Avvocate di Bresso"})
    assert twin.slug == directory.lawyers.slug

    header = "chiave;nome;tipo;comune;comuni_serviti;in_breve"
    line = f"{key_of(twin)};Avvocate di Bresso;avvocati;Bresso;Bresso;Altra frase"
    carry_out(sheet(line, header=header), member_of(COORDINATORS))
    assert PartnerPage.objects.get(pk=twin.pk).summary == "Altra frase"
    assert PartnerPage.objects.get(pk=directory.lawyers.pk).summary == "Primo consiglio gratuito."


def test_a_line_that_may_not_be_published_is_refused_with_its_column(directory: Directory) -> None:
    ReservedPhrase.of("Vicolo Segreto 7", note="una casa")
    faults = [
        ";Uno;associazione;Bresso;Bresso;Siamo in vicolo segreto 7;ascolto;it;000 1;",
        ";Due;associazione;Bresso;Bresso;La casa rifugio è in via dell’Esempio 5;ascolto;it;000 2;",
    ]
    plan = carry_out(sheet(GOOD, *faults), member_of(COORDINATORS))

    assert told(plan) == [(3, "in_breve"), (4, "in_breve")]
    assert "segreto 7" not in str(plan.problems[0].message)
    assert not PartnerPage.objects.filter(title__in=["Gruppo", "Uno", "Due"]).exists()


def test_the_reserved_phrases_are_read_once_for_a_whole_sheet(directory: Directory) -> None:
    lines = [GOOD.replace("Gruppo", f"Gruppo {number}") for number in range(10)]
    with CaptureQueriesContext(connection) as queries:
        assert plan_of(sheet(*lines)).problems == []
    assert sum("reservedphrase" in query["sql"] for query in queries.captured_queries) == 1
