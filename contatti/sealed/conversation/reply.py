"""What the server returns for a locator, found or not: always 16 KiB that can't be compressed.

One byte: how many answers. For each: mailbox (8 bytes), number (4), length (2), the sealed answer. Then
random bytes. static/sealed/reply.js reads it.
"""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LENGTH = 16_384
HEADER = 8 + 4 + 2


@dataclass(frozen=True, slots=True)
class SealedAnswer:
    """An answer as the server has it. desk: the mailbox's key. number: 1 for the first to a code."""

    desk: int
    number: int
    sealed: bytes


def newest_that_fit(answers: Sequence[SealedAnswer]) -> list[SealedAnswer]:
    """Return the last answers for which a reply has room, in their order."""
    kept: list[SealedAnswer] = []
    room = LENGTH - 1
    for answer in reversed(answers):
        room -= HEADER + len(answer.sealed)
        if room < 0:
            break
        kept.insert(0, answer)
    return kept


def reply_of(answers: Iterable[SealedAnswer]) -> bytes:
    """Return the reply. Raises ValueError for more than fit."""
    found = list(answers)
    content = bytes([len(found)]) + b"".join(
        answer.desk.to_bytes(8, "big")
        + answer.number.to_bytes(4, "big")
        + len(answer.sealed).to_bytes(2, "big")
        + answer.sealed
        for answer in found
    )
    if len(content) > LENGTH:
        raise ValueError("too many answers")
    return content + secrets.token_bytes(LENGTH - len(content))


def read_reply(reply: bytes) -> list[SealedAnswer]:
    """Return the answers of a reply. Raises ValueError for one that is cut."""
    if len(reply) != LENGTH:
        raise ValueError("length")
    answers, at = [], 1
    for _ in range(reply[0]):
        desk, number = (
            int.from_bytes(reply[at : at + 8], "big"),
            int.from_bytes(reply[at + 8 : at + 12], "big"),
        )
        start = at + HEADER
        at = start + int.from_bytes(reply[at + 12 : start], "big")
        answers.append(SealedAnswer(desk, number, reply[start:at]))
    if at > LENGTH:
        raise ValueError("cut")
    return answers
