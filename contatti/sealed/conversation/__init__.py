"""Answers that only she and her desk can read: a code of hers, and what is sealed for it.

Pure functions: nothing here knows a model, a request or a setting. conversation.js does the same.
"""

from contatti.sealed.conversation.answer import AnswerRefused, open_answer, seal_answer
from contatti.sealed.conversation.code import CodeError, check_digits, grouped, make_code, read_code
from contatti.sealed.conversation.keys import ConversationKeys, keys_of
from contatti.sealed.conversation.reply_code import ReplyCode, ReplyCodeError, read_reply_code

__all__ = [
    "AnswerRefused",
    "CodeError",
    "ConversationKeys",
    "ReplyCode",
    "ReplyCodeError",
    "check_digits",
    "grouped",
    "keys_of",
    "make_code",
    "open_answer",
    "read_code",
    "read_reply_code",
    "seal_answer",
]
