"""What pages with dated meetings have in common: which are to come, and their calendar files."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from home.calendars import calendar_response
from home.models.events import Event, take_places_from_main


class EventsOnPage(RoutablePageMixin):
    """Stands before a page type whose children named `events` are meetings."""

    events: Any
    written_in: str

    @cached_property
    def all_events(self) -> list[Event]:
        """Return the events in order of time."""
        events: list[Event] = list(self.events.all())
        for event in events:
            event.page = self
        take_places_from_main(events, self.written_in)
        return events

    @property
    def coming_events(self) -> list[Event]:
        return [event for event in self.all_events if not event.is_over]

    @property
    def past_events(self) -> list[Event]:
        return [event for event in self.all_events if event.is_over]

    @property
    def has_calendar(self) -> bool:
        """True when there is an event that anybody may take along."""
        return any(not event.by_invitation for event in self.all_events)

    def public_events_data(self) -> list[dict[str, Any]]:
        """Return the meetings to which anybody may come as schema.org Events."""
        return [event.structured_data() for event in self.all_events if not event.by_invitation]

    @path("calendario/", name="calendar")
    def calendar(self, request: HttpRequest) -> HttpResponse:
        events = self.events.select_related("page").public()
        return calendar_response(events, request)

    @path("calendario/<slug:public_id>/", name="event")
    def event_calendar(self, request: HttpRequest, public_id: str) -> HttpResponse:
        events = self.events.select_related("page").public().filter(public_id=public_id)
        return calendar_response(events, request)
