"""What is held leaves at its lane's rate, by lot, and staff are told of it."""

from datetime import timedelta

from django.core import mail
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from contatti.sealed.accepting import accepting
from contatti.sealed.alerts import AlertCode, lines_of
from contatti.sealed.envelope import seal
from contatti.sealed.models import Lane, LaneStore, OutboxItem, OutboxState
from contatti.sealed.tasks.claims import claim
from contatti.sealed.tasks.monitoring import look
from contatti.sealed.tasks.release_held import Releases
from tests.contatti.flood.flooding import HOUR, hold_some
from tests.contatti.site import ContactSite, certificates


def test_held_requests_leave_at_their_lanes_rate_and_no_lane_waits_for_another(
    spent: ContactSite, settings: Settings
) -> None:
    settings.SEALED_LANE_RATES = {"sealed": 6, "plain": 12}
    hold_some(spent, Lane.SEALED, 10)
    hold_some(spent, Lane.PLAIN, 2)

    # One of each at once; then one in ten minutes, and one in five. What was not used is not saved up.
    releases = Releases()
    minutes = (0, 1, 6, 11, 21.5, 59, 59.5, 70)
    left = [releases.turn(HOUR + timedelta(minutes=minute)) for minute in minutes]
    assert left == [2, 0, 1, 1, 1, 1, 0, 1]
    # Another worker, or one that starts anew, lets no more leave in an hour.
    settings.SEALED_LANE_RATES = {"sealed": 1}
    assert [Releases().turn(HOUR + timedelta(minutes=75)) for _worker in range(3)] == [1, 0, 0]
    store = LaneStore.objects.get(lane=Lane.SEALED)
    assert store.held == OutboxItem.objects.filter(state=OutboxState.HELD).count() == 4
    assert not LaneStore.objects.get(lane=Lane.PLAIN).size
    assert not OutboxItem.objects.filter(state=OutboxState.WAITING).exclude(lane=None).exists()


def test_nobody_stands_first_in_a_lane(spent: ContactSite, settings: Settings) -> None:
    settings.SEALED_LANE_RATES = {"sealed": 60}
    first = set()
    for _round in range(12):
        hold_some(spent, Lane.SEALED, 4)
        assert Releases().turn(HOUR) == 1
        first.add(bytes(OutboxItem.objects.get(state=OutboxState.WAITING).submission_key))
        OutboxItem.objects.all().delete()
        LaneStore.objects.all().delete()

    assert len(first) > 1


def test_a_claim_and_a_release_look_at_no_request_that_is_held(spent: ContactSite) -> None:
    hold_some(spent, Lane.SEALED, 3)
    assert claim(timezone.now()) is None

    plan = OutboxItem.objects.filter(lane=Lane.SEALED, pk__gte="0" * 32).order_by("pk").explain()
    if connection.vendor == "sqlite":
        assert "outbox_lane" in plan
        assert "TEMP B-TREE" not in plan
    Releases().turn(HOUR)
    assert claim(timezone.now()) is not None


def test_staff_are_told_how_many_are_held_in_which_lane_and_hour(
    spent: ContactSite, settings: Settings
) -> None:
    settings.SEALED_ALARM_TO = ["coordinamento@example.org"]
    now = timezone.now()
    look(now)
    hold_some(spent, Lane.PLAIN, 2)
    hold_some(spent, Lane.SEALED, 3)
    OutboxItem.objects.filter(lane=Lane.SEALED).update(accepted_hour=HOUR)

    assert "Chiuse nel browser, 25/11, 10–11: 3 richieste" in lines_of(AlertCode.HELD, now)
    look(now)
    look(now + timedelta(minutes=3))
    told = [message for message in mail.outbox if "più richieste" in message.subject]
    assert len(told) == 1
    assert "In tutto, senza JavaScript: 2 richieste" in told[0].body


def test_what_has_no_lane_leaves_at_once_whatever_the_budget(spent: ContactSite) -> None:
    keys = certificates(spent)
    with accepting(spent.desks[0].mailbox, keys, seal("prova", keys), b"k" * 32) as is_held:
        assert not is_held
    assert OutboxItem.objects.get().state == OutboxState.WAITING
