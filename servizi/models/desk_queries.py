from datetime import date, datetime
from typing import Any, Self

from django.conf import settings
from django.utils.translation import get_language
from wagtail.query import PageQuerySet

from servizi.models.verification import stale_since


class DeskQuerySet(PageQuerySet):
    """Questions about desks (DeskPage); hours are in their own row: an answer about 100 costs what 3 do."""

    def originals(self, *, comuni_served: bool = True) -> Self:
        """The pages in the main language, which hold the facts, with all that a listing shows of them.

        Who needs no `comuni_served` saves a query.
        """
        main: Self = self.filter(locale__language_code=settings.LANGUAGE_CODE).select_related("comune")
        return main.prefetch_related("comuni_served") if comuni_served else main

    def in_language(self, code: str | None = None, *, comuni_served: bool = True) -> list[Any]:
        """Every desk, as its translation into `code` (the active language) where there is one."""
        language = code or get_language() or settings.LANGUAGE_CODE
        originals: list[Any] = list(self.originals(comuni_served=comuni_served))
        if language == settings.LANGUAGE_CODE:
            return originals
        translations = {page.translation_key: page for page in self.filter(locale__language_code=language)}
        for original in originals:
            translations.setdefault(original.translation_key, original).source = original
        return [translations[original.translation_key] for original in originals]

    def open_at(self, moment: datetime) -> list[Any]:
        """The desks open at an aware `moment`; ValueError if it is naive."""
        return [desk for desk in self.in_language() if desk.calendar.is_open(moment)]

    def stale(self, today: date) -> Self:
        """The desks whose facts nobody has verified lately enough on `today`."""
        found: Self = self.filter(stale_since(today))
        return found
