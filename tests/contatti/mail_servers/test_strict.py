"""A mailbox for bounces whose folders lie below INBOX, and whose password is not ASCII."""

from django.utils import timezone

from contatti.sealed.alerts import AlertCode, lines_of
from contatti.sealed.models import BounceMailbox, OutboxState
from contatti.sealed.tracking.bounce_mailbox import OTHER, TO_READ
from tests.contatti.desks import DeskMaker
from tests.contatti.mail_servers.mails import deliver, store, visit, wait_for_mails, write_to_bounces
from tests.contatti.smtp import Mailbox, serving
from tests.mailserver import MailServer


def test_folders_are_made_where_a_server_lets_them_be_and_what_comes_after_is_read(
    desks: DeskMaker, strict: MailServer
) -> None:
    write_to_bounces(strict, "ufficio@comune.example", "Buongiorno")
    item, mailbox = store(desks, "Primo"), Mailbox()
    mailbox.refused = {"primo@example.org"}
    with serving(mailbox, strict.beyond):
        deliver(item)
        wait_for_mails(strict, 2)
    write_to_bounces(strict, "MAILER-DAEMON@altrove.example", "Sorry.")
    visit()

    item.refresh_from_db()
    assert item.state == OutboxState.BOUNCED
    assert [len(strict.mails(folder)) for folder in ("", TO_READ, OTHER)] == [0, 1, 1]
    assert lines_of(AlertCode.UNKNOWN_NOTICES, timezone.now()) == [f"1 avviso in «{TO_READ}»"]


def test_a_password_that_is_not_ascii_opens_the_mailbox(desks: DeskMaker, strict: MailServer) -> None:
    visit()

    mailbox = BounceMailbox.objects.get()
    assert (mailbox.error, mailbox.read_at is None) == ("", False)
