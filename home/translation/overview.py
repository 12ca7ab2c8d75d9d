"""How far a language has come: every Italian page with its translation, if there is one."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.conf import settings
from wagtail.models import Locale, Page

from home.admin.reading_rights import visible_to
from home.translation.drafts import may_begin
from home.translation.source_revisions import behind, words_fell_behind

HOMES = 2
"""Depth of home pages."""


class Progress(StrEnum):
    BEHIND = "behind"
    MISSING = "missing"
    DRAFT = "draft"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Row:
    """An Italian page; `page` is its translation. `indent` says how deep it stands."""

    original: Page
    page: Page | None
    progress: Progress
    since: datetime | None
    may_edit: bool
    may_begin: bool

    @property
    def indent(self) -> int:
        return int(self.original.depth) - HOMES

    @property
    def has_draft(self) -> bool:
        return bool(self.page and self.page.live and self.page.has_unpublished_changes)


def _italian(user: Any) -> Any:
    italian = Page.objects.filter(locale__language_code=settings.LANGUAGE_CODE, depth__gte=HOMES)
    return visible_to(user, italian).order_by("path").distinct()


def _changed(pages: Any) -> dict[int, datetime]:
    """Return since when those fell behind that did."""
    old: Any = behind(pages)
    return {page.pk: page.changed for page in old.specific(defer=True) if words_fell_behind(page)}


def rows_for(user: Any, locale: Locale) -> list[Row]:
    """Return the Italian pages that somebody may see, in the order of the tree."""
    mine = Page.objects.filter(locale=locale)
    pages = {page.translation_key: page for page in mine.select_related("locale").specific(defer=True)}
    changed = _changed(mine)
    originals = _italian(user).select_related("locale").specific(defer=True)
    return [_row(user, each, pages.get(each.translation_key), changed) for each in originals]


def _row(user: Any, original: Page, page: Page | None, changed: dict[int, datetime]) -> Row:
    if page is None:
        return Row(original, None, Progress.MISSING, None, False, may_begin(user, original))
    since = changed.get(page.pk)
    may_edit = bool(page.permissions_for_user(user).can_edit())
    return Row(original, page, _progress(page.live, since), since, may_edit, may_begin=False)


def _progress(live: bool, since: datetime | None) -> Progress:
    return Progress.BEHIND if since else Progress.DONE if live else Progress.DRAFT


def counts(rows: list[Row]) -> dict[str, int]:
    """Return how many pages of a language are in each state."""
    found = Counter(str(row.progress) for row in rows)
    return {str(each): found[str(each)] for each in Progress}


def totals(user: Any, locales: list[Locale]) -> list[tuple[Locale, dict[str, int]]]:
    """Return the same of many languages, in few queries."""
    keys = set(_italian(user).values_list("translation_key", flat=True))
    every = Page.objects.filter(locale__in=locales, translation_key__in=keys)
    changed = _changed(every)
    found: dict[int, Counter[str]] = {locale.pk: Counter() for locale in locales}
    for number, locale, live in every.values_list("pk", "locale_id", "live"):
        found[locale][str(_progress(live, changed.get(number)))] += 1
    for number in found.values():
        number[str(Progress.MISSING)] = len(keys) - number.total()
    return [(locale, {str(each): found[locale.pk][str(each)] for each in Progress}) for locale in locales]
