"""What one mail in the bounce mailbox says: about which message, and what became of it.

Anybody can write to that mailbox, so nothing here is believed further than it can do harm: a notice
concerns only the message whose Message-ID it names, a random number that stands in no page, and no notice
deletes anything.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.utils import parseaddr
from enum import Enum, auto

from contatti.sealed.mail.outcome import ENHANCED, joined

NAME = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\.[0-9]{1,6})?"

LONGEST_HEADER = 2_000
TAKEN_APART = re.compile(
    rb"(?:\A|[\r\n])(?:Content-Type|Content-Transfer-Encoding|From):"
    rb"([^\r\n]*(?:(?:\r\n|\r|\n)[ \t][^\r\n]*)*)",
    re.IGNORECASE,
)
"""Headers with a grammar, of a mail or any part, with the lines that continue them.

The standard parser needs 48 seconds for a Content-Type of 120 kB. Other headers may be long: it leaves them
as they are, and Microsoft's servers write some of 20 kB.
"""


class NoticeAction(Enum):
    """FAILED, DELAYED, DELIVERED: as the RFC means them.

    PASSED_ON: relayed or expanded, nothing more will come.
    UNKNOWN: a refusal to all appearance, in no form that a machine may rely on. OTHER: no notice at all.
    """

    FAILED = auto()
    DELAYED = auto()
    DELIVERED = auto()
    PASSED_ON = auto()
    UNKNOWN = auto()
    OTHER = auto()


ACTIONS = {
    "failed": NoticeAction.FAILED,
    "delayed": NoticeAction.DELAYED,
    "delivered": NoticeAction.DELIVERED,
    "relayed": NoticeAction.PASSED_ON,
    "expanded": NoticeAction.PASSED_ON,
}
WORST_FIRST = (NoticeAction.FAILED, NoticeAction.DELAYED, NoticeAction.DELIVERED, NoticeAction.PASSED_ON)
"""A message to an alias has several recipients: what failed for one of them needs people."""


@dataclass(frozen=True, slots=True)
class Notice:
    """`names`: Message-IDs of ours that it mentions, without brackets. `code`: like "550 5.1.1"."""

    kind: NoticeAction
    names: frozenset[str] = frozenset()
    code: str = ""


def read(raw: bytes, domain: str) -> Notice:
    """Return what a mail says. domain: that of our Message-IDs. The mail may be cut off at any byte.

    One that the parser cannot bear, made for that purpose or by a broken server, is for people: it must not
    keep us from reading the next.
    """
    if any(len(header[1]) > LONGEST_HEADER for header in TAKEN_APART.finditer(raw)):
        return Notice(NoticeAction.UNKNOWN)
    try:
        return _read(raw, domain)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return Notice(NoticeAction.UNKNOWN)


def _read(raw: bytes, domain: str) -> Notice:
    message = message_from_bytes(raw)
    names = frozenset(_names(message, raw, domain))
    reports = list(_recipients(message))
    told = {kind: report for report in reports if (kind := _action(report))}
    for kind in WORST_FIRST:
        if kind in told:
            return Notice(kind, names, _code(told[kind]))
    if reports or _looks_returned(message):
        return Notice(NoticeAction.UNKNOWN, names)
    return Notice(NoticeAction.OTHER)


def _recipients(message: Message) -> Iterator[Message]:
    """Yield the fields about each recipient (RFC 3464, 2.3), of a report that calls itself one (RFC 6522)."""
    if message.get_content_type() != "multipart/report":
        return
    for part in message.walk():
        if part.get_content_type() in {"message/delivery-status", "message/global-delivery-status"}:
            blocks = part.get_payload()
            if isinstance(blocks, list):
                yield from (block for block in blocks if isinstance(block, Message) and "Action" in block)


def _action(report: Message) -> NoticeAction | None:
    word = re.match(r"\s*([a-z]+)", str(report["Action"]).lower())
    return ACTIONS.get(word[1]) if word else None


def _code(report: Message) -> str:
    status = ENHANCED.search(str(report.get("Status", "")))
    diagnostic = str(report.get("Diagnostic-Code", ""))
    number = re.match(r"\s*smtp;\s*([45]\d\d)(?!\d)[ -]?", diagnostic, re.IGNORECASE)
    words = status[0] if status else ""
    if not number:
        return words
    # Postfix writes the status of its own (5.0.0) where the server gave a better one.
    own = diagnostic[number.end() :]
    return joined(int(number[1]), own if ENHANCED.match(own) else words)


def _names(message: Message, raw: bytes, domain: str) -> Iterator[str]:
    """Yield our Message-IDs that the mail names: as envelope id, in returned headers, or anywhere."""
    if message.get_content_type() == "multipart/report":
        for part in message.walk():
            for value in part.get_all("Original-Envelope-Id", []):
                if re.fullmatch(NAME, str(value).strip()):
                    yield f"{str(value).strip()}@{domain}"
    # Quoted-printable breaks a long line with "=" and a line end.
    text = re.sub(rb"=\r?\n", b"", raw).decode("ascii", "replace")
    for found in re.finditer(rf"(?<![0-9a-zA-Z-])({NAME})@{re.escape(domain)}(?![\w.-])", text):
        yield found[0]


def _looks_returned(message: Message) -> bool:
    """Tell whether a mail without a readable report is a refusal to all appearance.

    Neither a null return path nor Auto-Submitted tells: absence notes have both, and prove that it arrived.
    """
    if message.get_content_type() == "multipart/report":
        return message.get_param("report-type", "delivery-status") == "delivery-status"
    sender = parseaddr(str(message.get("From", "")))[1].partition("@")[0].lower()
    return sender in {"mailer-daemon", "mail-daemon", "postmaster"} or "X-Failed-Recipients" in message
