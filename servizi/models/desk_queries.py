from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from wagtail.query import PageQuerySet

from servizi.models.verification import stale_since

if TYPE_CHECKING:
    from servizi.models.desks import DeskPage


class DeskQuerySet(PageQuerySet):
    """Questions about desks; hours are part of the desk's own row, so an answer about 100 costs what 3 do."""

    def with_facts(self) -> list["DeskPage"]:
        """The desks, each with all that a listing shows of it, also where the listing is a translation."""
        desks: list[DeskPage] = list(
            self.select_related("comune", "locale").prefetch_related("comuni_served")
        )
        translated = [desk for desk in desks if desk.locale.language_code != settings.LANGUAGE_CODE]
        sources = self.model.objects.sources_of(translated)
        for desk in desks:
            desk.source = sources.get(desk.translation_key, desk)
        return desks

    def sources_of(self, desks: Iterable["DeskPage"]) -> dict[UUID, "DeskPage"]:
        """The pages in the main language that `desks` translate, by translation key; no query for none."""
        keys = [desk.translation_key for desk in desks]
        if not keys:
            return {}
        sources = self.filter(translation_key__in=keys, locale__language_code=settings.LANGUAGE_CODE)
        sources = sources.select_related("comune").prefetch_related("comuni_served")
        return {source.translation_key: source for source in sources}

    def open_at(self, moment: datetime) -> list["DeskPage"]:
        """The desks open at an aware `moment`; ValueError if it is naive."""
        return [desk for desk in self.with_facts() if desk.calendar.is_open(moment)]

    def stale(self, today: date) -> "DeskQuerySet":
        """The desks whose facts nobody has verified lately enough on `today`."""
        found: DeskQuerySet = self.filter(stale_since(today))
        return found
