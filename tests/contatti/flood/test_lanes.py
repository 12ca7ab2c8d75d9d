"""A flood closes no form: what comes beyond the hour's budget is accepted, and held in its lane."""

from base64 import urlsafe_b64encode

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from contatti.contact_form import ticket
from contatti.models import DeskMailbox
from contatti.reading.locator import LOCATOR
from contatti.receiving.lanes import FOLLOW_UPS_A_DAY
from contatti.sealed.conversation import keys_of, make_code
from contatti.sealed.models import AcceptedCount, Lane, LaneStore, OutboxItem, OutboxState
from tests.contatti.conversations import code_of, give_answer
from tests.contatti.flood.flooding import LATER, NO_ROOM, lane, send
from tests.contatti.site import ContactSite, post


@pytest.mark.usefixtures("still")
def test_beyond_the_budget_it_is_received_and_she_reads_that_it_may_take_longer(
    contact: ContactSite, client: Client
) -> None:
    DeskMailbox.objects.update(hourly_limit=2)
    answers = [send(contact, client, key, proved=True) for key in "ab"] + [
        send(contact, client, "c", proved=True)
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert [LATER in answer.content.decode() for answer in answers] == [False, False, True]
    assert OutboxItem.objects.filter(state=OutboxState.HELD).count() == 1
    plain = contact.answer(client, contact.fields())
    assert LATER in plain
    assert "Ricevuto" in plain
    assert [OutboxItem.objects.filter(lane=each).count() for each in (Lane.SEALED, Lane.PLAIN)] == [1, 1]


@pytest.mark.usefixtures("still")
def test_a_proof_decides_between_two_lanes_and_refuses_nobody(spent: ContactSite, client: Client) -> None:
    assert send(spent, client, "a", proved=True).status_code == 200
    assert lane() == Lane.SEALED
    for wrong in ("", "0", "x" * 50, "٣"):
        assert send(spent, client, f"b{wrong}", x=wrong).status_code == 200
        assert lane() == Lane.SLOW


@pytest.mark.usefixtures("still")
def test_the_proxys_word_is_taken_only_where_a_setting_says_that_there_is_one(
    spent: ContactSite, client: Client, settings: Settings
) -> None:
    marked = Client(headers={"X-Amaranta-Lane": "slow"})
    send(spent, marked, "a", proved=True)
    assert lane() == Lane.SEALED

    settings.LANE_HEADER = "X-Amaranta-Lane"
    send(spent, marked, "b", proved=True)
    assert lane() == Lane.SLOW
    spent.send(marked, spent.fields())
    assert lane() == Lane.SLOW
    send(spent, client, "c", proved=True)
    assert lane() == Lane.SEALED


@pytest.mark.usefixtures("still")
def test_what_is_slow_leaves_half_of_the_budget_to_the_others(contact: ContactSite, client: Client) -> None:
    DeskMailbox.objects.update(hourly_limit=4)
    slow = [LATER in send(contact, client, key).content.decode() for key in "abc"]
    others = [LATER in send(contact, client, key, proved=True).content.decode() for key in "def"]

    assert slow == [False, False, True]
    assert others == [False, False, True]


@pytest.mark.usefixtures("still")
def test_who_was_answered_has_a_lane_of_her_own_ten_times_a_day(
    spent: ContactSite, client: Client, settings: Settings
) -> None:
    mailbox = spent.desks[0].mailbox
    number = make_code()
    give_answer(code_of(number, mailbox), "Ciao.")
    locator = urlsafe_b64encode(keys_of(number, settings.SEALED_SITE_ID).locator).decode().rstrip("=")
    shown = {"m": str(mailbox.pk), LOCATOR: locator}

    assert lanes_of_answered(spent, client, shown) == [Lane.FOLLOW_UP] * FOLLOW_UPS_A_DAY + [Lane.SLOW]
    assert lanes_of_answered(spent, client, {**shown, LOCATOR: "A" * 22})[0] == Lane.SLOW


def lanes_of_answered(contact: ContactSite, client: Client, fields: dict[str, str]) -> list[str | None]:
    found = []
    for number in range(FOLLOW_UPS_A_DAY + 1):
        assert send(contact, client, f"{fields}{number}", **fields).status_code == 200
        found.append(lane())
    return found


@pytest.mark.usefixtures("still")
def test_only_a_full_lane_says_no_before_she_writes_and_after(
    spent: ContactSite, client: Client, settings: Settings
) -> None:
    page = spent.form(client)
    assert 'name="t"' in page
    assert NO_ROOM not in page
    settings.SEALED_LANE_MEGABYTES = {"sealed": 0.001, "plain": 0.001}

    cache.clear()
    page = spent.form(client)
    assert NO_ROOM in page
    assert 'name="t"' not in page
    assert 'href="tel:1522"' in page
    refused = send(spent, client, "a", proved=True)
    assert refused.status_code == 503
    assert "NON è stato ricevuto" in refused.content.decode()
    assert not OutboxItem.objects.exists()
    assert send(spent, client, "b").status_code == 200  # another lane has room
    kept = spent.answer(client, spent.fields(d="le mie parole"))
    assert "le mie parole" in kept
    assert "non c’è posto" in kept


def test_one_full_lane_leaves_the_form_to_the_other_kind_of_browser(
    spent: ContactSite, client: Client, settings: Settings
) -> None:
    def scriptless(page: str) -> str:
        return "".join(part.partition("</noscript>")[0] for part in page.split("<noscript>")[1:])

    settings.SEALED_LANE_MEGABYTES = {"sealed": 0.001}
    page = spent.form(client)
    assert NO_ROOM in page
    for part in ('name="t"', "Dammi un numero", ">Invia<"):
        assert scriptless(page).count(part) == page.count(part) == 1

    cache.clear()
    settings.SEALED_LANE_MEGABYTES = {"plain": 0.001}
    page = spent.form(client)
    assert NO_ROOM in scriptless(page)
    assert 'name="t"' in page
    assert 'name="t"' not in scriptless(page)


@pytest.mark.usefixtures("still")
def test_where_she_chooses_a_desk_she_reads_which_way_is_full_and_which_stays_open(
    spent: ContactSite, client: Client, settings: Settings
) -> None:
    def choice(**full: float) -> str:
        settings.SEALED_LANE_MEGABYTES = full
        cache.clear()
        return client.get("/scrivi/").content.decode()

    assert "Sono arrivati troppi" not in choice()
    assert NO_ROOM in choice(sealed=0.001, plain=0.001)
    assert "Per scritto resta aperta solo la strada senza JavaScript" in choice(sealed=0.001)
    parts = choice(plain=0.001).split("<noscript>")
    assert sum("oppure telefonare" in part.partition("</noscript>")[0] for part in parts[1:]) == 1
    assert not [part for part in parts if "oppure telefonare" in part.partition("</noscript>")[2]]


@pytest.mark.usefixtures("still")
def test_a_ticket_asks_for_more_work_while_the_lane_fills(spent: ContactSite) -> None:
    easy = ticket.read(spent.token()).bits
    LaneStore.objects.create(lane=Lane.SEALED, held=6000, size=1)
    cache.clear()

    assert ticket.read(spent.token()).bits == easy + 3
    assert ticket.read("falso").bits == 0


def test_her_browser_is_asked_for_her_number_in_a_flood_only(contact: ContactSite, client: Client) -> None:
    def is_asked() -> bool:
        fields = {"t": contact.token(), "m": contact.desks[0].mailbox.pk, "v": "1"}
        return bool(post(client, "/invia/chiavi/", fields).json()["proof"])

    assert not is_asked()
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    AcceptedCount.objects.create(mailbox=contact.desks[0].mailbox, hour=hour, count=60)
    assert is_asked()
