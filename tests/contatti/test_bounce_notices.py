"""What is understood of mails in the bounce mailbox, and how little a false one can do."""

import uuid
from dataclasses import dataclass

import pytest

from contatti.sealed.models import OutboxItem, OutboxState
from contatti.sealed.tasks.bounces import _apply
from contatti.sealed.tracking.bounce_notice import Notice, NoticeAction, read
from tests.contatti.desks import DeskMaker

DOMAIN = "portale.example"
NAME = "0c2a1bd5-7a51-4b66-9d6e-5f3f4d5c6b7a"
REPORT = """\
From: MAILER-DAEMON@posta.example
Subject: Delivery
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

Sorry.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; posta.example
{envelope}
Final-Recipient: rfc822; primo@example.org
{fields}
--b
Content-Type: {returned}

Message-ID: {message_id}
Subject: x

--b--
"""


def report(
    fields: str,
    *,
    name: str = NAME,
    returned: str = "text/rfc822-headers",
    envelope: str = "",
    message_id: str | None = None,
) -> bytes:
    message_id = f"<{name}@{DOMAIN}>" if message_id is None else message_id
    text = REPORT.format(fields=fields, returned=returned, envelope=envelope, message_id=message_id)
    return text.replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    ("fields", "kind", "code"),
    [
        (
            "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <x> unknown",
            NoticeAction.FAILED,
            "550 5.1.1",
        ),
        (
            "Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 552-5.2.2 full",
            NoticeAction.FAILED,
            "552 5.2.2",
        ),
        ("action: Failed (by a rule)\nstatus: 5.7.1 (no)", NoticeAction.FAILED, "5.7.1"),
        ("Action: failed\nStatus: nonsense", NoticeAction.FAILED, ""),
        ("Action: delayed\nStatus: 4.4.1", NoticeAction.DELAYED, "4.4.1"),
        ("Action: delivered\nStatus: 2.0.0", NoticeAction.DELIVERED, "2.0.0"),
        ("Action: relayed\nStatus: 2.0.0", NoticeAction.PASSED_ON, "2.0.0"),
        ("Action: expanded\nStatus: 2.0.0", NoticeAction.PASSED_ON, "2.0.0"),
        ("Action: exploded\nStatus: 5.0.0", NoticeAction.UNKNOWN, ""),
        ("Status: 5.1.1", NoticeAction.UNKNOWN, ""),
    ],
)
def test_each_action_of_a_report_is_told_from_the_others(fields: str, kind: NoticeAction, code: str) -> None:
    notice = read(report(fields), DOMAIN)

    assert notice == Notice(kind, frozenset({f"{NAME}@{DOMAIN}"}), code)


def test_one_failed_recipient_of_an_alias_is_a_failure() -> None:
    fields = "Action: delivered\nStatus: 2.0.0\n\nFinal-Recipient: rfc822; b@example.org\nAction: failed\nStatus: 5.2.2"

    assert read(report(fields), DOMAIN).kind is NoticeAction.FAILED


def test_the_envelope_id_names_the_message_where_no_headers_come_back() -> None:
    raw = report("Action: failed\nStatus: 5.1.1", envelope=f"Original-Envelope-Id: {NAME}.2", message_id="")

    assert read(raw, DOMAIN).names == {f"{NAME}.2@{DOMAIN}"}


@pytest.mark.parametrize("cut", [200, 350, 500, 600])
def test_a_report_cut_off_anywhere_stops_nothing(cut: int) -> None:
    assert read(report("Action: failed\nStatus: 5.1.1")[:cut], DOMAIN).kind in NoticeAction


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        ("From: Mail Delivery Subsystem <mailer-daemon@x.example>", NoticeAction.UNKNOWN),
        ("From: x@x.example\nX-Failed-Recipients: primo@example.org", NoticeAction.UNKNOWN),
        ("From: primo@example.org\nReturn-Path: <>\nAuto-Submitted: auto-replied", NoticeAction.OTHER),
        (
            "From: x@x.example\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b",
            NoticeAction.OTHER,
        ),
        ("From: x@x.example", NoticeAction.OTHER),
        ("", NoticeAction.OTHER),
    ],
)
def test_a_refusal_in_an_old_form_is_unknown_and_an_absence_note_is_none(
    headers: str, kind: NoticeAction
) -> None:
    raw = f"{headers}\nIn-Reply-To: <{NAME}@{DOMAIN}>\n\nMessage-ID: <{NAME}@{DOMAIN}>\n".encode()

    assert read(raw, DOMAIN).kind is kind


def test_a_mail_made_to_break_the_reader_is_left_to_people_and_holds_up_no_other() -> None:
    nested = b"".join(
        b"Content-Type: multipart/report; boundary=b%d\r\n\r\n--b%d\r\n" % (level, level)
        for level in range(4000)
    )

    assert read(nested, DOMAIN).kind is NoticeAction.UNKNOWN
    assert (
        read(b"From: =?x-none?q?=ff?= <MAILER-DAEMON@x.example>\xff\r\n\r\n\xff", DOMAIN).kind
        is NoticeAction.UNKNOWN
    )


QUOTES = b';\\"' * 60_000


@pytest.mark.parametrize(
    "raw",
    [
        b'Content-Type: multipart/report; a="' + QUOTES + b"\r\n\r\n",
        b'Subject: x\rcontent-type: multipart/report; a="\r ' + b"\n\t".join([QUOTES[:300]] * 400),
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; a=" + QUOTES,
        b"From: " + b"(" * 60_000 + b"\n\n",
    ],
)
def test_a_header_too_long_to_take_apart_is_left_to_people_unparsed(
    raw: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def parse(data: bytes) -> object:
        raise AssertionError("parsed")

    monkeypatch.setattr("contatti.sealed.tracking.bounce_notice.message_from_bytes", parse)

    assert read(raw, DOMAIN) == Notice(NoticeAction.UNKNOWN)


def test_long_headers_that_nobody_takes_apart_do_no_harm() -> None:
    long = b"X-Microsoft-Antispam-Message-Info: " + b"A" * 30_000 + b"\r\nReferences:" + b"\r\n <x@x>" * 900

    assert read(long + b"\r\n" + report("Action: failed\nStatus: 5.1.1"), DOMAIN).kind is NoticeAction.FAILED


@dataclass
class Case:
    """What became of a row by a notice."""

    item: OutboxItem

    def after(self, kind: NoticeAction, **row: object) -> str:
        OutboxItem.objects.update(state=OutboxState.SENT, copies=0, message_id=f"{NAME}@{DOMAIN}")
        OutboxItem.objects.update(**row)
        _apply(Notice(kind, frozenset({f"{NAME}@{DOMAIN}"}), "5.1.1"))
        self.item.refresh_from_db()
        return self.item.state


@pytest.fixture
def case(desks: DeskMaker) -> Case:
    return Case(OutboxItem.objects.accept(desks.open("Primo").mailbox, b"0", uuid.uuid4().bytes * 2)[0])


def test_what_has_not_left_cannot_come_back_whoever_says_so(case: Case) -> None:
    for kind in NoticeAction:
        assert case.after(kind, state=OutboxState.WAITING) == OutboxState.WAITING
        assert case.after(kind, state=OutboxState.REFUSED) == OutboxState.REFUSED
    assert case.after(NoticeAction.FAILED, state=OutboxState.WAITING, copies=1) == OutboxState.BOUNCED


def test_a_late_delivered_does_not_undo_a_bounce_and_a_delay_is_no_bounce(case: Case) -> None:
    assert case.after(NoticeAction.FAILED) == OutboxState.BOUNCED
    assert case.after(NoticeAction.DELIVERED, state=OutboxState.BOUNCED) == OutboxState.BOUNCED
    assert case.after(NoticeAction.DELIVERED) == OutboxState.DELIVERED
    assert case.after(NoticeAction.DELAYED) == OutboxState.SENT
    assert case.after(NoticeAction.PASSED_ON) == OutboxState.SENT


def test_a_notice_erases_nothing(case: Case) -> None:
    for kind in NoticeAction:
        case.after(kind)

    assert bytes(OutboxItem.objects.get().envelope) == b"0"


def test_a_notice_about_the_former_sending_finds_nothing(case: Case) -> None:
    assert case.after(NoticeAction.FAILED) == OutboxState.BOUNCED
    OutboxItem.objects.send_again()
    assert _apply(Notice(NoticeAction.FAILED, frozenset({f"{NAME}@{DOMAIN}"}), ""))
    case.item.refresh_from_db()

    assert case.item.state == OutboxState.WAITING
