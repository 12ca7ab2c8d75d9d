"""All answers to a code, opened; the server is not believed about their number, order or desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from contatti.sealed.conversation.answer import AnswerPlace, AnswerRefused, open_answer
from contatti.sealed.conversation.document import AnswerDocument, read_document
from contatti.sealed.conversation.key_derivation import ConversationKeys
from contatti.sealed.conversation.reply import SealedAnswer


@dataclass(frozen=True, slots=True)
class OpenedAnswer:
    """An answer that came whole and from where it says."""

    desk: int
    number: int
    document: AnswerDocument


def open_answers(answers: Sequence[SealedAnswer], keys: ConversationKeys, site_id: str) -> list[OpenedAnswer]:
    """Return the answers, oldest first.

    Raises AnswerRefused for one that was altered, is another code's, comes twice, or is missing between the
    first and the last of what is there (older ones may be gone). One code has one desk.
    """
    for before, after in pairwise(answers):
        if after.number != before.number + 1 or after.desk != before.desk:
            raise AnswerRefused("order")
    return [
        OpenedAnswer(
            each.desk,
            each.number,
            read_document(open_answer(each.sealed, keys, AnswerPlace(site_id, each.desk, each.number))),
        )
        for each in answers
    ]
