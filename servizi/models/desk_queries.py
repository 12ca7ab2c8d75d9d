from collections.abc import Collection
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
        return self._in([settings.LANGUAGE_CODE], comuni_served=comuni_served)

    def _in(self, codes: Collection[str], *, comuni_served: bool) -> Self:
        found: Self = self.filter(locale__language_code__in=codes).select_related("comune", "locale")
        return found.prefetch_related("comuni_served") if comuni_served else found

    def in_language(self, code: str | None = None, *, comuni_served: bool = True) -> list[Any]:
        """Every desk, as its translation into `code` (the active language) where there is one."""
        language = code or get_language() or settings.LANGUAGE_CODE
        main = settings.LANGUAGE_CODE
        found: list[Any] = list(self._in({main, language}, comuni_served=comuni_served))
        originals = [page for page in found if page.locale.language_code == main]
        if language == main:
            return originals
        translations = {page.translation_key: page for page in found if page.locale.language_code == language}
        for original in originals:
            original.source = original
            translations.setdefault(original.translation_key, original).source = original
        return [translations[original.translation_key] for original in originals]

    def open_at(self, moment: datetime) -> list[Any]:
        """The desks open at an aware `moment`; ValueError if it is naive."""
        return [desk for desk in self.in_language() if desk.calendar.is_open(moment)]

    def stale(self, today: date) -> Self:
        """The desks whose facts nobody has verified lately enough on `today`."""
        found: Self = self.filter(stale_since(today))
        return found
