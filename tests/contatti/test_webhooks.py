"""What a provider reports about a delivered or returned message."""

import json
import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta
from importlib import reload
from typing import Any

import pytest
from anymail.signals import AnymailTrackingEvent, tracking
from django.core import mail
from django.test import Client
from django.urls import clear_url_caches
from django.utils import timezone
from pytest_django import Settings

import amaranta.urls
from contatti.sealed.models import OutboxItem, OutboxState
from contatti.sealed.tasks.deliver import MailSender
from contatti.sealed.tasks.retention import purge
from contatti.sealed.tracking.providers import DOCUMENTED
from tests.contatti.desks import DeskMaker


@pytest.fixture
def item(desks: DeskMaker) -> OutboxItem:
    item, _ = OutboxItem.objects.accept(desks.open("Primo").mailbox, b"0", uuid.uuid4().bytes * 2)
    MailSender().deliver_next()
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


def post_batch(client: Client, provider: str, body: str) -> int:
    return client.post(
        f"/anymail/{provider}/tracking/",
        body,
        content_type="application/json",
        headers={"authorization": "Basic cHJvdmlkZXI6c2VjcmV0"},
    ).status_code


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


# What each provider's documentation shows of a hard bounce, where it repeats the header that the mail carried.
Shape = Callable[[str, dict[str, str]], Any]
BOUNCES: dict[str, Shape] = {
    "brevo": lambda name, headers: {
        "event": "hard_bounce",
        "email": "primo@example.org",
        "id": 1,
        "date": "2026-11-29 10:00:00",
        "ts": 1795946400,
        "message-id": "<202611291000.1234567890@smtp-relay.mailin.fr>",
        "X-Mailin-custom": headers["X-Mailin-custom"],
        "reason": "550 5.1.1 unknown user",
    },
    "sendgrid": lambda name, headers: [
        {
            "event": "bounce",
            "type": "bounce",
            "email": "primo@example.org",
            "timestamp": 1795946400,
            "sg_event_id": "ZHNuLTE",
            "sg_message_id": "14c5d75ce93.dfd.64b469",
            "status": "5.1.1",
            "reason": "550 5.1.1 unknown user",
            **json.loads(headers["X-SMTPAPI"])["unique_args"],
        }
    ],
    "mailjet": lambda name, headers: {
        "event": "bounce",
        "time": 1795946400,
        "MessageID": 13792286917004336,
        "Message_GUID": "1ab23cd4-e567-8901-2345-6789f0gh1i2j",
        "email": "primo@example.org",
        "CustomID": headers["X-MJ-CustomID"],
        "Payload": "",
        "hard_bounce": True,
        "error_related_to": "recipient",
        "error": "user unknown",
        "comment": "550 5.1.1 unknown user",
    },
    "postmark": lambda name, headers: {
        "RecordType": "Bounce",
        "MessageStream": "outbound",
        "ID": 4323372036854775807,
        "Type": "HardBounce",
        "TypeCode": 1,
        "MessageID": "883953f4-6105-42a2-a16a-77a8eac79483",
        "Metadata": {
            key.removeprefix("X-PM-Metadata-"): value
            for key, value in headers.items()
            if key.startswith("X-PM-Metadata-")
        },
        "Email": "primo@example.org",
        "BouncedAt": "2026-11-29T10:00:00Z",
        "Details": "smtp;550 5.1.1 unknown user",
    },
    "sparkpost": lambda name, headers: [
        {
            "msys": {
                "message_event": {
                    "type": "bounce",
                    "bounce_class": "10",
                    "event_id": "92356927693813856",
                    "message_id": "000443ee14578172be22",
                    "transmission_id": "65832150921904138",
                    "rcpt_to": "primo@example.org",
                    "rcpt_meta": json.loads(headers["X-MSYS-API"])["metadata"],
                    "raw_reason": "550 5.1.1 unknown user",
                    "timestamp": "1795946400",
                }
            }
        }
    ],
    "amazon_ses": lambda name, headers: {
        "Type": "Notification",
        "MessageId": "19ba9823-d7f2-53c1-860e-cb10e0d13dfc",
        "TopicArn": "arn:aws:sns:eu-south-1:1234567890:avvisi",
        "Timestamp": "2026-11-29T10:00:00.000Z",
        "Message": json.dumps(
            {
                "notificationType": "Bounce",
                "bounce": {
                    "bounceType": "Permanent",
                    "bounceSubType": "General",
                    "feedbackId": "00000138111222aa",
                    "timestamp": "2026-11-29T10:00:00.000Z",
                    "bouncedRecipients": [
                        {
                            "emailAddress": "primo@example.org",
                            "status": "5.1.1",
                            "action": "failed",
                            "diagnosticCode": "smtp; 550 5.1.1 unknown user",
                        }
                    ],
                },
                "mail": {
                    "timestamp": "2026-11-29T10:00:00.000Z",
                    "messageId": "00000137860315fd-34208509-5b74-41f3-95c5-22c1edc3c924-000000",
                    "destination": ["primo@example.org"],
                    "headers": [{"name": key, "value": value} for key, value in headers.items()],
                },
            }
        ),
    },
}


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


def test_without_a_secret_there_is_no_webhook(client: Client, item: OutboxItem) -> None:
    assert post(client, item) == 404


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
