"""What a sheet would change, told before anything is written; and what it has changed once confirmed."""

import pytest
from django.test import Client
from wagtail.models import ModelLogEntry, PageLogEntry, Revision

from servizi.models import PartnerPage
from servizi.partner_import.apply import carry_out, export, plan_of
from servizi.partner_import.columns import key_of
from servizi.partner_import.plan import Plan, Status
from tests.servizi.directory_site import COORDINATORS, Directory, member_of
from tests.servizi.partner_sheets import GOOD, HEADER, sheet, told

SHORT = "chiave;nome;tipo;comune;comuni_serviti;in_breve"


def line(page: PartnerPage, **changes: str) -> str:
    """Return a partner as a short line, with changes by column."""
    section = page.get_parent().specific.comune.name
    cells = {
        "chiave": key_of(page),
        "nome": page.title,
        "tipo": page.kind,
        "comune": section,
        "comuni_serviti": " | ".join(sorted(comune.name for comune in page.comuni.all())),
        "in_breve": page.summary,
        **changes,
    }
    return ";".join(cells.values())


def statuses(plan: Plan) -> list[Status]:
    assert plan.problems == []
    return [row.status for row in plan.rows]


def test_new_changed_and_untouched_lines_are_told_apart(directory: Directory) -> None:
    plan = plan_of(
        sheet(
            line(directory.lawyers, in_breve="Altra frase"),
            line(directory.hospital),
            ";Gruppo;associazione;Bresso;Bresso;Una frase",
            header=SHORT,
        )
    )
    assert statuses(plan) == [Status.CHANGED, Status.UNCHANGED, Status.NEW]
    assert [row.changes for row in plan.rows] == [["in_breve"], [], []]
    assert (plan.count(Status.NEW), plan.count(Status.CHANGED), plan.count(Status.UNCHANGED)) == (1, 1, 1)


@pytest.mark.parametrize(
    ("changes", "columns"),
    [
        ({"nome": "Avvocate unite"}, ["nome"]),
        ({"tipo": "associazione"}, ["tipo"]),
        ({"comuni_serviti": "Bollate"}, ["comuni_serviti"]),
        ({"comuni_serviti": "Bollate | Baranzate"}, []),
        ({"nome": "Avvocate unite", "in_breve": "Altra"}, ["nome", "in_breve"]),
    ],
)
def test_a_change_is_named_by_its_columns(
    directory: Directory, changes: dict[str, str], columns: list[str]
) -> None:
    (row,) = plan_of(sheet(line(directory.lawyers, **changes), header=SHORT)).rows
    assert row.changes == columns
    assert row.status == (Status.CHANGED if columns else Status.UNCHANGED)


def test_a_plan_writes_nothing(directory: Directory) -> None:
    before = export(), Revision.objects.count(), PageLogEntry.objects.count()
    assert statuses(
        plan_of(sheet(line(directory.lawyers, nome="Altro nome"), GOOD.rsplit(";", 4)[0], header=SHORT))
    )
    assert (export(), Revision.objects.count(), PageLogEntry.objects.count()) == before


def test_a_new_partner_is_owned_dated_listed_and_found(client: Client, directory: Directory) -> None:
    user = member_of(COORDINATORS)
    carry_out(sheet(GOOD), user)
    page = PartnerPage.objects.get(title="Gruppo")
    assert page.owner == user
    assert page.first_published_at
    assert page.first_published_at == page.last_published_at
    assert page.draft_title == "Gruppo"
    assert page.slug.startswith("e-")
    assert "Gruppo" in client.get("/rete/?comune=cormano").content.decode()
    assert page.pk in [found.pk for found in PartnerPage.objects.search("gruppo")]


def test_an_update_is_a_revision_and_a_line_in_the_history_by_who_confirmed_it(directory: Directory) -> None:
    user, page = member_of(COORDINATORS), directory.lawyers
    before = ModelLogEntry.objects.count()
    carry_out(sheet(line(page, in_breve="Altra frase"), line(directory.hospital), header=SHORT), user)
    page.refresh_from_db()
    assert page.live_revision.user == user
    assert page.latest_revision == page.live_revision
    (entry,) = PageLogEntry.objects.filter(page=page, action="wagtail.publish")
    assert (entry.user, entry.revision) == (user, page.live_revision)
    # What stays as it was leaves no trace.
    assert not Revision.objects.filter(object_id=str(directory.hospital.pk)).exists()
    assert not PageLogEntry.objects.filter(page=directory.hospital, action="wagtail.publish").exists()
    assert ModelLogEntry.objects.count() == before


def test_a_partner_that_is_not_in_the_sheet_stays(directory: Directory) -> None:
    carry_out(sheet(GOOD), member_of(COORDINATORS))
    titles = set(PartnerPage.objects.live().values_list("title", flat=True))
    assert titles == {"Gruppo", "Avvocate in rete", "Ospedale dell’Esempio", "Associazione di allora"}


def test_the_former_name_is_found_no_more_and_the_new_one_is(directory: Directory) -> None:
    assert PartnerPage.objects.search("avvocate")
    carry_out(
        sheet(line(directory.lawyers, nome="Giuriste unite", in_breve="Frase"), header=SHORT),
        member_of(COORDINATORS),
    )
    assert [page.title for page in PartnerPage.objects.search("giuriste")] == ["Giuriste unite"]
    assert list(PartnerPage.objects.search("avvocate")) == []


def test_the_same_name_in_two_comuni_is_two_bodies_and_in_one_is_a_mistake(directory: Directory) -> None:
    here, there = GOOD, GOOD.replace(";Bresso;", ";Bollate;", 1)
    assert statuses(plan_of(sheet(here, there))) == [Status.NEW, Status.NEW]
    plan = plan_of(sheet(here, GOOD.replace("Gruppo", "GRUPPÒ")))
    assert told(plan) == [(3, "nome")]
    assert plan.problems[0].message == "È già alla riga 2."


def test_a_name_that_is_taken_is_answered_with_its_key(directory: Directory) -> None:
    (problem,) = plan_of(sheet(GOOD.replace("Gruppo", "ospedale dell'esempio"))).problems
    assert key_of(directory.hospital) in problem.message
    assert problem.column == "chiave"


def obstacles(directory: Directory, what: str) -> None:
    page = directory.lawyers
    if what == "draft":
        page.summary = "Bozza di una collega"
        page.save_revision()
    elif what == "off":
        page.unpublish()
    elif what == "gone":
        page.delete()


@pytest.mark.parametrize(
    ("what", "column", "words"),
    [
        ("draft", "chiave", "L’ente ha modifiche non pubblicate"),
        ("off", "chiave", "L’ente non è pubblicato"),
        ("gone", "chiave", "Nessun ente ha questa chiave"),
        ("moved", "comune", "L’ente è di un altro Comune"),
    ],
)
def test_what_keeps_a_line_from_changing_its_partner_is_told(
    directory: Directory, what: str, column: str, words: str
) -> None:
    changes = {"comune": "Bresso"} if what == "moved" else {}
    row = line(directory.lawyers, in_breve="Altra frase", **changes)
    if what != "moved":
        assert statuses(plan_of(sheet(row, header=SHORT))) == [Status.CHANGED]
    obstacles(directory, what)
    (problem,) = plan_of(sheet(row, header=SHORT)).problems
    assert (problem.line, problem.column) == (2, column)
    assert words in problem.message


def test_a_historical_body_may_come_back_to_life_with_a_contact(directory: Directory) -> None:
    page = directory.historical
    header = f"{SHORT};storico;telefono"
    assert told(plan_of(sheet(f"{line(page)};sì;02 0000 0001", header=header))) == [(2, "telefono")]
    carry_out(sheet(f"{line(page)};no;02 0000 0001", header=header), member_of(COORDINATORS))
    page = PartnerPage.objects.get(pk=page.pk)
    assert (page.is_archive, page.phone) == (False, "02 0000 0001")


def test_one_problem_keeps_every_other_line_out(directory: Directory) -> None:
    bad = GOOD.replace("Gruppo", "Altro").replace("associazione", "club")
    before = export()
    user = member_of(COORDINATORS)
    for lines in ((GOOD, bad), (bad, GOOD)):
        assert carry_out(sheet(*lines), user).problems
        assert export() == before
    assert carry_out(sheet(GOOD), user).problems == []
    assert export() != before


@pytest.mark.parametrize(
    ("header", "column", "words"),
    [
        (HEADER.replace("telefono", "telefoni"), "telefoni", "Forse «telefono»?"),
        (HEADER.replace("nome", "nomi"), "nomi", "Forse «nome»?"),
        (HEADER + ";nome", "nome", "Questa colonna c’è più volte"),
        (HEADER.replace(";in_breve", ""), "in_breve", "Manca questa colonna"),
    ],
)
def test_a_wrong_header_is_told_and_no_line_is_judged(
    directory: Directory, header: str, column: str, words: str
) -> None:
    plan = plan_of(sheet(GOOD.replace("associazione", "club"), header=header))
    assert {problem.line for problem in plan.problems} == {1}
    assert any(problem.column == column and words in problem.message for problem in plan.problems)
    assert plan.rows == []


def test_the_header_is_read_in_any_case_and_order(directory: Directory) -> None:
    names, cells = HEADER.split(";"), GOOD.split(";")
    turned = ";".join(f" {name.upper()} " for name in reversed(names))
    plan = plan_of(sheet(";".join(reversed(cells)), header=turned))
    assert statuses(plan) == [Status.NEW]
    assert plan.rows[0].page.title == "Gruppo"


def test_empty_lines_between_others_keep_the_numbers_that_a_spreadsheet_shows(directory: Directory) -> None:
    empty = ";" * HEADER.count(";")
    bad = GOOD.replace("Gruppo", "Altro").replace("associazione", "club")
    assert told(plan_of(sheet(GOOD, empty, "", bad))) == [(5, "tipo")]


def test_two_hundred_lines_are_as_many_as_may_come_at_once(directory: Directory) -> None:
    def lines(number: int) -> list[str]:
        return [GOOD.replace("Gruppo", f"Gruppo {each}") for each in range(number)]

    assert len(statuses(plan_of(sheet(*lines(200))))) == 200
    (problem,) = plan_of(sheet(*lines(201))).problems
    assert "più di 200 righe" in problem.message


def test_a_line_with_a_cell_too_many_says_how_many_it_has(directory: Directory) -> None:
    (problem,) = plan_of(sheet(GOOD + ";di più")).problems
    assert "11 celle invece di 10" in problem.message
