"""The campaigns together: one page, the meetings of all, a feed and a calendar."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from home.calendars import calendar_response
from home.feeds import CampaignFeed
from home.models.base import INTRODUCTION, BasePage, PageClass
from home.models.campaign_events import CampaignEvent
from home.models.campaigns import CampaignPage, CampaignQuerySet
from home.models.events import take_places_from_main


class CampaignIndexPage(RoutablePageMixin, BasePage):
    """All campaigns: those that run, those to come, those of the past; feed and calendar of all."""

    page_class = PageClass.PUBLIC
    template = "pages/campaign_index_page.html"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.CampaignPage"]
    page_description = _("L’elenco delle campagne.")
    max_count_per_parent = 1

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        INTRODUCTION,
    ]

    class Meta:
        verbose_name = _("elenco delle campagne")
        verbose_name_plural = _("elenchi delle campagne")

    def campaigns(self) -> CampaignQuerySet:
        """Return the published campaigns, latest first."""
        return CampaignPage.objects.child_of(self).live().order_by("-starts_on")  # type: ignore[no-any-return]

    def coming_events(self) -> list[CampaignEvent]:
        """Return the events that have not ended, of all campaigns, next first."""
        events = list(CampaignEvent.objects.published_below(self).coming(timezone.now()))
        take_places_from_main(events, self.written_in)
        return events

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        campaigns = list(self.campaigns())
        today = timezone.localdate()
        return context | {
            "running": [each for each in campaigns if each.runs_on(today)],
            "coming": [each for each in reversed(campaigns) if each.starts_on > today],
            "past": [each for each in campaigns if each.ends_on < today],
            "has_calendar": any(not event.by_invitation for event in self.coming_events()),
        }

    @path("")
    def index_route(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.apply_class(super().index_route(request, *args, **kwargs))

    @path("appuntamenti/", name="meetings")
    def meetings(self, request: HttpRequest) -> HttpResponse:
        events = self.coming_events()
        has_calendar = any(not event.by_invitation for event in events)
        context = {**super().get_context(request), "events": events, "has_calendar": has_calendar}
        return self.apply_class(render(request, "pages/campaign_meetings.html", context))

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        return CampaignFeed()(request, index=self)

    @path("calendario/", name="calendar")
    def calendar(self, request: HttpRequest) -> HttpResponse:
        events = (event for event in self.coming_events() if not event.by_invitation)
        return calendar_response(events, request)
