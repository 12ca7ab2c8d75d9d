"""The way to a mailbox through a real Postfix, and the way back of what it refuses through a real Dovecot."""

import email
import smtplib
import uuid
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.core import mail
from django.utils import timezone
from pytest_django import Settings

from contatti.sealed.alerts import AlertCode, lines_of
from contatti.sealed.models import BounceMailbox, OutboxItem, OutboxState
from contatti.sealed.tasks.bounces import BounceReader
from contatti.sealed.tasks.deliver import MailSender
from contatti.sealed.tasks.monitoring import look
from contatti.sealed.tracking.bounce_mailbox import OTHER, TO_READ
from tests.contatti.desks import DeskMaker
from tests.contatti.mail_servers.mails import configure, deliver, store, visit, write_to_bounces
from tests.contatti.smtp import Mailbox, free_port, serving
from tests.mailserver import MailServer, running


def test_a_refusal_after_acceptance_comes_back_by_mail_and_is_told_to_staff(
    desks: DeskMaker, server: MailServer, settings: Settings
) -> None:
    item, mailbox = store(desks, "Primo"), Mailbox()
    mailbox.refused = {"primo@example.org"}
    with serving(mailbox, server.beyond):
        assert deliver(item).state == OutboxState.SENT
        assert server.wait_for_mail()
    visit()

    item.refresh_from_db()
    assert (item.state, item.error_code) == (OutboxState.BOUNCED, "550")
    assert server.mails() == []
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.SEALED_ALARM_TO = ["coordinamento@example.org"]
    look(timezone.now())
    (alarm,) = [sent for sent in mail.outbox if "respinte dalla casella" in sent.subject]
    assert "- Primo: 1 richiesta (550: la casella non esiste" in alarm.body


def test_a_refusal_brings_none_of_the_sealed_text_back(desks: DeskMaker, server: MailServer) -> None:
    desk = desks.open("Primo")
    OutboxItem.objects.accept(desk.mailbox, b"sentinel" * 600, uuid.uuid4().bytes * 2)
    mailbox = Mailbox()
    mailbox.refused = {"primo@example.org"}
    with serving(mailbox, server.beyond):
        MailSender().deliver_next()
        assert server.wait_for_mail()

    (notice,) = server.mails()
    assert "Nuovo messaggio dal portale" in notice.read_text()
    assert "c2VudGluZWxzZW50aW5lbHNlbnRpbmVs" not in notice.read_text()


def test_the_same_refusal_again_after_a_new_sending_changes_nothing(
    desks: DeskMaker, server: MailServer
) -> None:
    item, mailbox = store(desks, "Primo"), Mailbox()
    mailbox.refused = {"primo@example.org"}
    with serving(mailbox, server.beyond):
        deliver(item)
        assert server.wait_for_mail()
        (notice,) = server.mails()
        again = notice.read_bytes()
        visit()
        mailbox.refused = set()
        assert OutboxItem.objects.send_again() == 1
        assert deliver(item).state == OutboxState.SENT
        assert mailbox.wait_for(1, timeout=20)
        notice.parent.with_name("new").joinpath("again").write_bytes(again)
        visit()

    item.refresh_from_db()
    assert item.state == OutboxState.SENT
    assert server.mails() == []


@pytest.mark.parametrize(
    ("name", "state", "code", "words", "kind"),
    [
        ("Ignota", OutboxState.REFUSED, "550 5.1.1", "la casella non esiste", AlertCode.REFUSED),
        ("Piena", OutboxState.WAITING, "452 4.2.2", "la casella è piena", AlertCode.DELAY),
    ],
)
def test_a_mailbox_that_does_not_exist_and_one_that_is_full_are_told_apart(
    desks: DeskMaker, server: MailServer, name: str, state: str, code: str, words: str, kind: AlertCode
) -> None:
    item = deliver(store(desks, name))

    assert (item.state, item.error_code) == (state, code)
    (line,) = lines_of(kind, timezone.now())
    assert line.startswith(f"{name}: 1 richiesta ({code}: {words}")


def test_a_mailbox_behind_greylisting_gets_one_copy_in_the_end(desks: DeskMaker, server: MailServer) -> None:
    item, mailbox = store(desks, "Primo"), Mailbox()
    mailbox.reply = "451 4.7.1 come back later"
    with serving(mailbox, server.beyond):
        assert deliver(item).state == OutboxState.SENT
        for _ in range(20):
            mailbox.reply = "250 OK"
            server.flush()
            if mailbox.wait_for(1, timeout=1):
                break

    assert [message["Message-ID"] for message in mailbox.messages] == [f"<{item.message_id}>"]


def test_a_postfix_that_answers_late_gets_one_copy(
    desks: DeskMaker, server: MailServer, settings: Settings
) -> None:
    settings.EMAIL_TIMEOUT = 2
    item, mailbox = store(desks, "Lenta"), Mailbox()
    with serving(mailbox, server.beyond):
        assert deliver(item).state == OutboxState.SENT
        assert mailbox.wait_for(1, timeout=20)


def test_a_server_with_another_name_in_its_certificate_gets_nothing_and_never_in_clear(
    desks: DeskMaker, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running("altro.example") as stranger:
        configure(stranger, settings, monkeypatch)
        item = deliver(store(desks, "Primo"))
        assert "from=<" not in stranger.log()
        visit()

    assert (item.state, item.last_error, item.copies) == (OutboxState.WAITING, "SSLCertVerificationError", 0)
    (line,) = lines_of(AlertCode.DELAY, timezone.now())
    assert "il certificato del server di posta non vale per il suo nome" in line
    assert BounceMailbox.objects.get().error == "SSLCertVerificationError"


def test_a_bounce_mailbox_with_a_wrong_password_is_told_and_not_hammered(
    desks: DeskMaker, server: MailServer, settings: Settings
) -> None:
    reader = BounceReader()
    reader.visit(timezone.now())
    assert lines_of(AlertCode.BOUNCE_MAILBOX, timezone.now()) == []
    settings.SEALED_BOUNCE_IMAP_PASSWORD = "wrong"
    BounceMailbox.objects.update(read_at=None)
    tries = 0
    for _ in range(8):
        BounceMailbox.objects.update(error="")
        reader.visit(timezone.now())
        tries += BounceMailbox.objects.exclude(error="").exists()

    assert tries == 4
    BounceMailbox.objects.update(error="error")
    assert lines_of(AlertCode.BOUNCE_MAILBOX, timezone.now()) == ["error"]


def test_mail_that_is_no_notice_is_put_aside_and_nothing_is_thrown_away(
    desks: DeskMaker, server: MailServer
) -> None:
    item = deliver(store(desks, "Primo"))
    for sender, text in (
        ("MAILER-DAEMON@altrove.example", f"Sorry. Message-ID: <{item.message_id}>"),
        ("ufficio@comune.example", "Buongiorno"),
    ):
        write_to_bounces(server, sender, text)
    visit()

    item.refresh_from_db()
    assert item.state == OutboxState.UNCERTAIN
    assert [len(server.mails(folder)) for folder in ("", TO_READ, OTHER)] == [0, 1, 1]
    assert lines_of(AlertCode.UNKNOWN_NOTICES, timezone.now()) == [f"1 avviso in «{TO_READ}»"]


class Footer:
    """A filter as institutions have it: wraps every mail and adds a notice below."""

    def __init__(self) -> None:
        self.back = 0

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        original = email.message_from_bytes(envelope.content)
        wrapped = MIMEMultipart("mixed", _subparts=[original, MIMEText("Informativa sulla riservatezza")])
        for name in ("From", "To", "Subject", "Message-ID", "Date"):
            wrapped[name] = original[name]
        with smtplib.SMTP("127.0.0.1", self.back) as smtp:
            smtp.sendmail(envelope.mail_from or "", envelope.rcpt_tos, wrapped.as_bytes())
        return "250 OK"


def test_a_filter_that_adds_a_footer_breaks_the_top_level_that_mail_programs_need(
    desks: DeskMaker, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What docs/mail.md warns of: the request arrives, but openssl and Thunderbird do not open it."""
    footer, port, mailbox = Footer(), free_port(), Mailbox()
    with serving(footer, port), running(filter_port=port) as server, serving(mailbox, server.beyond):
        configure(server, settings, monkeypatch)
        footer.back = server.after_filter
        deliver(store(desks, "Primo"))
        assert mailbox.wait_for(1, timeout=20)

    assert mailbox.messages[0].get_content_type() == "multipart/mixed"
