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
from home.translation.history import behind, words_fell_behind

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


def rows_for(user: Any, locale: Locale) -> list[Row]:
    """Return the Italian pages that somebody may see, in the order of the tree."""
    italian = Page.objects.filter(locale__language_code=settings.LANGUAGE_CODE, depth__gte=HOMES)
    shown: Any = visible_to(user, italian).select_related("locale").specific(defer=True).order_by("path")
    mine = Page.objects.filter(locale=locale).select_related("locale").specific(defer=True)
    pages = {page.translation_key: page for page in mine}
    old: Any = behind(Page.objects.filter(locale=locale))
    changed = {page.pk: page.changed for page in old.specific(defer=True) if words_fell_behind(page)}
    return [
        _row(user, original, pages.get(original.translation_key), changed) for original in shown.distinct()
    ]


def _row(user: Any, original: Page, page: Page | None, changed: dict[int, datetime]) -> Row:
    if page is None:
        return Row(original, None, Progress.MISSING, None, False, may_begin(user, original))
    since = changed.get(page.pk)
    progress = Progress.BEHIND if since else Progress.DONE if page.live else Progress.DRAFT
    may_edit = bool(page.permissions_for_user(user).can_edit())
    return Row(original, page, progress, since, may_edit, may_begin=False)


def counts(rows: list[Row]) -> dict[str, int]:
    """Return how many pages are in each state."""
    found = Counter(str(row.progress) for row in rows)
    return {str(each): found[str(each)] for each in Progress}
