"""What a provider reports about a delivered or returned message."""

import uuid
from collections.abc import Iterator
from datetime import timedelta
from importlib import reload
from typing import Any

import pytest
from anymail.signals import AnymailTrackingEvent, tracking
from django.test import Client
from django.urls import clear_url_caches
from django.utils import timezone
from pytest_django import Settings

import amaranta.urls
from contatti.models import OutboxItem, OutboxState
from contatti.tasks.deliver import Carrier
from contatti.tasks.retention import purge
from tests.contatti.desks import DeskMaker


@pytest.fixture
def item(desks: DeskMaker) -> OutboxItem:
    item, _ = OutboxItem.objects.accept(desks.open("Primo"), b"0", uuid.uuid4().bytes * 2)
    Carrier().deliver_next()
    item.refresh_from_db()
    return item


@pytest.fixture
def webhooks(settings: Settings) -> Iterator[None]:
    settings.ANYMAIL = {"WEBHOOK_SECRET": "provider:secret"}
    reload(amaranta.urls)
    clear_url_caches()
    yield
    settings.ANYMAIL = {}
    reload(amaranta.urls)
    clear_url_caches()


def report(event_type: str, message_id: str | None) -> None:
    event = AnymailTrackingEvent(event_type=event_type, message_id=message_id, recipient="primo@example.org")
    tracking.send(sender=None, event=event, esp_name="Test")


def post(client: Client, item: OutboxItem, **headers: Any) -> int:
    event = {"event": "hard_bounce", "message-id": f"<{item.message_id}>", "email": "primo@example.org"}
    return client.post(
        "/anymail/brevo/tracking/", event, content_type="application/json", headers=headers
    ).status_code


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


def test_the_webhook_marks_a_bounce_for_whoever_knows_the_secret(
    client: Client, item: OutboxItem, webhooks: None
) -> None:
    assert post(client, item) == 400
    item.refresh_from_db()
    assert item.state == OutboxState.SENT

    assert post(client, item, authorization="Basic cHJvdmlkZXI6c2VjcmV0") == 200
    item.refresh_from_db()
    assert item.state == OutboxState.BOUNCED


def test_without_a_secret_there_is_no_webhook(client: Client, item: OutboxItem) -> None:
    assert post(client, item) == 404


def test_a_sent_envelope_is_erased_after_its_days_and_an_undelivered_one_never(
    item: OutboxItem, desks: DeskMaker
) -> None:
    waiting, _ = OutboxItem.objects.accept(item.desk, b"1", uuid.uuid4().bytes * 2)
    bounced, _ = OutboxItem.objects.accept(item.desk, b"2", uuid.uuid4().bytes * 2)
    bounced.state, bounced.sent_hour = OutboxState.BOUNCED, item.sent_hour
    bounced.save()
    assert item.sent_hour is not None

    assert purge(item.sent_hour + timedelta(days=30)) == 0
    assert purge(item.sent_hour + timedelta(days=30, hours=1)) == 1
    assert purge(item.sent_hour + timedelta(days=3000)) == 0
    assert set(OutboxItem.objects.all()) == {waiting, bounced}
