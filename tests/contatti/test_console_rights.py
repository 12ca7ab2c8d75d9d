"""Who sees what of the console: operators their desks, who coordinates counts, editors nothing."""

import uuid
from dataclasses import dataclass

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from contatti.models import ModelAnswer
from contatti.sealed.models import OutboxItem
from servizi.models import DeskPage
from tests.contatti.desks import DeskMaker
from tests.contatti.staff import coordinator, editor, operator, signed_in

PLACE = "ab" * 32
ADDRESSES = {
    "list": "/admin/console/",
    "answer": "/admin/console/rispondi/",
    "token": "/admin/console/rispondi/gettone/",
    "state": "/admin/console/rispondi/stato/",
    "keep": "/admin/console/rispondi/metti/",
    "end": "/admin/console/rispondi/chiudi/",
    "models": "/admin/console/pronte/",
    "new model": "/admin/console/pronte/new/",
}
POSTED = {"state", "keep", "end"}
OF_OPERATORS = {"list", "answer", "token", "state", "keep", "end", "models"}
OF_COORDINATORS = {"list", "models", "new model"}


@dataclass
class Desks:
    mine: DeskPage
    other: DeskPage


@pytest.fixture
def two(desks: DeskMaker) -> Desks:
    return Desks(desks.open("Primo"), desks.open("Secondo"))


def open_to(client: Client, desk: DeskPage) -> set[str]:
    """Return the names of the addresses that answer anything but "not for you"."""
    hashes = {"place": PLACE, "mark": PLACE}
    fields = {**hashes, "mailbox": desk.mailbox.pk, "number": 1, "days": 30, "sealed": "AA"}
    found = set()
    for name, address in ADDRESSES.items():
        ask = client.post if name in POSTED else client.get
        # As a script asks: the administration redirects everybody else, and says so on the next page.
        response = ask(address, fields, headers={"X-Requested-With": "XMLHttpRequest"})
        found |= {name} if response.status_code not in {302, 403, 404} else set()
    return found


def test_every_address_is_open_to_those_whom_it_is_for(two: Desks) -> None:
    assert open_to(operator("anna", two.mine), two.mine) == OF_OPERATORS
    assert open_to(coordinator(), two.mine) == OF_COORDINATORS
    assert open_to(editor(), two.mine) == set()
    assert open_to(signed_in("custode", Group.objects.get(name="Chiavi")), two.mine) == set()
    assert open_to(Client(), two.mine) == set()


def test_a_superuser_coordinates_and_answers_at_no_desk(two: Desks, admin_client: Client) -> None:
    assert open_to(admin_client, two.mine) == OF_COORDINATORS
    assert "Tutti gli sportelli" in admin_client.get(ADDRESSES["list"]).content.decode()


def test_an_operator_asks_and_answers_for_her_desk_only(two: Desks) -> None:
    anna = operator("anna", two.mine)

    assert open_to(anna, two.other) == OF_OPERATORS - POSTED


def test_menu_and_first_screen_lead_there_whom_it_is_for(two: Desks) -> None:
    home = reverse("wagtailadmin_home")
    pages = {
        name: client.get(home).content.decode()
        for name, client in {
            "operator": operator("anna", two.mine),
            "coordinator": coordinator(),
            "editor": editor(),
        }.items()
    }

    assert 'href="/admin/console/rispondi/"' in pages["operator"]
    assert 'href="/admin/console/"' in pages["coordinator"]
    assert 'href="/admin/console/rispondi/"' not in pages["coordinator"]
    assert "/admin/console/" not in pages["editor"]


def test_an_operator_sees_requests_of_her_desks_and_a_coordinator_only_how_many(two: Desks) -> None:
    items = [
        OutboxItem.objects.accept(desk.mailbox, b"0", uuid.uuid4().bytes * 2)[0]
        for desk in (two.mine, two.other)
    ]
    own, all_counts = operator("anna", two.mine), coordinator()
    both = operator("carla", two.mine, two.other)

    def shown(client: Client) -> list[bool]:
        page = client.get(ADDRESSES["list"]).content.decode()
        return [str(item.pk) in page for item in items]

    assert shown(own) == [True, False]
    assert shown(both) == [True, True]
    assert shown(all_counts) == [False, False]
    assert "Secondo" in all_counts.get(ADDRESSES["list"]).content.decode()
    assert "Secondo" not in own.get(ADDRESSES["list"]).content.decode()
    pressed = own.post(f"/admin/console/{items[1].pk}/", {"step": "take", "seen": ""})
    assert pressed.status_code == 404


def test_operators_read_the_model_answers_of_their_desks_and_change_none(two: Desks) -> None:
    own = ModelAnswer.objects.create(title="Nostra", text="Ciao\n\nA presto", mailbox=two.mine.mailbox)
    shared = ModelAnswer.objects.create(title="Di tutti", text="Ciao")
    foreign = ModelAnswer.objects.create(title="Altrui", text="Ciao", mailbox=two.other.mailbox)
    anna, lead = operator("anna", two.mine), coordinator()

    listed = anna.get(ADDRESSES["models"]).content.decode()
    offered = anna.get(ADDRESSES["answer"]).content.decode()
    for row, is_hers in ((own, True), (shared, True), (foreign, False)):
        assert (row.title in listed, row.title in offered) == (is_hers, is_hers)
        read = anna.get(reverse("model_answers:inspect", args=[row.pk]))
        assert (read.status_code == 200) == is_hers
        assert (f'href="{reverse("model_answers:inspect", args=[row.pk])}"' in listed) == is_hers
        assert anna.get(reverse("model_answers:edit", args=[row.pk])).status_code == 302
        assert lead.get(reverse("model_answers:edit", args=[row.pk])).status_code == 200
    assert "<p>Ciao</p>" in anna.get(reverse("model_answers:inspect", args=[own.pk])).content.decode()
    saved = lead.post(
        reverse("model_answers:edit", args=[own.pk]),
        {"title": "Nuova", "text": "Ciao", "language": "it", "mailbox": ""},
    )
    own.refresh_from_db()
    assert (saved.status_code, own.title, own.mailbox) == (302, "Nuova", None)
