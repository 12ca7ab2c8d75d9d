"""Keeping, handing out and erasing sealed answers: whoever asks shows a locator, known or not."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from django.db import IntegrityError
from django.utils.timezone import localdate

from contatti.sealed.conversation.document import PAD
from contatti.sealed.conversation.key_derivation import place_of
from contatti.sealed.conversation.reply import SealedAnswer, newest_that_fit, reply_of
from contatti.sealed.models import Answer, Conversation, Mailbox
from contatti.sealed.models.conversations import ConversationQuerySet
from contatti.sealed.storing import storing

DAYS_KEPT = (7, 14, 30, 60)
"""For how long an answer may wait; an operator chooses."""
OVERHEAD = 32 + 16
MAX_SEALED = 7 * PAD + OVERHEAD


class AnswerNotTaken(Exception):  # noqa: N818 - an answer to give an operator, not a fault to report
    """Not the next answer to this code (another was faster), another mailbox's or key's, or a wrong size."""


class AnsweredCode(Protocol):
    """Where the answers to a code lie, and the mark of its key; a reply code has both."""

    @property
    def place(self) -> bytes: ...

    @property
    def mark(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class ConversationState:
    """What a mailbox may know of a code that it answered. day: of the first answer. last: the newest number.

    known: whether it is the key that was answered; not told by a row older than its mark.
    """

    day: date
    last: int
    delete_on: date
    known: bool


def reply_for(locator: bytes) -> bytes:
    """Return the 16 KiB for a locator (contatti.sealed.conversation.reply), with one query, found or not."""
    rows = (
        Answer.objects.filter(conversation=place_of(locator).hex(), conversation__delete_on__gte=localdate())
        .order_by("number")
        .values_list("conversation__mailbox", "number", "sealed")
    )
    return reply_of(SealedAnswer(mailbox, number, bytes(sealed)) for mailbox, number, sealed in rows)


def erase(locator: bytes) -> None:
    """Delete the answers to a code, if there are any. Raises NotStored."""
    with storing():
        Conversation.objects.filter(place=place_of(locator).hex()).delete()


def state_of(code: AnsweredCode, mailbox: Mailbox) -> ConversationState | None:
    """Return what this mailbox answered to a code, None if nothing that is still kept.

    A place with another key is a stranger's: whoever reads the database knows the places of others.
    """
    found = _of(code, mailbox).filter(delete_on__gte=localdate()).first()
    if found is None:
        return None
    numbers = found.answers.order_by("-number").values_list("number", flat=True)
    return ConversationState(found.day, numbers[0], found.delete_on, bool(found.mark))


def answer(code: AnsweredCode, mailbox: Mailbox, number: int, sealed: bytes, days: int) -> None:
    """Keep an answer as the next one to a code. Raises AnswerNotTaken, NotStored.

    `number` is what its writer sealed it as: two who answer at once seal the same, and the second is told.
    """
    if days not in DAYS_KEPT or len(sealed) > MAX_SEALED or len(sealed) % PAD != OVERHEAD:
        raise AnswerNotTaken("size")
    try:
        with storing():
            _add(code, mailbox, number, sealed, localdate() + timedelta(days=days))
    except _Taken:
        raise AnswerNotTaken("number") from None


def is_answered(locator: bytes, mailbox: Mailbox) -> bool:
    """Tell whether a mailbox answered to the code of this locator, and the answer is still kept."""
    found = Conversation.objects.kept(localdate())
    return found.filter(place=place_of(locator).hex(), mailbox=mailbox).exists()


def end(code: AnsweredCode, mailbox: Mailbox) -> None:
    """Delete what this mailbox answered to a code. Raises NotStored."""
    with storing():
        _of(code, mailbox).delete()


def _of(code: AnsweredCode, mailbox: Mailbox) -> ConversationQuerySet:
    """Return the row of a code, if its key is the one that was answered or none was noted."""
    return Conversation.objects.filter(
        place=code.place.hex(), mark__in=(code.mark.hex(), ""), mailbox=mailbox
    )


class _Taken(Exception):  # noqa: N818
    """Rolls the transaction back."""


def _add(code: AnsweredCode, mailbox: Mailbox, number: int, sealed: bytes, delete_on: date) -> None:
    today, place, mark = localdate(), code.place.hex(), code.mark.hex()
    Conversation.objects.over(today).filter(place=place).delete()
    Conversation.objects.bulk_create(
        [Conversation(place=place, mark=mark, mailbox=mailbox, day=today, delete_on=delete_on)],
        ignore_conflicts=True,
    )
    found = _of(code, mailbox).select_for_update().first()
    if found is None:
        raise _Taken
    rows = list(found.answers.order_by("number"))
    if number != (rows[-1].number if rows else 0) + 1:
        raise _Taken
    try:
        Answer.objects.create(conversation=found, number=number, sealed=sealed)
    except IntegrityError:
        raise _Taken from None
    _make_room(found)
    Conversation.objects.filter(place=place).update(mark=mark, delete_on=max(delete_on, found.delete_on))


def _make_room(conversation: Conversation) -> None:
    answers = [
        SealedAnswer(conversation.mailbox_id, row.number, bytes(row.sealed))
        for row in conversation.answers.order_by("number")
    ]
    first = newest_that_fit(answers)[0].number
    conversation.answers.filter(number__lt=first).delete()
