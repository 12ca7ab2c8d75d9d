"""What a desk's mailbox gets, and when, while mail servers misbehave."""

import smtplib
import uuid
from base64 import b64decode
from datetime import timedelta
from email.utils import parsedate_to_datetime

import pytest
from django.core import mail
from django.db import OperationalError
from django.utils import timezone
from pytest_django import Settings

from contatti.models import DeskMailbox
from contatti.sealed.mail.backends import BackendRefused
from contatti.sealed.models import OutboxItem, OutboxState
from contatti.sealed.tasks.deliver import LEASE, LONGEST_RETRY, MailSender, backoff, claim
from servizi.models import DeskPage
from tests.contatti.desks import DeskMaker
from tests.contatti.smtp import Mailbox, free_port, hanging, serving


@pytest.fixture
def port(settings: Settings) -> int:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = free_port()
    settings.EMAIL_TIMEOUT = 1
    return settings.EMAIL_PORT


@pytest.fixture
def desk(desks: DeskMaker) -> DeskPage:
    return desks.open("Primo")


def store(desk: DeskPage, der: bytes = b"\x30\x03abc") -> OutboxItem:
    return OutboxItem.objects.accept(desk.mailbox, der, uuid.uuid4().bytes * 2)[0]


def deliver_all() -> None:
    carrier = MailSender()
    while carrier.deliver_next():
        pass


def let_time_pass() -> None:
    """Make every pause and lease end."""
    past = timezone.now() - timedelta(seconds=1)
    OutboxItem.objects.update(next_attempt_at=past)
    OutboxItem.objects.exclude(lease_until=None).update(lease_until=past)


def test_the_mailbox_gets_the_envelope_at_top_level_with_neutral_headers(desk: DeskPage, port: int) -> None:
    item, mailbox = store(desk, b"\x30" * 5000), Mailbox()
    with serving(mailbox, port):
        deliver_all()

    (message,) = mailbox.messages
    payload = message.get_payload()
    assert isinstance(payload, str)
    assert b64decode(payload) == b"\x30" * 5000
    assert message["To"] == "primo@example.org"
    assert message["Message-ID"] == f"<{item.pk}@portale.example>"
    assert parsedate_to_datetime(message["Date"]) == item.accepted_hour
    item.refresh_from_db()
    assert (item.state, item.lease_until, item.lease_token) == (OutboxState.SENT, None, None)
    assert item.sent_hour is not None
    assert item.next_attempt_at == item.accepted_hour


@pytest.mark.parametrize(
    ("reply", "state", "code"),
    [
        ("451 4.7.1 try later", OutboxState.WAITING, "451 4.7.1"),
        ("554 refused for good", OutboxState.REFUSED, "554"),
    ],
)
def test_a_refused_message_stays_and_arrives_after_recovery_under_the_same_id(
    desk: DeskPage, port: int, reply: str, state: str, code: str
) -> None:
    item, mailbox = store(desk), Mailbox()
    mailbox.reply = reply
    with serving(mailbox, port):
        deliver_all()
        item.refresh_from_db()
        assert (item.state, item.attempts) == (state, 1)
        assert (item.last_error, item.error_code) == ("SMTPDataError", code)
        first_id = item.message_id

        mailbox.reply = "250 OK"
        deliver_all()
        assert mailbox.messages == []
        let_time_pass()
        deliver_all()

    assert [message["Message-ID"] for message in mailbox.messages] == [f"<{first_id}>"]


def test_a_mail_server_that_is_down_loses_nothing(desk: DeskPage, port: int) -> None:
    item = store(desk)
    deliver_all()

    item.refresh_from_db()
    assert (item.state, item.last_error) == (OutboxState.WAITING, "ConnectionRefusedError")
    mailbox = Mailbox()
    let_time_pass()
    with serving(mailbox, port):
        deliver_all()
    assert len(mailbox.messages) == 1


def test_a_mail_server_that_hangs_is_left_after_its_timeout(desk: DeskPage, port: int) -> None:
    item = store(desk)
    with hanging(port):
        deliver_all()

    item.refresh_from_db()
    assert (item.state, item.last_error) == (OutboxState.WAITING, "SMTPServerDisconnected")


def test_one_bad_mailbox_does_not_hold_up_the_other_desks(desks: DeskMaker, port: int) -> None:
    bad, good = desks.open("Guasto"), desks.open("Buono")
    mailbox = Mailbox()
    mailbox.refused = {"guasto@example.org"}
    for desk in (bad, good, bad, good):
        store(desk)
    with serving(mailbox, port):
        deliver_all()

    assert [message["To"] for message in mailbox.messages] == ["buono@example.org"] * 2
    assert set(OutboxItem.objects.refused().values_list("last_error", flat=True)) == {"SMTPRecipientsRefused"}


def test_what_failed_long_ago_waits_behind_what_nobody_tried_yet(desk: DeskPage) -> None:
    failed, fresh = store(desk), store(desk)
    long_ago = timezone.now() - timedelta(days=1)
    OutboxItem.objects.filter(pk=failed.pk).update(attempts=3, next_attempt_at=long_ago)
    now = timezone.now()

    assert [claim(now), claim(now)] == [fresh, None]  # one of a desk at a time
    OutboxItem.objects.filter(pk=fresh.pk).update(state=OutboxState.SENT)
    assert [claim(now), claim(now)] == [failed, None]


def test_a_removed_mailbox_keeps_the_request_until_there_is_one_again(desk: DeskPage, port: int) -> None:
    item = store(desk)
    DeskMailbox.objects.update(address="")
    deliver_all()

    item.refresh_from_db()
    assert (item.state, item.last_error) == (OutboxState.WAITING, "NoMailbox")


def test_a_request_accepted_before_its_certificates_ended_is_still_delivered(
    desk: DeskPage, port: int
) -> None:
    store(desk)
    desk.mailbox.certificates.update(not_after=timezone.now() - timedelta(days=1))
    mailbox = Mailbox()
    with serving(mailbox, port):
        deliver_all()

    assert len(mailbox.messages) == 1


def test_nobody_else_takes_what_a_worker_holds_until_its_lease_ends(desk: DeskPage) -> None:
    item = store(desk)
    now = timezone.now()

    assert claim(now) == item
    assert claim(now + LEASE - timedelta(seconds=1)) is None
    assert claim(now + LEASE) == item


def test_a_worker_that_lost_its_lease_cannot_mark_the_row(
    desk: DeskPage, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = store(desk)
    other = uuid.uuid4()

    carrier = MailSender()
    send = carrier._send

    def send_slowly(taken: OutboxItem) -> str:
        OutboxItem.objects.filter(pk=taken.pk).update(lease_token=other)
        return send(taken)

    monkeypatch.setattr(carrier, "_send", send_slowly)
    with serving(Mailbox(), port):
        carrier.deliver_next()

    item.refresh_from_db()
    assert (item.state, item.lease_token) == (OutboxState.WAITING, other)


def test_a_sent_message_is_marked_although_the_database_was_locked_for_a_moment(
    desk: DeskPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    item, troubles = store(desk), iter([OperationalError("database is locked")])
    monkeypatch.setattr("contatti.sealed.tasks.deliver.MARK_RETRIES", (0, 0))
    from contatti.sealed.tasks import deliver

    mark = deliver._mark_sent

    def mark_badly(taken: OutboxItem, provider_id: str) -> None:
        for trouble in troubles:
            raise trouble
        mark(taken, provider_id)

    monkeypatch.setattr(deliver, "_mark_sent", mark_badly)
    deliver_all()

    item.refresh_from_db()
    assert item.state == OutboxState.SENT
    assert len(mail.outbox) == 1


def test_the_pause_doubles_up_to_its_ceiling_and_never_ends() -> None:
    assert timedelta(seconds=7) < backoff(1) <= timedelta(seconds=15)
    assert timedelta(seconds=29) < backoff(3) <= timedelta(seconds=60)
    assert LONGEST_RETRY / 2 <= backoff(100_000) <= LONGEST_RETRY


@pytest.mark.parametrize(
    "backend", ["anymail.backends.brevo.EmailBackend", "anymail.backends.test.EmailBackend"]
)
def test_a_backend_that_would_send_only_the_body_is_refused_at_sending_too(
    desk: DeskPage, settings: Settings, backend: str
) -> None:
    settings.EMAIL_BACKEND = backend
    settings.ANYMAIL = {"BREVO_API_KEY": "none"}
    item = store(desk)
    deliver_all()

    item.refresh_from_db()
    assert (item.state, item.last_error) == (OutboxState.WAITING, BackendRefused.__name__)


def test_errors_keep_no_word_of_the_servers_answer(
    desk: DeskPage, port: int, caplog: pytest.LogCaptureFixture
) -> None:
    item, mailbox = store(desk), Mailbox()
    mailbox.refused = {"primo@example.org"}
    with serving(mailbox, port):
        deliver_all()

    item.refresh_from_db()
    assert item.last_error == smtplib.SMTPRecipientsRefused.__name__
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("contatti")]
    assert ours == ["Attempt 1 at a delivery failed: SMTPRecipientsRefused, 550"]
