"""One mail or one setting that the server refuses holds up no other mail, and is told."""

import imaplib
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from contatti.sealed.alerts import AlertCode, lines_of
from contatti.sealed.models import BounceMailbox, OutboxItem, OutboxState
from contatti.sealed.tasks import bounces
from contatti.sealed.tasks.bounces import BounceReader
from contatti.sealed.tracking import bounce_mailbox as mailbox
from contatti.sealed.tracking.bounce_mailbox import MOST_AT_ONCE, TO_READ, BounceInbox
from tests.contatti.desks import DeskMaker
from tests.contatti.test_bounce_notices import NAME, report

STUCK = b"From: MAILER-DAEMON@posta.example\r\n\r\nSorry."

Answer = tuple[str, list[Any]]


class ScriptedImap:
    """A server's answers, as imaplib gives them. Over quota: nothing can be copied."""

    capabilities: tuple[str, ...] = ()

    def __init__(self, mails: list[bytes], namespaces: bytes | None = None) -> None:
        self.mails = dict(enumerate(mails, 1))
        self.namespaces = namespaces
        self.over_quota = False
        self.below = ""
        self.folders: dict[str, int] = {}

    def namespace(self) -> Answer:
        if self.namespaces is None:
            raise imaplib.IMAP4.error("BAD")
        return "OK", [self.namespaces]

    def list(self, *names: str) -> Answer:
        return "OK", [b'(\\Noselect) "." ""']

    def create(self, name: str) -> Answer:
        bare = name.strip('"')
        if not bare.startswith(self.below):
            return "NO", [b"no such namespace"]
        self.folders.setdefault(bare, 0)
        return "OK", [b""]

    def status(self, name: str, what: str) -> Answer:
        number = self.folders.get(name.strip('"'))
        return ("NO", [None]) if number is None else ("OK", [b"x (MESSAGES %d)" % number])

    def uid(self, command: str, *arguments: Any) -> Answer:
        if command == "SEARCH":
            return "OK", [" ".join(str(uid) for uid in self.mails).encode()]
        uid = int(arguments[0])
        if command == "FETCH":
            return "OK", [(b"1 (BODY[]<0> {9}", self.mails[uid]), b")"]
        if command == "COPY":
            folder = arguments[1].strip('"')
            if self.over_quota or folder not in self.folders:
                return "NO", [b"refused"]
            self.folders[folder] += 1
        if command == "STORE":
            del self.mails[uid]
        return "OK", [None]


@pytest.fixture
def sent(desks: DeskMaker, settings: Settings) -> OutboxItem:
    settings.SEALED_BOUNCE_IMAP_HOST = "imap.example"
    item, _ = OutboxItem.objects.accept(desks.open("Primo").mailbox, b"0", uuid.uuid4().bytes * 2)
    name = f"{NAME}@{bounces.portal_domain()}"
    OutboxItem.objects.update(state=OutboxState.SENT, message_id=name)
    return item


def failed_notice() -> bytes:
    name = f"<{NAME}@{bounces.portal_domain()}>"
    return report("Action: failed\nStatus: 5.1.1", message_id=name)


def connect(imap: ScriptedImap, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def opened() -> Iterator[BounceInbox]:
        inbox: Any = imap
        yield BounceInbox(inbox)

    monkeypatch.setattr(bounces, "opened", opened)


def test_a_mail_that_cannot_be_put_aside_stays_and_the_next_is_read(
    sent: OutboxItem, monkeypatch: pytest.MonkeyPatch
) -> None:
    imap = ScriptedImap([STUCK, failed_notice()], b'(("" ".")) NIL NIL')
    imap.over_quota = True
    connect(imap, monkeypatch)
    BounceReader().visit(timezone.now())

    sent.refresh_from_db()
    assert sent.state == OutboxState.BOUNCED
    assert list(imap.mails) == [1]
    (line,) = lines_of(AlertCode.BOUNCE_MAILBOX, timezone.now())
    assert line.startswith("Una mail non si può leggere o spostare")


def test_a_mail_that_stays_is_told_after_half_an_hour_and_forgotten_when_it_could_go(
    sent: OutboxItem, monkeypatch: pytest.MonkeyPatch
) -> None:
    imap, now = ScriptedImap([STUCK], b'(("" ".")) NIL NIL'), timezone.now()
    connect(imap, monkeypatch)
    imap.over_quota = True
    BounceMailbox.objects.create(pk=BounceMailbox.ONLY, read_at=now)
    BounceReader().visit(now)
    assert lines_of(AlertCode.BOUNCE_MAILBOX, now) == []
    assert len(lines_of(AlertCode.BOUNCE_MAILBOX, now + timedelta(minutes=31))) == 1

    imap.over_quota = False
    BounceReader().visit(now + timedelta(minutes=31))
    assert lines_of(AlertCode.BOUNCE_MAILBOX, now + timedelta(minutes=31)) == []
    assert imap.folders == {TO_READ: 1}


def test_more_stuck_mails_than_are_read_at_once_hold_up_none_behind_them_for_good(
    sent: OutboxItem, monkeypatch: pytest.MonkeyPatch
) -> None:
    imap = ScriptedImap([STUCK] * MOST_AT_ONCE + [failed_notice()], b'(("" ".")) NIL NIL')
    imap.over_quota = True
    connect(imap, monkeypatch)
    for _ in range(20):
        BounceReader().visit(timezone.now())

    sent.refresh_from_db()
    assert sent.state == OutboxState.BOUNCED


@pytest.mark.parametrize(
    ("namespaces", "below", "folder"),
    [
        (b'(("INBOX." ".")) NIL (("#shared." "."))', "INBOX.", f"INBOX.{TO_READ}"),
        (b'(("" "/")) (("#user/" "/")) NIL', "", TO_READ),
        (b"NIL NIL NIL", "", TO_READ),
        (None, "INBOX.", f"INBOX.{TO_READ}"),
        (None, "", TO_READ),
    ],
)
def test_folders_lie_where_the_server_says_or_else_where_it_lets_them(
    sent: OutboxItem, monkeypatch: pytest.MonkeyPatch, namespaces: bytes | None, below: str, folder: str
) -> None:
    imap = ScriptedImap([STUCK], namespaces)
    imap.below = below
    connect(imap, monkeypatch)
    BounceReader().visit(timezone.now())

    assert imap.folders == {folder: 1}
    assert BounceMailbox.objects.get().unknown == 1


def test_a_password_that_the_server_cannot_take_is_told(
    sent: OutboxItem, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NoPlain(imaplib.IMAP4):
        """A server that offers LOGIN alone, up to the login."""

        def __init__(self, *where: object, **how: object) -> None:
            self.capabilities, self.state, self.literal = ("IMAP4REV1",), "NONAUTH", None
            self.untagged_responses, self.tagged_commands, self.is_readonly = {}, {}, False
            self.tagpre, self.tagnum, self._encoding = b"A", 0, "ascii"

    settings.SEALED_BOUNCE_IMAP_PASSWORD = "perché"
    monkeypatch.setattr(mailbox.imaplib, "IMAP4_SSL", NoPlain)
    monkeypatch.setattr(NoPlain, "logout", lambda self: None)
    BounceReader().visit(timezone.now())

    assert BounceMailbox.objects.get().error == "UnicodeEncodeError"
    (line,) = lines_of(AlertCode.BOUNCE_MAILBOX, timezone.now())
    assert "lettere che questo server non sa ricevere" in line


def test_whatever_a_visit_dies_of_is_told(sent: OutboxItem, monkeypatch: pytest.MonkeyPatch) -> None:
    def opened() -> object:
        raise RecursionError

    monkeypatch.setattr(bounces, "opened", opened)
    BounceReader().visit(timezone.now())

    assert lines_of(AlertCode.BOUNCE_MAILBOX, timezone.now()) == ["RecursionError"]
