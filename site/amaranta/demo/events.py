"""The meetings of the demonstration: days are counted, so that some are always to come."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from home.models.events import Event
from servizi.models import DeskPage

FIELDS = ("title", "place", "description", "by_invitation", "places", "places_left")


@dataclass(frozen=True)
class EventText:
    """A meeting `day` days after a campaign begins, or after the demonstration is built; HH:MM in Italy.

    `sign_up`: people can sign up for it, at the first desk.
    """

    day: int
    opens: str
    closes: str
    title: str
    place: str
    description: str
    by_invitation: bool = False
    sign_up: bool = False
    places: int | None = None
    places_left: int | None = None


def add_event(page: Any, kind: type[Event], text: EventText, first: dt.date) -> None:
    """Add a meeting to a page that is not saved yet; its day is counted from `first`."""
    day = first + dt.timedelta(days=text.day)
    fields = {name: getattr(text, name) for name in FIELDS}
    page.events.add(
        kind(
            **fields,
            starts_at=_at(day, text.opens),
            ends_at=_at(day, text.closes),
            sign_up_at=DeskPage.objects.live().originals().first() if text.sign_up else None,
        )
    )


def _at(day: dt.date, clock: str) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time.fromisoformat(clock)))
