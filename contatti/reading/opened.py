"""Answers as a page without scripts shows them."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import time_format
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from contatti.sealed.conversation import AnswerDocument, OpenedAnswer
from home.text.dates import dated
from servizi.hours import ROME
from servizi.time_words import clock_format

LONG = "l j F Y"
HEADING = _("Risposta %(number)s, %(day)s")
WHEN = _("%(day)s, dalle %(start)s alle %(end)s")


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """An answer on the page. is_locked: her word opens it. asks: she may say whether she comes."""

    number: int
    document: AnswerDocument
    is_locked: bool
    asks: bool

    @property
    def heading(self) -> str:
        return HEADING % {"number": self.number, "day": dated(self.document.day, LONG)}

    @property
    def when(self) -> str:
        """Return day and hours of the appointment, empty if there is none."""
        proposed = self.document.appointment
        if proposed is None:
            return ""
        start, end = (time_format(time, clock_format()) for time in (proposed.start, proposed.end))
        return WHEN % {"day": dated(proposed.day, LONG), "start": start, "end": end}


def shown(answers: Sequence[OpenedAnswer], word: str) -> list[ShownAnswer]:
    """Return the answers, newest first; those that ask for another word than this stay closed."""
    newest = proposal(answers)
    return [
        ShownAnswer(
            answer.number,
            answer.document,
            bool(answer.document.word) and _bare(answer.document.word) != _bare(word),
            answer is newest and _is_ahead(answer.document),
        )
        for answer in reversed(answers)
    ]


def proposal(answers: Sequence[OpenedAnswer]) -> OpenedAnswer | None:
    """Return the newest answer that proposes an appointment: of others it is no longer the question."""
    return next((answer for answer in reversed(answers) if answer.document.appointment), None)


def _is_ahead(document: AnswerDocument) -> bool:
    proposed = document.appointment
    return proposed is not None and datetime.combine(proposed.day, proposed.end, ROME) > now()


def _bare(word: str) -> str:
    """Return a word as it is compared: how she writes it does not matter."""
    return unicodedata.normalize("NFKC", word).strip().casefold()
