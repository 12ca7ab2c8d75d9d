"""The site's own search: which pages answer some words, those that help at once before all others."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from wagtail.models import Locale, Page, get_page_models

from home.models import BasePage
from home.needs import Need, needs_of
from home.originals import unvisitable
from home.ranks import SearchRank, Standing
from home.stems import stems, telling_stems

MAX_RESULTS = 20
# More than are shown: the best by words alone need not be the first that she should see.
MAX_CANDIDATES = 150


@dataclass(frozen=True, slots=True)
class Result:
    """A page that was found, and what is said beside its title."""

    page: Page
    note: str | Promise


def find(words: str, locale: Locale) -> list[Result]:
    """Return the published pages in a language that answer the words, the most useful first.

    Those that hold all telling words, or else any of them; before them those that a need leads to, whether
    they hold a word or not. The number of queries does not depend on what is found.
    """
    language = locale.language_code
    needs = needs_of(words)
    first = tuple(dict.fromkeys(rank for need in needs for rank in need.first))
    wanted = {*first, *(rank for need in needs for rank in need.along)}
    asked = telling_stems(words, language)
    matching = _matching(asked, locale)
    pages = list({page.pk: page for page in (*matching, *_of_ranks(wanted, locale))}.values())
    standings = _standings(pages)
    hidden = unvisitable(pages)
    places = {page.pk: place for place, page in enumerate(pages)}

    def is_shown(page: Page) -> bool:
        rank = standings[page.pk].rank
        if page.pk in hidden or (rank is SearchRank.OWN_VIOLENCE and Need.OWN_VIOLENCE not in needs):
            return False
        return places[page.pk] < len(matching) or rank in wanted

    def order(page: Page) -> tuple[int, int, int, int | str]:
        rank = standings[page.pk].rank
        named = len(set(asked.split()) & set(stems(page.title, language).split()))
        if rank in first:
            return first.index(rank), 0, 0, page.path
        return len(first), rank.tier, -named, places[page.pk]

    shown = sorted(filter(is_shown, pages), key=order)
    return [Result(page, standings[page.pk].note) for page in shown[:MAX_RESULTS]]


def _models() -> list[type[BasePage]]:
    return [model for model in get_page_models() if issubclass(model, BasePage) and model.in_search]


def _matching(asked: str, locale: Locale) -> Sequence[Page]:
    if not asked:
        return []
    # By their common fields alone: a query for each type of page would be a dozen.
    pages = Page.objects.live().filter(locale=locale).exact_type(*_models()).select_related("locale")
    found = list(pages.search(asked, operator="and")[:MAX_CANDIDATES])
    if not found and " " in asked:
        found = list(pages.search(asked, operator="or")[:MAX_CANDIDATES])
    return found


def _of_ranks(wanted: Collection[SearchRank], locale: Locale) -> Sequence[Page]:
    """Return the pages, in the order of the tree, of every type that has pages of one of the ranks."""
    models = [model for model in _models() if not model.search_ranks().isdisjoint(wanted)]
    if not models:
        return []
    pages = Page.objects.live().filter(locale=locale).exact_type(*models)
    return list(pages.select_related("locale").order_by("path"))


def _standings(pages: Iterable[Page]) -> dict[int, Standing]:
    by_model: dict[type[BasePage], list[int]] = defaultdict(list)
    for page in pages:
        by_model[page.specific_class].append(page.pk)
    found: dict[int, Standing] = {}
    for model, keys in by_model.items():
        found |= dict.fromkeys(keys, Standing(model.search_rank, model.search_note))
        found |= model.search_standings(keys)
    return found
