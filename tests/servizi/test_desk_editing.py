"""What an editor who never saw the admin before can do to a desk, and what nobody can do by mistake."""

import json
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils.text import slugify
from wagtail.test.utils.form_data import streamfield

from amaranta.demo.desks import build_desk
from servizi.desks.blocks import HoursBlock
from servizi.models import Comune, DeskIndexPage, DeskPage
from tests.accounts import signed_in

from .conftest import user_of
from .desk_form import MONDAY, edit, form, slots


def test_one_row_opens_the_desk_on_several_weekdays(administrator: Client, desk: DeskPage) -> None:
    edit(administrator, desk, form(desk, ("slot", {**MONDAY, "days": ["0", "3"]})))
    assert [slot.weekday for slot in slots(desk)] == [0, 3]


def test_an_august_closure_is_on_the_page_as_soon_as_it_is_published(
    client: Client, administrator: Client, desk: DeskPage
) -> None:
    closure = {"first": "2026-08-03", "last": "2026-08-28", "reason": "Chiusura estiva"}
    edit(administrator, desk, form(desk, ("slot", MONDAY), ("closure", closure)))
    with time_machine.travel("2026-08-10 10:00+02:00", tick=False):
        assert (
            "Chiuso oggi (Chiusura estiva). Apre lunedì 31 agosto alle 9.30"
            in client.get(desk.url).content.decode()
        )


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            ("slot", {**MONDAY, "opens": "12:00", "closes": "14:00"}),
            "si sovrappone a quella di lunedì 9.30–12.30",
        ),
        (
            ("slot", {**MONDAY, "days": ["1"], "opens": "12:30", "closes": "09:30"}),
            "viene prima dell’apertura",
        ),
        (("slot", {**MONDAY, "days": ["1"], "closes": "09:30"}), "coincidono"),
        (("slot", {**MONDAY, "days": []}), "obbligatorio"),
        (("closure", {"first": "2026-08-28", "last": "2026-08-03", "reason": ""}), "28 agosto 2026"),
    ],
)
def test_hours_that_cannot_be_are_refused_at_their_row_and_nothing_is_saved(
    administrator: Client, desk: DeskPage, row: tuple[str, dict[str, Any]], message: str
) -> None:
    html = edit(administrator, desk, form(desk, ("slot", MONDAY), row, title="Nome cambiato"))
    assert message in html
    desk.refresh_from_db()
    assert desk.title == "Spazio Uno"
    assert desk.latest_revision is None
    assert len(slots(desk)) == 1


@pytest.mark.parametrize(("number", "accepted"), [("02 000 0001", True), ("chiamare Anna", False)])
def test_a_telephone_is_digits(administrator: Client, desk: DeskPage, number: str, accepted: bool) -> None:
    row = {"number": number, "name": "Telefono", "hours": "", "answers": ""}
    html = edit(administrator, desk, form(desk, phones=streamfield([("phone", row)])))
    assert ("solo cifre e spazi" in html) != accepted
    phones = DeskPage.objects.get(pk=desk.pk).telephones
    assert [phone.href for phone in phones] == (["tel:020000001"] if accepted else [])


def test_the_preview_shows_hours_that_are_not_saved_yet(administrator: Client, desk: DeskPage) -> None:
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[desk.pk])
    administrator.post(address, form(desk, ("slot", {**MONDAY, "opens": "10:15"})))
    html = administrator.get(address).content.decode()
    assert "10.15–12.30" in html
    assert slots(desk)[0].opens.hour == 9


def test_editors_of_a_comune_change_their_own_desk_and_no_other(desk: DeskPage, bollate: Comune) -> None:
    senago = Comune.objects.create(name="Senago", slug="senago")
    own, other = signed_in(user_of(bollate)), signed_in(user_of(senago))
    address = reverse("wagtailadmin_pages:edit", args=[desk.pk])
    assert own.get(address).status_code == 200
    assert other.get(address).status_code == 302
    assert "Nome cambiato" not in edit(other, desk, form(desk, title="Nome cambiato"))
    assert other.post(reverse("servizi_verify", args=[desk.pk])).status_code == 302


def test_what_an_editor_of_a_comune_writes_waits_for_approval(
    client: Client, desk: DeskPage, bollate: Comune
) -> None:
    edit(signed_in(user_of(bollate)), desk, form(desk, ("slot", {**MONDAY, "opens": "10:15"})))
    assert slots(desk)[0].opens.hour == 9
    desk.refresh_from_db()
    assert desk.has_unpublished_changes


def test_a_desk_that_moves_to_another_comune_changes_editors(
    administrator: Client, desk: DeskPage, bollate: Comune
) -> None:
    senago = Comune.objects.create(name="Senago", slug="senago")
    edit(administrator, desk, form(desk, comune=senago.pk))
    address = reverse("wagtailadmin_pages:edit", args=[desk.pk])
    assert signed_in(user_of(senago)).get(address).status_code == 200
    assert signed_in(user_of(bollate)).get(address).status_code == 302


def test_a_draft_that_names_another_comune_hands_nothing_over(desk: DeskPage, bollate: Comune) -> None:
    senago = Comune.objects.create(name="Senago", slug="senago")
    edit(signed_in(user_of(bollate)), desk, form(desk, comune=senago.pk))
    assert (
        signed_in(user_of(senago)).get(reverse("wagtailadmin_pages:edit", args=[desk.pk])).status_code == 302
    )


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"patron_day": "31-12", "patron_name": "Santa"}, "Questo giorno non esiste"),
        ({"patron_day": "12-31", "patron_name": ""}, "il nome della festa"),
        ({"patron_day": "", "patron_name": "Santa"}, "il giorno della festa"),
        ({"province": "mi"}, "Due lettere maiuscole"),
    ],
)
def test_a_comune_is_refused_with_a_patron_day_that_cannot_be(
    administrator: Client, values: dict[str, str], message: str
) -> None:
    data = {"name": "Prova", "slug": "prova", "province": "MI", "network": "", **values}
    html = administrator.post(reverse(Comune.snippet_viewset.get_url_name("add")), data).content.decode()
    assert message in html
    assert not Comune.objects.filter(slug="prova").exists()


def test_a_closure_names_no_reason_that_nobody_typed() -> None:
    new = HoursBlock().child_blocks["closure"]
    assert new.get_default()["reason"] in {None, ""}
    assert "Chiusura estiva" in str(new.child_blocks["reason"].field.help_text)


def test_new_desks_are_at_the_address_of_their_comune_where_the_title_would_tell(
    administrator: Client, desk: DeskPage
) -> None:
    index = desk.get_parent()
    address = reverse("wagtailadmin_pages:add", args=["servizi", "deskpage", index.pk])
    for desk.title in ("Centro antiviolenza Bollate", "Centro antiviolenza"):
        data = form(desk, ("slot", MONDAY), slug=slugify(desk.title))
        assert administrator.post(address, data, follow=True).status_code == 200
    slugs = index.get_children().order_by("path").values_list("slug", flat=True)
    assert list(slugs) == ["spazio-uno", "bollate", "bollate-2"]


def test_a_desk_written_without_an_address_gets_that_of_its_comune(
    index: DeskIndexPage, bollate: Comune
) -> None:
    assert build_desk(index, "Centro antiviolenza", bollate, slug="").url == "/sportelli/bollate/"


def test_a_telling_address_of_a_published_desk_is_refused_at_the_field(
    administrator: Client, desk: DeskPage
) -> None:
    told = edit(administrator, desk, form(desk, ("slot", MONDAY), slug="centro-antiviolenza"))
    assert "scegli una parola neutra al posto di «antiv…»" in told
    assert DeskPage.objects.get(pk=desk.pk).slug == "spazio-uno"


def test_each_weekday_has_a_row_of_its_own_so_that_one_is_changed_alone(
    administrator: Client, desk: DeskPage
) -> None:
    edit(administrator, desk, form(desk, ("slot", {**MONDAY, "days": ["0", "2"]})))
    rows = [row.value for row in DeskPage.objects.get(pk=desk.pk).hours]
    assert [row["days"] for row in rows] == [["0"], ["2"]]
    assert len({row.id for row in DeskPage.objects.get(pk=desk.pk).hours}) == 2

    edit(
        administrator,
        desk,
        form(desk, ("slot", {**MONDAY, "closes": "11:00"}), ("slot", {**MONDAY, "days": ["2"]})),
    )
    assert [(slot.weekday, slot.closes.hour) for slot in slots(desk)] == [(0, 11), (2, 12)]


def test_a_row_of_several_days_from_before_is_shown_day_by_day(administrator: Client, desk: DeskPage) -> None:
    value = {"days": ["0", "2", "4"], "opens": "09:30", "closes": "12:30"}
    desk.hours = json.dumps([{"type": "slot", "value": value, "id": "a"}])
    desk.save_revision().publish()
    block = DeskPage._meta.get_field("hours").stream_block
    state = block.get_form_state(DeskPage.objects.get(pk=desk.pk).hours)
    assert [row["value"]["days"] for row in state] == [["0"], ["2"], ["4"]]
    assert [slot.weekday for slot in slots(desk)] == [0, 2, 4]


def test_a_desk_without_telephone_hours_and_services_is_named_on_the_first_screen(
    administrator: Client, desk: DeskPage
) -> None:
    DeskPage.objects.filter(pk=desk.pk).update(hours="[]", phones="[]", services="")
    screen = administrator.get(reverse("wagtailadmin_home")).content.decode()
    assert "Sportelli quasi vuoti" in screen
    assert "mancano: il telefono, gli orari, i servizi" in screen

    answer = edit(administrator, desk, form(desk))
    assert "mancano: il telefono, gli orari, i servizi" in answer.split("<form")[0] + answer

    row = {"number": "02 000 0001", "name": "Telefono", "hours": "", "answers": ""}
    whole = form(desk, ("slot", MONDAY), phones=streamfield([("phone", row)]))
    edit(administrator, desk, {**whole, "services": ["ascolto"]})
    assert "Sportelli quasi vuoti" not in administrator.get(reverse("wagtailadmin_home")).content.decode()
