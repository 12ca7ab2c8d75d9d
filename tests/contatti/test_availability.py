from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from pytest_django import DjangoAssertNumQueries, Settings

from contatti.availability import desk_availabilities, desk_availability
from contatti.models import DeskMailbox
from contatti.sealed import rate_limit as budget
from contatti.sealed.models import AcceptedCount, CertificateRole, OutboxItem
from contatti.sealed.storing import NotStored, storing
from tests.contatti.desks import DeskMaker

NOW = datetime(2026, 11, 22, 9, 41, 17, tzinfo=UTC)


def test_a_desk_with_a_mailbox_and_a_valid_certificate_takes_requests(desks: DeskMaker) -> None:
    desk = desks.open("Primo")

    (availability,) = desk_availabilities(NOW)
    assert availability.desk == desk
    assert availability == desk_availability(desk, NOW)
    assert len(availability.certificates) == 2


def test_a_paused_desk_takes_none_and_shows_its_own_words(desks: DeskMaker) -> None:
    desk = desks.open("Primo")
    DeskMailbox.objects.filter(desk=desk).update(paused=True, pause_message="Torniamo a settembre.")
    desk.refresh_from_db()

    assert not desk_availability(desk, NOW).is_open
    assert [availability.pause_message for availability in desk_availabilities(NOW)] == [
        "Torniamo a settembre."
    ]


def test_a_desk_closes_when_its_last_certificate_ends_and_not_before(desks: DeskMaker) -> None:
    desk = desks.open("Primo")
    first, last = desk.mailbox.certificates.order_by("not_after")

    assert len(desk_availability(desk, first.not_after + timedelta(seconds=1)).certificates) == 1
    assert not desk_availability(desk, last.not_after + timedelta(seconds=1)).is_open
    assert not desk_availability(desk, first.not_before - timedelta(seconds=1)).is_open


def test_a_recovery_key_alone_does_not_open_a_desk(desks: DeskMaker) -> None:
    desk = desks.open("Primo")
    desk.mailbox.certificates.update(role=CertificateRole.RECOVERY)

    assert not desk_availability(desk, NOW).is_open


def test_a_desk_that_is_not_published_or_has_no_mailbox_takes_none(desks: DeskMaker) -> None:
    draft, bare = desks.open("Bozza"), desks.open("Senza casella")
    draft.unpublish()
    DeskMailbox.objects.filter(desk=bare).update(address="")

    assert [availability.desk for availability in desk_availabilities(NOW) if availability.is_open] == []
    assert not desk_availability(draft, NOW).is_open


@pytest.mark.parametrize("number", [1, 5])
def test_the_state_of_all_desks_costs_two_queries(
    desks: DeskMaker, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for index in range(number):
        desks.open(f"Sportello {index}")

    with django_assert_num_queries(2):
        desks = desk_availabilities(NOW)

    assert [availability.is_open for availability in desks] == [True] * number


def test_the_same_submission_is_stored_once(desks: DeskMaker) -> None:
    desk = desks.open("Primo")

    first, created = OutboxItem.objects.accept(desk.mailbox, b"one", b"k" * 32)
    second, again = OutboxItem.objects.accept(desk.mailbox, b"two", b"k" * 32)

    assert (created, again, first.pk) == (True, False, second.pk)
    assert bytes(second.envelope) == b"one"


def test_nothing_of_a_stored_request_says_more_than_the_hour(desks: DeskMaker) -> None:
    OutboxItem.objects.accept(desks.open("Primo").mailbox, b"one", b"k" * 32)

    moments = [value for value in vars(OutboxItem.objects.get()).values() if isinstance(value, datetime)]
    assert moments
    assert all((m.minute, m.second, m.microsecond) == (0, 0, 0) for m in moments)


def test_a_failing_database_says_not_stored_and_nothing_of_the_row(desks: DeskMaker) -> None:
    desk = desks.open("Primo")

    def store_and_fail() -> None:
        with storing():
            OutboxItem.objects.accept(desk.mailbox, b"sentinel", b"k" * 32)
            raise DatabaseError("row (sentinel)")

    with pytest.raises(NotStored) as caught:
        store_and_fail()

    assert "sentinel" not in repr(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    assert not OutboxItem.objects.exists()


def test_the_desks_budget_ends_and_begins_again_with_the_hour(desks: DeskMaker) -> None:
    desk = desks.open("Primo")
    DeskMailbox.objects.filter(desk=desk).update(hourly_limit=2)
    desk.refresh_from_db()

    assert [budget.spend(desk.mailbox, NOW) for _ in range(3)] == [True, True, False]
    assert budget.spend(desk.mailbox, NOW + timedelta(hours=1))


@pytest.mark.usefixtures("still")
def test_the_networks_budget_holds_over_all_desks_and_charges_nothing_when_it_refuses(
    desks: DeskMaker, settings: Settings
) -> None:
    settings.SEALED_HOURLY_LIMIT = 2
    one, two = desks.open("Primo"), desks.open("Secondo")

    assert [
        budget.spend(one.mailbox, NOW),
        budget.spend(two.mailbox, NOW),
        budget.spend(two.mailbox, NOW),
    ] == [True, True, False]
    assert AcceptedCount.objects.get(mailbox=two.mailbox).count == 1


def test_a_rolled_back_request_costs_nothing(desks: DeskMaker) -> None:
    desk = desks.open("Primo")
    with transaction.atomic():
        budget.spend(desk.mailbox, NOW)
        transaction.set_rollback(True)

    assert not AcceptedCount.objects.exists()
