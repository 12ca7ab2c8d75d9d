"""Answers that only she and the readers of one mailbox can read: a code of hers, and what is sealed for it.

Pure functions: nothing here knows a model, a request or a setting. conversation.js does the same.
"""

from contatti.sealed.conversation.answer import AnswerPlace, AnswerRefused, open_answer, seal_answer
from contatti.sealed.conversation.code import CodeError, check_digits, grouped, make_code, read_code
from contatti.sealed.conversation.document import AnswerDocument, Appointment, document_text, read_document
from contatti.sealed.conversation.key_derivation import ConversationKeys, keys_of
from contatti.sealed.conversation.opening import OpenedAnswer, open_answers
from contatti.sealed.conversation.reply import SealedAnswer, read_reply, reply_of
from contatti.sealed.conversation.reply_code import ReplyCode, ReplyCodeError, read_reply_code

__all__ = [
    "AnswerDocument",
    "AnswerPlace",
    "AnswerRefused",
    "Appointment",
    "CodeError",
    "ConversationKeys",
    "OpenedAnswer",
    "ReplyCode",
    "ReplyCodeError",
    "SealedAnswer",
    "check_digits",
    "document_text",
    "grouped",
    "keys_of",
    "make_code",
    "open_answer",
    "open_answers",
    "read_code",
    "read_document",
    "read_reply",
    "read_reply_code",
    "reply_of",
    "seal_answer",
]
