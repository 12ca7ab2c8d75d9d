"""Who answers in the reader's language: now, next, or if she asks for it some days before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language

from servizi.desks.described import SpeakingDesk
from servizi.hours import Calendar, CalendarWithin, State
from servizi.vocabulary import Language


@dataclass(frozen=True)
class Speaking:
    """A desk, and when somebody there speaks the language."""

    desk: SpeakingDesk
    state: State


@dataclass(frozen=True)
class OnRequest:
    """A desk that finds an interpreter, told so many days before."""

    desk: SpeakingDesk
    notice: int


@dataclass(frozen=True)
class InMyLanguage:
    """Answers of all desks; `now` and `later` in the order of the list and of time."""

    language: str
    now: tuple[Speaking, ...]
    later: tuple[Speaking, ...]
    on_request: tuple[OnRequest, ...]

    @property
    def next(self) -> Speaking | None:
        return next(iter(self.later), None)

    @property
    def nobody(self) -> bool:
        """True where only the national helpline is left."""
        return not (self.now or self.later or self.on_request)


def vocabulary_code(language: str) -> str:
    """Return the code by which desks name a language of the site (`zh` for `zh-hans`), empty if none does."""
    code = language.partition("-")[0]
    return code if code in Language.values else ""


def calendar_in(desk: SpeakingDesk, code: str) -> Calendar | None:
    """Return when a desk is open and somebody there speaks the language, None where that is never so."""
    source = desk.source
    if code in source.languages:
        return desk.calendar
    slots = tuple(
        slot
        for row in source.spoken
        if row.block_type == "hours" and row.value["language"] == code
        for slot in row.value.slots
    )
    return CalendarWithin.of_part(desk.calendar, slots) if slots else None


def in_my_language(
    desks: Iterable[SpeakingDesk], moment: datetime, language: str = ""
) -> InMyLanguage | None:
    """Return who answers in `language` (the active one) at an aware `moment`.

    None in Italian, which everybody at a desk speaks, and in a language that desks have no name for.
    """
    code = vocabulary_code(language or get_language() or "")
    if code in {"", Language.ITALIAN}:
        return None
    known = list(desks)
    speaking = [
        Speaking(desk, calendar.state(moment)) for desk in known if (calendar := calendar_in(desk, code))
    ]
    later = [each for each in speaking if each.state.opens_at]
    return InMyLanguage(
        str(Language(code).label),
        tuple(each for each in speaking if each.state.is_open),
        tuple(sorted(later, key=lambda each: each.state.opens_at or moment)),
        tuple(
            OnRequest(desk, row.value["notice"])
            for desk in known
            for row in desk.source.spoken
            if row.block_type == "on_request" and row.value["language"] == code
        ),
    )
