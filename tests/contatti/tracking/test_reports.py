"""What a provider reports about a delivered or returned message, and what becomes of the message."""

import uuid
from datetime import timedelta

import pytest
from anymail.signals import AnymailTrackingEvent, tracking
from django.utils import timezone

from contatti.sealed.models import OutboxItem, OutboxState
from contatti.sealed.tasks.deliver import MailSender
from contatti.sealed.tasks.retention import purge
from tests.contatti.desks import DeskMaker


def report(event_type: str, message_id: str | None) -> None:
    event = AnymailTrackingEvent(event_type=event_type, message_id=message_id, recipient="primo@example.org")
    tracking.send(sender=None, event=event, esp_name="Test")


@pytest.mark.parametrize(
    ("event_type", "state"),
    [
        ("delivered", OutboxState.DELIVERED),
        ("bounced", OutboxState.BOUNCED),
        ("rejected", OutboxState.BOUNCED),
        ("failed", OutboxState.BOUNCED),
        ("opened", OutboxState.SENT),
        ("deferred", OutboxState.SENT),
    ],
)
def test_a_report_sets_the_state(item: OutboxItem, event_type: str, state: OutboxState) -> None:
    report(event_type, f"<{item.message_id}>")

    item.refresh_from_db()
    assert item.state == state


def test_a_report_finds_the_row_by_the_providers_own_id(item: OutboxItem) -> None:
    OutboxItem.objects.update(provider_id="0100-abc")
    report("delivered", "0100-abc")

    item.refresh_from_db()
    assert item.state == OutboxState.DELIVERED


@pytest.mark.parametrize("message_id", [None, "", "<other@portale.example>"])
def test_a_report_about_other_mail_changes_nothing(item: OutboxItem, message_id: str | None) -> None:
    report("bounced", message_id)

    item.refresh_from_db()
    assert item.state == OutboxState.SENT


def test_a_late_delivered_does_not_hide_a_bounce(item: OutboxItem) -> None:
    report("bounced", item.message_id)
    report("delivered", item.message_id)

    item.refresh_from_db()
    assert item.state == OutboxState.BOUNCED


def test_a_report_that_is_faster_than_the_worker_is_kept(item: OutboxItem) -> None:
    OutboxItem.objects.update(
        state=OutboxState.WAITING, sent_hour=None, lease_token=uuid.uuid4(), lease_until=timezone.now()
    )
    report("delivered", item.message_id)

    item.refresh_from_db()
    assert (item.state, item.lease_token) == (OutboxState.DELIVERED, None)
    assert item.sent_hour is not None


def test_the_same_bounce_again_after_a_new_sending_changes_nothing(item: OutboxItem) -> None:
    former = item.message_id
    report("bounced", f"<{former}>")
    assert OutboxItem.objects.send_again() == 1
    report("bounced", f"<{former}>")
    MailSender().deliver_next()
    report("bounced", f"<{former}>")

    item.refresh_from_db()
    assert item.state == OutboxState.SENT
    assert item.message_id != former
    report("bounced", f"<{item.message_id}>")
    item.refresh_from_db()
    assert item.state == OutboxState.BOUNCED


def test_a_sent_envelope_is_erased_after_its_days_and_an_undelivered_one_never(
    item: OutboxItem, desks: DeskMaker
) -> None:
    waiting, _ = OutboxItem.objects.accept(item.mailbox, b"1", uuid.uuid4().bytes * 2)
    bounced, _ = OutboxItem.objects.accept(item.mailbox, b"2", uuid.uuid4().bytes * 2)
    bounced.state, bounced.sent_hour = OutboxState.BOUNCED, item.sent_hour
    bounced.save()
    assert item.sent_hour is not None

    assert purge(item.sent_hour + timedelta(days=30)) == 0
    assert purge(item.sent_hour + timedelta(days=30, hours=1)) == 1
    assert purge(item.sent_hour + timedelta(days=3000)) == 0
    assert set(OutboxItem.objects.all()) == {waiting, bounced}
