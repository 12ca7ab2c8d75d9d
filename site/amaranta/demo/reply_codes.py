"""The reply code in an opened letter, so that the demonstration's mailbox can show it apart."""

import re

from contatti.sealed.conversation import ReplyCodeError, read_reply_code

_GROUPS = re.compile(r"(?<![A-Z2-7])(?:[A-Z2-7]{6}[\s|]+){20}[A-Z2-7]{4}(?![A-Z2-7])")


def reply_code_in(text: str) -> str:
    """Return the reply code of a letter as it is copied, empty if there is none."""
    for found in _GROUPS.findall(text):
        try:
            return str(read_reply_code(found))
        except ReplyCodeError:
            continue
    return ""
