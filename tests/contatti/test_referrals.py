"""A case goes from a desk to another desk or a body: once, with consent, and the portal knows nothing of it."""

import json
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from amaranta.demo.desks import slot
from contatti.chores import erase_referrals
from contatti.models import Referral, ReferralCount
from contatti.sealed.models import OperatorCertificate, OutboxItem, OutboxState
from contatti.sealed.tasks.retention import purge
from home.models import HomePage
from tests.contatti.referring import KEYS, LIST, NEW, SCRIPT, SEND, Network, Sealed, build_network
from tests.contatti.staff import coordinator, editor, operator, signed_in

NOON = datetime(2026, 11, 26, 11, tzinfo=UTC)
"""A Thursday, noon in Italy."""


@pytest.fixture
def network(home: HomePage) -> Network:
    return build_network(home)


@pytest.fixture
def anna(network: Network) -> Client:
    return operator("anna", network.first)


@pytest.fixture
def letter(network: Network) -> Sealed:
    return Sealed(network, network.body)


def page(client: Client, address: str = LIST) -> str:
    return client.get(address).content.decode()


def people_of(network: Network) -> Client:
    """Return an account of the receiving body."""
    assert network.body.group
    return signed_in("ente", network.body.group)


def test_a_letter_reaches_the_bodys_mailbox_and_the_portal_keeps_only_from_to_and_hour(
    network: Network, anna: Client, letter: Sealed
) -> None:
    with time_machine.travel(NOON, tick=False):
        assert letter.post(anna).status_code == 200
        listed = page(anna)

    item = OutboxItem.objects.get()
    assert item.mailbox_id == network.body.pk
    kept = {field.name: getattr(letter.row, field.attname) for field in Referral._meta.concrete_fields}
    assert letter.code not in str(kept)
    assert letter.code[8:] not in str(kept)
    assert kept["sent_hour"] == NOON
    assert set(kept) == {
        "id", "sender", "receiver", "item", "consent", "sent_hour", "answer", "answered_hour", "locator",
        "code_hash", "tries",
    }  # fmt: skip
    assert "Consultorio Esempio" in listed
    assert "giovedì 26 novembre, fra le 12 e le 13" in " ".join(listed.split())
    assert "In viaggio" in listed


def test_pressing_twice_makes_one_referral_even_when_the_keys_changed_meanwhile(
    network: Network, anna: Client, letter: Sealed
) -> None:
    fields = letter.fields()
    assert [anna.post(SEND, fields, headers=SCRIPT).status_code for _press in range(2)] == [200, 200]
    OperatorCertificate.objects.filter(mailbox=network.body).update(active=False)

    assert anna.post(SEND, fields, headers=SCRIPT).status_code == 200
    assert (Referral.objects.count(), OutboxItem.objects.count()) == (1, 1)
    assert ReferralCount.objects.get().sent == 1


def test_nothing_goes_without_consent_or_in_another_form_than_sealed(anna: Client, letter: Sealed) -> None:
    for wrong in ({"consent": ""}, {"consent": "presumed"}, {"sealed": "Q2lhbw"}, {"locator": "1"}):
        assert letter.post(anna, **wrong).status_code in {400, 409}
    too_long = "A" * 200_000
    assert letter.post(anna, sealed=too_long).status_code == 400
    assert not OutboxItem.objects.exists()
    assert letter.post(anna).status_code == 200


def test_without_a_script_the_page_says_that_it_needs_one_and_no_form_could_post_a_word(
    anna: Client,
) -> None:
    text = page(anna, NEW)
    body = text[text.index("<main") : text.index("</main>")]
    unscripted = body[body.index("<noscript>") : body.index("</noscript>")]
    assert "Questa pagina ha bisogno di JavaScript" in unscripted
    assert '<div id="console" hidden>' in body
    assert 'name="text"' in body
    assert "<form" not in body


def test_who_can_open_nothing_is_not_offered_and_is_refused_when_keys_end_meanwhile(
    network: Network, anna: Client, letter: Sealed
) -> None:
    way = {"sender": network.first.mailbox.pk, "receiver": network.body.pk}
    assert "Consultorio Esempio" in page(anna, NEW)
    assert len(anna.post(KEYS, way, headers=SCRIPT).json()["keys"]) == 1
    fields = letter.fields()
    OperatorCertificate.objects.filter(mailbox=network.body).update(
        not_after=timezone.now() - timedelta(minutes=1)
    )

    assert "Consultorio Esempio" not in page(anna, NEW)
    for address, posted in ((KEYS, way), (SEND, fields)):
        response = anna.post(address, posted, headers=SCRIPT)
        assert (response.status_code, response.json()) == (409, {"why": "closed"})
    assert not OutboxItem.objects.exists()


def test_a_letter_for_keys_of_a_moment_ago_is_refused_with_that_reason(
    network: Network, anna: Client
) -> None:
    letter = Sealed(network, network.second.mailbox)
    fields = letter.fields()
    first = OperatorCertificate.objects.filter(mailbox=network.second.mailbox).order_by("pk")[0]
    OperatorCertificate.objects.filter(pk=first.pk).delete()

    response = anna.post(SEND, fields, headers=SCRIPT)
    assert (response.status_code, response.json()) == (409, {"why": "keys"})


def test_a_letter_of_staff_leaves_at_once_however_much_visitors_send(
    network: Network, anna: Client, letter: Sealed
) -> None:
    network.body.hourly_limit = 0
    network.body.save()

    assert letter.post(anna).status_code == 200
    assert OutboxItem.objects.get().state == OutboxState.WAITING


def test_a_desk_does_not_refer_to_itself_nor_for_another(network: Network, anna: Client) -> None:
    itself = Sealed(network, network.first.mailbox)
    assert itself.post(anna).status_code == 409
    bea = operator("bea", network.second)
    assert Sealed(network, network.body).post(bea).status_code == 403
    assert not Referral.objects.exists()


def test_operators_refer_bodies_read_theirs_coordinators_count_editors_see_nothing(
    network: Network, anna: Client, letter: Sealed
) -> None:
    letter.post(anna)
    everyone = {
        "sender": anna,
        "receiver": people_of(network),
        "other desk": operator("bea", network.second),
        "coordinator": coordinator(),
        "keeper": signed_in("custode", Group.objects.get(name="Chiavi")),
        "editor": editor(),
        "nobody": Client(),
    }

    def opened(address: str) -> set[str]:
        found = {name: client.get(address, headers=SCRIPT) for name, client in everyone.items()}
        return {name for name, response in found.items() if response.status_code == 200}

    assert opened(NEW) == {"sender", "other desk"}
    assert opened(LIST) == {"sender", "receiver", "other desk", "coordinator"}
    shown = {name for name in ("sender", "receiver", "other desk", "coordinator")
             if str(letter.row.pk) in page(everyone[name])}  # fmt: skip
    assert shown == {"sender", "receiver"}
    assert "Primo" in page(everyone["coordinator"])
    reply = f"{LIST}{letter.row.pk}/"
    for name in ("sender", "other desk", "coordinator", "editor"):
        pressed = everyone[name].post(reply, {"answer": "taken"}, headers=SCRIPT)
        assert pressed.status_code in {403, 404}
        if name != "sender":
            assert everyone[name].post(f"{reply}chiudi/", headers=SCRIPT).status_code in {403, 404}
    assert letter.row.answer == ""


def test_the_receiving_side_answers_in_the_console_once_and_the_sender_sees_it(
    network: Network, anna: Client, letter: Sealed
) -> None:
    letter.post(anna)
    body = people_of(network)
    home = "/admin/"
    assert "Casi affidati a voi" in page(body, home)
    reply = f"{LIST}{letter.row.pk}/"

    assert "Scritto: preso in carico" in body.post(reply, {"answer": "taken"}, follow=True).content.decode()
    again = body.post(reply, {"answer": "declined"}, follow=True).content.decode()
    assert "Risultava già: preso in carico" in again
    assert body.post(reply, {"answer": "closed"}).status_code == 400
    assert "preso in carico" in page(anna)
    assert "da «Primo»" not in page(body, home)
    count = ReferralCount.objects.get()
    assert (count.sent, count.taken, count.declined) == (1, 1, 0)


def test_a_referred_case_is_no_request_of_the_receiving_desk(network: Network, anna: Client) -> None:
    letter = Sealed(network, network.second.mailbox)
    letter.post(anna)
    bea = operator("bea", network.second)

    assert str(letter.row.item_id) not in page(bea, "/admin/console/?mostra=tutte")
    assert bea.post(f"/admin/console/{letter.row.item_id}/", {"step": "take", "seen": ""}).status_code == 404
    assert str(letter.row.pk) in page(bea)


def test_what_came_back_is_told_to_the_sender_until_she_closes_it(
    network: Network, anna: Client, letter: Sealed
) -> None:
    letter.post(anna)
    assert "non hanno risposta" not in page(anna, "/admin/")
    OutboxItem.objects.update(state=OutboxState.BOUNCED)

    assert "La loro casella non la prende" in page(anna)
    assert "non hanno risposta" in page(anna, "/admin/")
    assert "non hanno risposta" not in page(operator("bea", network.second), "/admin/")
    anna.post(f"{LIST}{letter.row.pk}/chiudi/")
    assert "non hanno risposta" not in page(anna, "/admin/")
    assert not OutboxItem.objects.exists()
    assert letter.row.answer == "closed"


def test_a_case_that_waits_longer_than_some_openings_is_a_task_of_the_sender(
    network: Network, letter: Sealed
) -> None:
    network.first.hours = json.dumps([slot(str(day), "09:00", "12:00") for day in range(5)])
    network.first.save()
    with time_machine.travel(NOON, tick=False) as clock:
        client = operator("carla", network.first)
        letter.post(client)
        OutboxItem.objects.update(state=OutboxState.SENT)
        clock.move_to(NOON + timedelta(days=1, hours=3))
        assert "aspetta da troppo" not in page(client)
        clock.move_to(NOON + timedelta(days=8))
        assert "aspetta da troppo" in page(client)
        assert "non hanno risposta" in page(client, "/admin/")


def test_a_row_goes_after_its_days_and_never_before_its_letter(anna: Client, letter: Sealed) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        letter.post(anna)
        clock.move_to(NOON + timedelta(days=70))
        erase_referrals(timezone.now())
        assert Referral.objects.exists()
        OutboxItem.objects.all().settle(OutboxState.SENT)
        clock.move_to(NOON + timedelta(days=101))
        purge(timezone.now())
        assert Referral.objects.get().item is None
        erase_referrals(timezone.now())

        assert not Referral.objects.exists()
        assert ReferralCount.objects.get().sent == 1
