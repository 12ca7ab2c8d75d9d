"""A desk's requests by day: states that people set, two who press at once, what waits too long."""

import json
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from contatti.console.waiting import answer_by
from contatti.models import RequestProgress
from contatti.sealed.models import OutboxItem, OutboxState
from contatti.sealed.moments import truncate_to_hour
from servizi.hours import Calendar, WeeklySlot
from servizi.models import DeskPage
from tests.contatti.desks import DeskMaker
from tests.contatti.staff import coordinator, operator

LIST = "/admin/console/"
NOON = datetime(2026, 11, 26, 11, tzinfo=UTC)
"""A Thursday, noon in Italy."""


@pytest.fixture
def desk(desks: DeskMaker) -> DeskPage:
    return desks.open("Primo")


@pytest.fixture
def request_of(desk: DeskPage) -> Callable[..., OutboxItem]:
    def make(ago: timedelta = timedelta(), state: str = OutboxState.SENT) -> OutboxItem:
        item, _ = OutboxItem.objects.accept(desk.mailbox, b"0", uuid.uuid4().bytes * 2)
        hour = truncate_to_hour(timezone.now() - ago)
        OutboxItem.objects.filter(pk=item.pk).update(accepted_hour=hour, state=state)
        return item

    return make


def press(client: Client, item: OutboxItem, step: str, seen: str = "") -> str:
    """Press a button of a page in which the request looked as `seen` says; return what the next page says."""
    answer = client.post(f"{LIST}{item.pk}/", {"step": step, "seen": seen}, follow=True)
    return answer.content.decode()


def test_a_request_is_shown_by_day_and_hour_with_what_became_of_its_mail(
    desk: DeskPage, request_of: Callable[..., OutboxItem]
) -> None:
    anna = operator("anna", desk)
    with time_machine.travel(NOON, tick=False):
        assert "Niente da seguire" in anna.get(LIST).content.decode()
        request_of()
        request_of(timedelta(days=1, hours=2), OutboxState.BOUNCED)
        page = anna.get(LIST).content.decode()

    assert "Oggi, giovedì 26 novembre" in page
    assert "fra le 12 e le 13" in page
    assert "Ieri, mercoledì 25 novembre" in page
    assert "fra le 10 e le 11" in page
    assert "È nella vostra casella di posta." in page
    assert "È tornata indietro" in page
    assert "Niente da seguire" not in page


def test_a_request_is_taken_charge_of_done_and_given_back(
    desk: DeskPage, request_of: Callable[..., OutboxItem]
) -> None:
    item, anna = request_of(), operator("anna", desk)
    mine = f"0-{User.objects.get(username='anna').pk}"

    taken = press(anna, item, "take")
    assert "L’hai presa in carico" in taken
    assert f'value="{mine}"' in taken
    assert "Segnata come fatta" in press(anna, item, "done", mine)
    assert str(item.pk) not in anna.get(LIST).content.decode()
    assert str(item.pk) in anna.get(f"{LIST}?mostra=tutte").content.decode()
    assert "di nuovo tra le nuove" in press(anna, item, "back", f"1-{mine[2:]}")
    assert not RequestProgress.objects.exists()


def test_of_two_who_take_charge_at_once_the_second_reads_who_was_faster(
    desk: DeskPage, request_of: Callable[..., OutboxItem]
) -> None:
    item, anna, bea = request_of(), operator("anna", desk), operator("bea", desk)
    press(anna, item, "take")

    assert "L’ha già presa in carico anna" in press(bea, item, "take")
    assert RequestProgress.objects.get().by == User.objects.get(username="anna")
    # Her own second press, of a page that she had not loaded anew, is no conflict.
    assert "L’hai presa in carico" in press(anna, item, "take")


def test_a_step_from_a_state_that_is_past_changes_nothing(
    desk: DeskPage, request_of: Callable[..., OutboxItem]
) -> None:
    item, anna, bea = request_of(), operator("anna", desk), operator("bea", desk)
    seen = f"0-{User.objects.get(username='anna').pk}"
    press(anna, item, "take")
    press(anna, item, "back", seen)
    press(bea, item, "take")

    for step in ("done", "back"):
        for stale in (seen, "", "x", "1-0"):
            assert "L’ha già presa in carico bea" in press(anna, item, step, stale), (step, stale)
    row = RequestProgress.objects.get()
    assert (row.done, row.by) == (False, User.objects.get(username="bea"))


def test_what_no_button_posts_is_refused(desk: DeskPage, request_of: Callable[..., OutboxItem]) -> None:
    item, anna = request_of(), operator("anna", desk)

    assert anna.post(f"{LIST}{item.pk}/", {"step": "burn"}).status_code == 400
    assert anna.post(f"{LIST}{uuid.uuid4()}/", {"step": "take"}).status_code == 404
    assert anna.get(f"{LIST}{item.pk}/").status_code == 405
    odd = anna.post(f"{LIST}{item.pk}/", {"step": "take", "mostra": "//x", "p": "9" * 50})
    assert odd.headers["Location"] == LIST


def test_a_state_goes_with_its_request(desk: DeskPage, request_of: Callable[..., OutboxItem]) -> None:
    item = request_of()
    press(operator("anna", desk), item, "take")
    assert RequestProgress.objects.count() == 1

    item.delete()

    assert not RequestProgress.objects.exists()


def test_an_account_that_is_deleted_leaves_its_requests_in_charge_of_nobody_in_particular(
    desk: DeskPage, request_of: Callable[..., OutboxItem]
) -> None:
    item, anna, bea = request_of(), operator("anna", desk), operator("bea", desk)
    press(anna, item, "take")
    User.objects.get(username="anna").delete()

    assert "un account cancellato" in press(bea, item, "take")
    assert "tra le nuove" in press(bea, item, "back", "0-0")


def test_many_requests_are_shown_in_pages(desk: DeskPage, request_of: Callable[..., OutboxItem]) -> None:
    anna = operator("anna", desk)
    for hours in range(25):
        request_of(timedelta(hours=hours))

    first, second = (anna.get(f"{LIST}?p={page}").content.decode() for page in (1, 2))
    assert first.count("Prendo in carico") == 20
    assert second.count("Prendo in carico") == 5
    assert "pagina 1 di 2" in first
    assert 'href="?p=1"' in second


def test_a_request_is_late_after_the_next_opening_and_after_two_days_at_most() -> None:
    calendar = Calendar.of(WeeklySlot(time(14), time(18), weekday) for weekday in (3, 4))

    assert answer_by(calendar, NOON) == datetime(2026, 11, 26, 17, tzinfo=UTC)
    assert answer_by(calendar, NOON + timedelta(hours=3)) == datetime(2026, 11, 27, 17, tzinfo=UTC)
    assert answer_by(calendar, NOON + timedelta(days=1, hours=7)) == NOON + timedelta(days=3, hours=7)
    assert answer_by(Calendar(), NOON) == NOON + timedelta(days=2)


def test_coordinators_and_the_desk_are_told_what_waits_too_long_until_somebody_takes_charge(
    desk: DeskPage, request_of: Callable[..., OutboxItem]
) -> None:
    anna, lead = operator("anna", desk), coordinator()
    request_of(timedelta(hours=3))
    home = reverse("wagtailadmin_home")
    assert "aspetta da troppo" not in anna.get(LIST).content.decode()
    late = request_of(timedelta(days=3))

    assert "aspetta da troppo" in anna.get(LIST).content.decode()
    counted = lead.get(LIST).content.decode()
    assert "1 aspetta da troppo" in counted
    assert "La più vecchia tra le nuove è qui da 3 giorni." in counted
    for client in (anna, lead):
        assert "Richieste che aspettano da troppo" in client.get(home).content.decode()
    press(anna, late, "take")
    assert "1 aspetta da troppo" not in lead.get(LIST).content.decode()
    assert "Richieste che aspettano da troppo" not in lead.get(home).content.decode()


def test_the_page_offers_the_published_hours_of_three_weeks(desk: DeskPage) -> None:
    desk.hours = json.dumps([{"type": "slot", "value": {"days": ["3"], "opens": "14:00", "closes": "18:00"}}])
    desk.save()
    with time_machine.travel(NOON, tick=False):
        page = operator("anna", desk).get("/admin/console/rispondi/").content.decode()

    data = json.loads(
        page.partition('id="console-data" type="application/json">')[2].partition("</script>")[0]
    )
    days = data["mine"][str(desk.mailbox.pk)]["days"]
    assert len(days) == 21
    assert (days[0]["day"], days[0]["openings"]) == ("2026-11-26", [["14:00", "18:00"]])
    assert days[1]["openings"] == []
