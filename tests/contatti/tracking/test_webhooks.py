"""The addresses at which a provider reports take its own shapes, and nonsense without a fault."""

import json
import uuid
from importlib import reload
from typing import Any

import pytest
from anymail.signals import AnymailTrackingEvent, tracking
from django.core import mail
from django.test import Client
from django.urls import clear_url_caches
from pytest_django import Settings

import amaranta.urls
from contatti.sealed.models import OutboxItem, OutboxState
from contatti.sealed.tasks.deliver import MailSender
from contatti.sealed.tracking.providers import DOCUMENTED
from tests.contatti.desks import DeskMaker
from tests.contatti.tracking.bounces import BOUNCES, post_batch


def post(client: Client, item: OutboxItem, **headers: Any) -> int:
    event = {"event": "hard_bounce", "message-id": f"<{item.message_id}>", "email": "primo@example.org"}
    return client.post(
        "/anymail/brevo/tracking/", event, content_type="application/json", headers=headers
    ).status_code


def test_the_webhook_marks_a_bounce_for_whoever_knows_the_secret(
    client: Client, item: OutboxItem, webhooks: None
) -> None:
    assert post(client, item) == 400
    item.refresh_from_db()
    assert item.state == OutboxState.SENT

    assert post(client, item, authorization="Basic cHJvdmlkZXI6c2VjcmV0") == 200
    item.refresh_from_db()
    assert item.state == OutboxState.BOUNCED


def test_nonsense_with_the_secret_is_refused_without_a_fault(client: Client, webhooks: None) -> None:
    for provider in sorted(DOCUMENTED):
        for body in ("", "{", "[1]", "null", '{"Type": 3}', '[{"event": {}}]'):
            response = client.post(
                f"/anymail/{provider}/tracking/",
                body,
                content_type="application/json",
                headers={"authorization": "Basic cHJvdmlkZXI6c2VjcmV0"},
            )
            assert response.status_code in {200, 400}, (provider, body)


@pytest.mark.parametrize("provider", sorted(DOCUMENTED - {"amazon_ses"}))
def test_nesting_without_end_is_refused_without_a_fault(
    client: Client, webhooks: None, provider: str
) -> None:
    assert post_batch(client, provider, "[" * 100_000) == 400


@pytest.mark.parametrize("time", [99999999999999999, 10**400, -(10**17)], ids=["late", "later", "early"])
def test_a_time_beyond_all_calendars_is_refused_without_a_fault(
    client: Client, webhooks: None, time: int
) -> None:
    body = json.dumps([{"event": "bounce", "timestamp": time}])

    assert post_batch(client, "sendgrid", body) == 400


@pytest.mark.parametrize("provider", ["sendgrid", "mailjet", "sparkpost"])
@pytest.mark.parametrize("bad", [{"event": "bounce", "timestamp": 99999999999999999, "time": 10**17}, 3, {}])
def test_an_event_that_cannot_be_read_takes_no_other_of_its_batch_with_it(
    client: Client, item: OutboxItem, webhooks: None, provider: str, bad: object
) -> None:
    headers = {
        "X-SMTPAPI": json.dumps({"unique_args": {"amaranta": item.message_id}}),
        "X-MJ-CustomID": item.message_id,
        "X-MSYS-API": json.dumps({"metadata": {"amaranta": item.message_id}}),
    }
    good = BOUNCES[provider](item.message_id, headers)
    good = good if isinstance(good, list) else [good]

    assert post_batch(client, provider, json.dumps([bad, *good])) == 200
    item.refresh_from_db()
    assert item.state == OutboxState.BOUNCED


def test_a_name_that_no_database_takes_is_no_fault(client: Client, item: OutboxItem, webhooks: None) -> None:
    for name in ("\0", "\ud800", "è"):
        event = {"event": "hard_bounce", "message-id": name, "email": "primo@example.org"}
        assert post_batch(client, "brevo", json.dumps(event)) == 200


@pytest.mark.parametrize(
    "provider", ["mailgun", "mandrill", "mailersend", "postal", "unisender_go", "resend", "mailtrap"]
)
@pytest.mark.parametrize("kind", ["tracking", "inbound"])
def test_a_provider_whose_notices_would_be_ignored_has_no_address(
    client: Client, item: OutboxItem, webhooks: None, provider: str, kind: str
) -> None:
    assert client.post(f"/anymail/{provider}/{kind}/", {}).status_code == 404


def test_a_provider_that_is_named_is_the_only_one_with_an_address(
    client: Client, item: OutboxItem, settings: Settings, webhooks: None
) -> None:
    settings.SEALED_WEBHOOK_PROVIDER = "postmark"
    reload(amaranta.urls)
    clear_url_caches()

    assert client.head("/anymail/postmark/tracking/").status_code == 200
    assert client.head("/anymail/brevo/tracking/").status_code == 404


def test_a_number_for_a_message_is_no_fault(item: OutboxItem) -> None:
    event = AnymailTrackingEvent(event_type="bounced", message_id=12345, recipient="primo@example.org")
    tracking.send(sender=None, event=event, esp_name="Postal")

    item.refresh_from_db()
    assert item.state == OutboxState.SENT


@pytest.mark.parametrize("provider", sorted(DOCUMENTED))
def test_a_bounce_in_the_providers_own_shape_finds_the_message_by_the_header_it_repeats(
    client: Client, desks: DeskMaker, settings: Settings, webhooks: None, provider: str
) -> None:
    settings.SEALED_WEBHOOK_PROVIDER = provider
    reload(amaranta.urls)
    clear_url_caches()
    item, _ = OutboxItem.objects.accept(desks.open("Primo").mailbox, b"0", uuid.uuid4().bytes * 2)
    MailSender().deliver_next()
    (sent,) = mail.outbox
    headers = {name: str(value) for name, value in sent.message().items()}
    item.refresh_from_db()

    kind = "text/plain" if provider == "amazon_ses" else "application/json"
    response = client.post(
        f"/anymail/{provider}/tracking/",
        json.dumps(BOUNCES[provider](item.message_id, headers)),
        content_type=kind,
        headers={
            "authorization": "Basic cHJvdmlkZXI6c2VjcmV0",
            "x-amz-sns-message-type": "Notification",
            "x-amz-sns-message-id": "19ba9823-d7f2-53c1-860e-cb10e0d13dfc",
        },
    )

    assert response.status_code == 200
    item.refresh_from_db()
    assert item.state == OutboxState.BOUNCED
    assert item.error_code == "550 5.1.1"


def test_a_notice_that_is_nested_too_deeply_is_refused_like_any_other_that_is_none(
    client: Client, settings: Settings, webhooks: None
) -> None:
    for text in ("[" * 100_000, '{"a":' * 50_000):
        answer = client.post(
            "/anymail/brevo/tracking/",
            text,
            content_type="application/json",
            headers={"authorization": "Basic cHJvdmlkZXI6c2VjcmV0"},
        )

        assert answer.status_code == 400


def test_a_message_for_no_provider_carries_no_further_header(desks: DeskMaker) -> None:
    OutboxItem.objects.accept(desks.open("Primo").mailbox, b"0", uuid.uuid4().bytes * 2)
    MailSender().deliver_next()

    assert not [name for name in dict(mail.outbox[0].message().items()) if name.startswith("X-")]


def test_without_a_secret_there_is_no_webhook(client: Client, item: OutboxItem) -> None:
    assert post(client, item) == 404
