"""Answers as a page without scripts shows them."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from contatti.sealed.conversation import AnswerDocument, OpenedAnswer
from home.text.dates import dated

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
        hours = {"start": f"{proposed.start:%H:%M}", "end": f"{proposed.end:%H:%M}"}
        return WHEN % {"day": dated(proposed.day, LONG), **hours}


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
    return document.appointment is not None and document.appointment.day >= localdate()


def _bare(word: str) -> str:
    """Return a word as it is compared: how she writes it does not matter."""
    return unicodedata.normalize("NFKC", word).strip().casefold()
