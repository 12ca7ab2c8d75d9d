"""The desk's side of a conversation, played as its console does: reply codes, answers, what she sends after them."""

import re
from dataclasses import dataclass
from datetime import date, time

from django.conf import settings

from contatti.sealed.answer_store import answer
from contatti.sealed.conversation import (
    AnswerDocument,
    AnswerPlace,
    Appointment,
    ReplyCode,
    document_text,
    keys_of,
    read_reply_code,
    seal_answer,
)
from contatti.sealed.models import Mailbox

SITE = settings.SEALED_SITE_ID
DAY = date(2026, 12, 1)
APPOINTMENT = Appointment(date(2099, 12, 3), time(15), time(15, 30), "Via Prova 1", "Anna")
REPLY_CODE = re.compile(r"^Codice di risposta:\n((?:[A-Z2-7 ]+\n)+)Messaggio (\d+\.\d+)$", re.MULTILINE)


@dataclass(frozen=True)
class Reply:
    """What a desk finds in a text: where to answer, and the counter of the message."""

    code: ReplyCode
    counter: str


def reply_in(text: str) -> Reply:
    """Return the reply code of a text that a desk reads."""
    found = REPLY_CODE.search(text)
    assert found, text
    return Reply(read_reply_code(found[1]), found[2])


def code_of(digits: str, mailbox: Mailbox) -> ReplyCode:
    """Return the reply code of a number, as her browser makes it."""
    keys = keys_of(digits, SITE)
    return ReplyCode(mailbox.pk, keys.public, keys.place)


def sealed(code: ReplyCode, document: AnswerDocument, number: int = 1) -> bytes:
    return seal_answer(document_text(document), code.public, AnswerPlace(SITE, code.desk, number))


def give_answer(
    code: ReplyCode, text: str, number: int = 1, appointment: Appointment | None = None, word: str = ""
) -> None:
    """Answer like an operator in the console: sealed for her, kept under her place."""
    document = AnswerDocument(text, DAY, appointment, word)
    mailbox = Mailbox.objects.get(pk=code.desk)
    answer(code, mailbox, number, sealed(code, document, number), days=30)
