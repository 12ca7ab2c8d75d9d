"""Translations that show the facts of the page in the main language, and answer 404 while it is offline."""

from collections.abc import Iterable

from django.conf import settings
from wagtail.models import Page


def unvisitable(pages: Iterable[Page]) -> set[int]:
    """Return the keys of the translations among `pages` whose original is not published.

    At most one query, and none where no page depends on an original. Each page brings its locale.
    """
    dependent = [page for page in pages if _needs_original(page)]
    if not dependent:
        return set()
    same = Page.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE)
    keys = {page.translation_key for page in dependent}
    published = set(same.filter(translation_key__in=keys).values_list("translation_key", flat=True))
    return {page.pk for page in dependent if page.translation_key not in published}


def _needs_original(page: Page) -> bool:
    is_translation = page.locale.language_code != settings.LANGUAGE_CODE
    return is_translation and bool(getattr(page.specific_class, "needs_original", False))
