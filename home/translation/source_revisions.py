"""The Italian page as it was when a translation was made, and what fell behind since."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from wagtail.models import Page, PageLogEntry

from home.translation.side_by_side import SideBySide


def original_of(page: Page) -> Any:
    """Return the Italian page that `page` translates, in its own type; None if it is one, or has none."""
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return None
    italian = Page.objects.filter(
        translation_key=page.translation_key, locale__language_code=settings.LANGUAGE_CODE
    )
    found = italian.specific().first()
    return found if found is not None and isinstance(found, type(page.specific)) else None


def as_readers_have_it(original: Any) -> Any:
    """Return the page as it is on the site, or its draft while it is not."""
    return original if original.live else original.get_latest_revision_as_object()


def beside(page: Any, original: Any, draft: Any = None) -> SideBySide:
    """Return a translation's latest draft (or `draft`) beside the Italian page, with what changed since."""
    made = _made_on(page)
    changed = original.last_published_at
    before = then = None
    if made and changed and changed > made:
        before = _on_the_site(original, made)
        drafts = page.revisions.filter(created_at__lte=changed).order_by("-created_at")
        revision = drafts.first()
        then = revision.as_object() if revision else None
    latest = draft if draft is not None else page.get_latest_revision_as_object()
    return SideBySide(as_readers_have_it(original), latest, before, then)


def _made_on(page: Any) -> datetime | None:
    """Return when the words were written that readers have; before they have any, when they were begun."""
    if page.live_revision_id:
        moment: datetime = page.live_revision.created_at
        return moment
    begun = page.revisions.order_by("created_at").values_list("created_at", flat=True)
    first: datetime | None = page.last_published_at or begun.first()
    return first


def _on_the_site(original: Any, moment: datetime) -> Any:
    """Return the page as it was on the site at a moment, as well as is known."""
    published = PageLogEntry.objects.filter(
        page_id=original.pk, action="wagtail.publish", timestamp__lte=moment, revision__isnull=False
    ).order_by("-timestamp")
    entry = published.select_related("revision").first()
    revision = entry.revision if entry else original.revisions.filter(created_at__lte=moment).last()
    return revision.as_object() if revision else None


def behind(pages: QuerySet[Any]) -> QuerySet[Any]:
    """Return those whose words are older than the Italian page; `changed` says since when.

    Not by when they were published: a draft may have waited for approval while the Italian page changed.
    """
    originals = Page.objects.live().filter(
        translation_key=OuterRef("translation_key"), locale__language_code=settings.LANGUAGE_CODE
    )
    written = Coalesce("live_revision__created_at", "last_published_at")
    changed = Subquery(originals.values("last_published_at")[:1])
    translations = pages.filter(live=True).exclude(locale__language_code=settings.LANGUAGE_CODE)
    dated: QuerySet[Any] = translations.annotate(changed=changed, written=written)
    return dated.filter(changed__gt=F("written")).order_by("changed")


def words_fell_behind(page: Any) -> bool:
    """Tell whether a page of `behind` is so in its words.

    One that shows the Italian page's facts, as a desk's does, is not: an hour that changed there is right in
    every language at once.
    """
    if not getattr(page, "needs_original", False):
        return True
    original = original_of(page)
    return original is not None and bool(beside(page, original).behind)
