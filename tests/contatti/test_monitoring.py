"""When the staff is told that something needs them, by mail and by the health endpoints."""

import uuid
from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from contatti.sealed.models import Alarm, OperatorCertificate, OutboxItem, OutboxState
from contatti.sealed.tasks.deliver import MailSender
from contatti.sealed.tasks.monitoring import SILENCE, beat, look
from servizi.models import DeskPage
from tests.contatti.desks import DeskMaker
from tests.contatti.smtp import Mailbox, free_port, serving

NOW = timezone.now()
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def alarm_address(settings: Settings) -> None:
    settings.SEALED_ALARM_TO = ["coordinamento@example.org"]


@pytest.fixture
def desk(desks: DeskMaker) -> DeskPage:
    return desks.open("Primo")


def store(desk: DeskPage, **changes: object) -> OutboxItem:
    item, _ = OutboxItem.objects.accept(desk.mailbox, b"0", uuid.uuid4().bytes * 2)
    OutboxItem.objects.filter(pk=item.pk).update(**changes)
    return item


def failed(desk: DeskPage) -> OutboxItem:
    return store(desk, attempts=1, last_error="SMTPServerDisconnected", next_attempt_at=NOW + MINUTE)


def looks(*moments: datetime) -> list[int]:
    """Return how many mails had gone out after each look."""
    sent = []
    for moment in moments:
        look(moment)
        sent.append(len(mail.outbox))
    return sent


def word(client: Client, address: str) -> tuple[int, str]:
    response = client.get(address)
    return response.status_code, response.content.decode()


def test_a_delivery_that_fails_for_a_quarter_of_an_hour_raises_one_alarm_a_day(desk: DeskPage) -> None:
    failed(desk)
    day = timedelta(days=1)

    assert looks(NOW, NOW + 14 * MINUTE) == [0, 0]
    assert looks(NOW + 15 * MINUTE, NOW + 60 * MINUTE) == [1, 1]
    assert looks(NOW + day + 14 * MINUTE, NOW + day + 15 * MINUTE) == [1, 2]
    assert mail.outbox[0].to == ["coordinamento@example.org"]
    assert "- Primo: 1 richiesta" in mail.outbox[0].body


def test_the_alarm_rises_again_after_a_recovery(desk: DeskPage) -> None:
    item = failed(desk)
    looks(NOW, NOW + 15 * MINUTE)
    OutboxItem.objects.filter(pk=item.pk).update(state=OutboxState.SENT)
    looks(NOW + 16 * MINUTE)
    assert not Alarm.objects.exists()

    failed(desk)
    assert looks(NOW + 17 * MINUTE, NOW + 31 * MINUTE, NOW + 32 * MINUTE) == [1, 1, 2]


def test_a_request_on_its_first_way_is_no_alarm(desk: DeskPage) -> None:
    store(desk, attempts=1, lease_until=NOW + 5 * MINUTE)

    assert looks(NOW, NOW + 4 * MINUTE) == [0, 0]
    assert not Alarm.objects.exists()


def test_a_request_older_than_any_doubt_counts_though_nobody_tried_it(desk: DeskPage) -> None:
    store(desk, accepted_hour=NOW - timedelta(hours=1, minutes=15))

    assert looks(NOW, NOW + 15 * MINUTE) == [0, 1]


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({"state": OutboxState.BOUNCED}, "Richieste respinte dalla casella"),
        ({"attempts": 8}, "Richieste che non partono dopo molti tentativi"),
    ],
)
def test_what_bounced_or_was_tried_often_is_told_at_once(
    desk: DeskPage, changes: dict[str, object], title: str
) -> None:
    store(desk, **changes)

    assert looks(NOW) == [1]
    assert title in mail.outbox[0].subject


def test_a_desk_closed_for_want_of_a_key_is_told_at_once_and_a_paused_one_is_not(desks: DeskMaker) -> None:
    paused, closed = desks.open("In pausa"), desks.open("Chiuso")
    for desk in (paused, closed):
        desk.mailbox.certificates.update(active=False)
    paused.mailbox.paused = True
    paused.mailbox.save()

    assert looks(NOW) == [1]
    assert "Chiuso" in mail.outbox[0].body
    assert "In pausa" not in mail.outbox[0].body


def test_a_key_that_can_not_be_read_any_more_is_told_and_stops_no_look(desk: DeskPage) -> None:
    spoilt = desk.mailbox.certificates.order_by("pk")[0]
    OperatorCertificate.objects.filter(pk=spoilt.pk).update(certificate=b"\x30\x03abc")

    assert looks(NOW) == [1]
    assert "Chiavi illeggibili" in mail.outbox[0].subject
    assert "- Primo, operatrice 1\n" in mail.outbox[0].body
    desk.mailbox.certificates.update(certificate=b"")
    look(NOW)
    assert "Caselle chiuse" in mail.outbox[1].subject


def test_an_expiring_key_is_told_once_a_week(desk: DeskPage) -> None:
    desk.mailbox.certificates.update(not_after=NOW + timedelta(days=59))

    assert looks(NOW, NOW + timedelta(days=6), NOW + timedelta(days=7)) == [1, 1, 2]


def test_an_alarm_that_cannot_be_mailed_is_tried_at_the_next_look(desk: DeskPage, settings: Settings) -> None:
    store(desk, state=OutboxState.BOUNCED)
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = free_port()
    look(NOW)
    settings.EMAIL_BACKEND = working

    assert looks(NOW + MINUTE / 2) == [1]


def test_the_monitor_sees_a_worker_that_is_not_there(client: Client, desk: DeskPage) -> None:
    assert word(client, "/salute/consegna/") == (503, "fermo")
    beat(timezone.now())
    assert word(client, "/salute/consegna/") == (200, "ok")
    beat(timezone.now() - SILENCE - MINUTE)
    assert word(client, "/salute/consegna/") == (503, "fermo")


def test_the_monitor_sees_delays_and_bounces(client: Client, desk: DeskPage) -> None:
    item = failed(desk)
    beat(timezone.now())
    look(NOW - 20 * MINUTE)
    assert word(client, "/salute/consegna/") == (503, "ritardo")

    OutboxItem.objects.filter(pk=item.pk).update(state=OutboxState.BOUNCED)
    look(NOW)
    assert word(client, "/salute/consegna/") == (503, "respinte")


def test_the_monitor_sees_keys_that_end_soon_or_are_missing(client: Client, desk: DeskPage) -> None:
    assert word(client, "/salute/certificati/") == (200, "ok")
    desk.mailbox.certificates.update(not_after=timezone.now() + timedelta(days=30))
    assert word(client, "/salute/certificati/") == (200, "scade")
    desk.mailbox.certificates.update(active=False)
    assert word(client, "/salute/certificati/") == (503, "manca")


def test_recovery_of_the_mail_server_ends_the_alarm_by_itself(desk: DeskPage) -> None:
    item = failed(desk)
    looks(NOW, NOW + 15 * MINUTE)
    OutboxItem.objects.filter(pk=item.pk).update(next_attempt_at=NOW - MINUTE)
    MailSender().deliver_next()
    look(NOW + 16 * MINUTE)

    assert not Alarm.objects.exists()


@pytest.mark.parametrize(
    ("given", "number"),
    [
        ({}, 1),
        ({"SEALED_BOUNCE_IMAP_HOST": "imap.example"}, 0),
        ({"ANYMAIL": {"WEBHOOK_SECRET": "user:secret"}, "SEALED_WEBHOOK_PROVIDER": "brevo"}, 0),
        ({"ANYMAIL": {"WEBHOOK_SECRET": "user:secret"}, "SEALED_WEBHOOK_PROVIDER": "postal"}, 1),
    ],
)
def test_a_public_server_that_nobody_tells_of_refusals_says_so_to_staff(
    admin_client: Client, settings: Settings, given: dict[str, object], number: int
) -> None:
    assert "Nessuno legge i rimbalzi" not in admin_client.get("/admin/").content.decode()
    settings.SEALED_NOTICES_NEEDED = True
    for name, value in given.items():
        setattr(settings, name, value)

    assert looks(NOW) == [number]
    assert admin_client.get("/admin/").content.decode().count("Nessuno legge i rimbalzi") == number


@pytest.mark.parametrize(
    ("code", "error", "words"),
    [
        ("550 5.1.1", "SMTPRecipientsRefused", "550 5.1.1: la casella non esiste: controllate l’indirizzo"),
        ("552 5.3.4", "SMTPDataError", "552 5.3.4: il messaggio è troppo grande: alzate il limite"),
        ("554 5.7.1", "SMTPDataError", "554 5.7.1: vietato da una regola o da un filtro del server"),
        ("452", "SMTPRecipientsRefused", "452: la casella o il server è pieno: liberate spazio"),
        ("", "NoMailbox", "la casella non ha più un indirizzo"),
        ("", "SomethingElse", "1 richiesta\n"),
    ],
)
def test_an_alarm_says_what_the_servers_code_means(desk: DeskPage, code: str, error: str, words: str) -> None:
    store(desk, state=OutboxState.REFUSED, attempts=1, last_error=error, error_code=code)

    assert looks(NOW) == [1]
    assert words in mail.outbox[0].body


def test_a_message_that_a_server_further_on_still_tries_is_told_for_five_days(desk: DeskPage) -> None:
    day = timedelta(days=1)
    store(desk, state=OutboxState.SENT, sent_hour=NOW, error_code="4.4.1")

    assert looks(NOW, NOW + 15 * MINUTE) == [0, 1]
    look(NOW + 6 * day)
    assert not Alarm.objects.exists()


def test_an_alarm_that_cannot_be_mailed_is_tried_less_and_less_often(
    desk: DeskPage, settings: Settings
) -> None:
    store(desk, state=OutboxState.BOUNCED)
    settings.EMAIL_BACKEND = "contatti.sealed.mail.smtp.EmailBackend"
    settings.EMAIL_PORT = free_port()
    tries = 0
    for number in range(24):
        before = Alarm.objects.values_list("failures", flat=True).first() or 0
        look(NOW + number * 5 * MINUTE)
        tries += Alarm.objects.get().failures > before

    assert tries == 8


def test_an_alarm_leaves_by_the_second_mail_server_when_the_first_is_gone(
    desk: DeskPage, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = "contatti.sealed.mail.smtp.EmailBackend"
    settings.EMAIL_PORT = free_port()
    second = free_port()
    settings.SEALED_ALARM_SMTP = {"host": "127.0.0.1", "port": second}
    settings.SEALED_ALARM_FROM = "allarmi@altrove.example"
    failed(desk)
    look(NOW)
    mailbox = Mailbox()
    with serving(mailbox, second):
        look(NOW + 15 * MINUTE)
        look(NOW + 16 * MINUTE)

    (alarm,) = mailbox.messages
    assert alarm["From"] == "allarmi@altrove.example"
    assert alarm["Auto-Submitted"] == "auto-generated"
    assert Alarm.objects.get().failures == 0


def test_when_neither_server_takes_an_alarm_it_is_tried_again(desk: DeskPage, settings: Settings) -> None:
    settings.EMAIL_BACKEND = "contatti.sealed.mail.smtp.EmailBackend"
    settings.EMAIL_PORT = free_port()
    settings.SEALED_ALARM_SMTP = {"host": "127.0.0.1", "port": free_port()}
    failed(desk)
    looks(NOW, NOW + 15 * MINUTE)
    assert Alarm.objects.get().failures == 1

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert looks(NOW + 16 * MINUTE) == [1]
