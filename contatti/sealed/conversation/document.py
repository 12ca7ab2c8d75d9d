"""What an answer says, as the text that is sealed: JSON, filled up so that its length tells little.

static/sealed/document.js writes and reads the same.
"""

import json
from dataclasses import asdict, dataclass
from datetime import date, time
from typing import Any

from contatti.sealed.conversation.answer import AnswerRefused

PAD = 1024
"""Bytes. Every sealed text is a multiple of it."""
MAX_LENGTH = 7 * PAD
VERSION = 1


@dataclass(frozen=True, slots=True)
class Appointment:
    """A time that the reader proposes. place: empty if she knows it; ask_for: the name to say at the door."""

    day: date
    start: time
    end: time
    place: str = ""
    ask_for: str = ""


@dataclass(frozen=True, slots=True)
class AnswerDocument:
    """An answer. day: when it was written. word: what she types before it opens, empty for none."""

    text: str
    day: date
    appointment: Appointment | None = None
    word: str = ""


def document_text(document: AnswerDocument) -> str:
    """Return JSON with spaces behind it, a multiple of PAD bytes in UTF-8.

    Raises ValueError above MAX_LENGTH.
    """
    content = json.dumps({"v": VERSION, **asdict(document)}, default=_iso, ensure_ascii=False)
    length = len(content.encode())
    if length > MAX_LENGTH:
        raise ValueError("long")
    return content + " " * (-length % PAD)


def read_document(text: str) -> AnswerDocument:
    """Return the document of an opened answer. Raises AnswerRefused for what no console of ours wrote."""
    try:
        found = json.loads(text)
        if found["v"] != VERSION:
            raise AnswerRefused("version")
        return AnswerDocument(
            _words(found["text"]),
            date.fromisoformat(found["day"]),
            found["appointment"] and _appointment(found["appointment"]),
            _words(found["word"]),
        )
    except (KeyError, TypeError, ValueError):
        raise AnswerRefused("document") from None


def _appointment(found: dict[str, Any]) -> Appointment:
    return Appointment(
        date.fromisoformat(found["day"]),
        time.fromisoformat(found["start"]),
        time.fromisoformat(found["end"]),
        _words(found["place"]),
        _words(found["ask_for"]),
    )


def _words(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError
    return found


def _iso(value: date | time) -> str:
    return value.isoformat() if isinstance(value, date) else f"{value:%H:%M}"
