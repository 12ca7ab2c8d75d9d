"""Calendar files of public events (RFC 5545). There is none of anything else: an appointment is no event."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from django.http import Http404, HttpRequest, HttpResponse
from wagtail.models import Site

from home.substitution import substituted

# The library comes when somebody asks for a calendar: two megabytes in every process.
if TYPE_CHECKING:
    from icalendar import Event

# Without an end, calendars show a meeting as a line without length, or for the whole day.
UNTOLD = dt.timedelta(hours=1)
# Seconds from here stay below what an INTEGER may be (RFC 5545, 3.3.8) until 2088.
COUNTED_FROM = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
PRODUCT = "-//Amaranta//Campaigns//IT"


class Campaign(Protocol):
    """The page of an event."""

    @property
    def last_published_at(self) -> dt.datetime | None: ...


class PublicEvent(Protocol):
    """What a calendar says of an event (a row of `home.models.events`)."""

    @property
    def page(self) -> Campaign: ...

    @property
    def calendar_id(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def place(self) -> str: ...

    @property
    def description(self) -> str: ...

    @property
    def starts_at(self) -> dt.datetime: ...

    @property
    def ends_at(self) -> dt.datetime | None: ...

    @property
    def by_invitation(self) -> bool: ...

    @property
    def is_cancelled(self) -> bool: ...


def calendar(events: Iterable[PublicEvent], host: str) -> bytes:
    """Return an iCalendar object; times are in UTC, identifiers at `host`.

    It has no METHOD: that would make it a message of a scheduling protocol (RFC 5546), which needs an
    organizer with an address, and nobody here is to be written to from a calendar.
    Raises ValueError for an event by invitation.
    """
    from icalendar import Calendar

    written = Calendar()
    written.add("prodid", PRODUCT)
    written.add("version", "2.0")
    for event in events:
        written.add_component(_entry(event, host))
    text: bytes = written.to_ical()
    return text


def calendar_response(events: Iterable[PublicEvent], request: HttpRequest) -> HttpResponse:
    """Return the calendar file of the events as an answer that no cache keeps.

    Raises Http404 for no event: a calendar has at least one component (RFC 5545, 3.6).
    """
    events = list(events)
    # Of the site, not of the request: the same event keeps its identifier under every name of the server.
    site = Site.find_for_request(request)
    if not events or site is None:
        raise Http404
    response = HttpResponse(calendar(events, site.hostname), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="calendario.ics"'
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _entry(event: PublicEvent, host: str) -> "Event":
    from icalendar import Event

    if event.by_invitation:
        raise ValueError("An event by invitation is in nobody's calendar file.")
    entry = Event()
    entry.add("uid", f"event-{event.calendar_id}@{host}")
    entry.add("sequence", _sequence(event))
    entry.add("dtstamp", _utc(event.page.last_published_at or event.starts_at))
    entry.add("dtstart", _utc(event.starts_at))
    entry.add("dtend", _utc(event.ends_at or event.starts_at + UNTOLD))
    entry.add("summary", substituted(event.title))
    entry.add("location", substituted(event.place))
    if event.description:
        entry.add("description", substituted(event.description))
    entry.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    return entry


def _sequence(event: PublicEvent) -> int:
    """Return a number that grows whenever its page is published again (RFC 5545, 3.8.7.4)."""
    last = event.page.last_published_at
    return int((last - COUNTED_FROM).total_seconds()) if last and last > COUNTED_FROM else 0


def _utc(moment: dt.datetime) -> dt.datetime:
    return moment.astimezone(dt.UTC)
