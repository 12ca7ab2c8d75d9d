"""The site's own search: which pages answer some words, those that help at once before all others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from uuid import UUID

from django.utils.functional import Promise
from wagtail.models import Locale, Page, get_page_models

from home.models import BasePage
from home.original_required import unvisitable
from home.search import spelling
from home.search.intent import KNOWN, Need, needs_of
from home.search.named_pages import Phrase, SearchPhrases
from home.search.ranking import SearchRank, Standing
from home.text.stems import plain, stems, telling_stems

MAX_RESULTS = 50
# More than are shown: the best by words alone need not be the first that she should see.
MAX_CANDIDATES = 150


@dataclass(frozen=True, slots=True)
class Result:
    """A page that was found, and what is said beside its title."""

    page: Page
    note: str | Promise


@dataclass(frozen=True)
class Asking:
    """What was typed, with a slip mended, and what it leads to before any word is looked up."""

    text: str
    needs: tuple[Need, ...]
    named: Mapping[UUID, Phrase]

    @classmethod
    def of(cls, words: str, language: str, phrases: SearchPhrases) -> "Asking":
        typed = spelling.with_h(plain(words))
        mended = spelling.mended(typed, KNOWN | phrases.known(language))
        text = " ".join(mended)
        # As typed where that already says what is needed: a mended word could say it of somebody else.
        needs = needs_of(" ".join(typed)) or needs_of(text)
        return cls(text, needs, {} if Need.OWN_VIOLENCE in needs else phrases.named_by(mended, language))

    def elsewhere(self, phrases: SearchPhrases, language: str) -> "Asking":
        """Return the same for words of another language than the page's."""
        return replace(self, named=phrases.named_by(self.text.split(), language, elsewhere=True))

    @cached_property
    def first(self) -> tuple[SearchRank, ...]:
        return tuple(dict.fromkeys(rank for need in self.needs for rank in need.first))

    @cached_property
    def wanted(self) -> set[SearchRank]:
        return {*self.first, *(rank for need in self.needs for rank in need.along)}

    def puts_first(self, naming: Phrase, rank: SearchRank) -> bool:
        """Tell whether a page so named comes before those that a need leads to.

        In danger that only a phrase of danger does; or who meets somebody else's danger at work.
        """
        if Need.AT_WORK in self.needs and rank is SearchRank.WORKERS:
            return True
        return Need.DANGER not in self.needs or Need.DANGER in needs_of(naming.text)


def find(words: str, locale: Locale) -> list[Result]:
    """Return the published pages in a language that answer the words, the most useful first.

    Those that hold all telling words, or else any of them; before them those that a need leads to, and those
    that the words name, whether they hold a word or not. The number of queries does not depend on what is
    found.
    """
    phrases = SearchPhrases.load()
    asking = Asking.of(words, locale.language_code, phrases)
    asked = telling_stems(asking.text, locale.language_code)
    matching = _matching(asked, locale)
    if not (matching or asking.named or asking.needs):
        asking = asking.elsewhere(phrases, locale.language_code)
    pages = list({page.pk: page for page in (*matching, *_led_to(asking, locale))}.values())
    standings = _standings(pages)
    hidden = unvisitable(pages)
    places = {page.pk: place for place, page in enumerate(pages)}

    def is_shown(page: Page) -> bool:
        rank = standings[page.pk].rank
        is_own = rank is SearchRank.OWN_VIOLENCE
        if page.pk in hidden or (is_own and Need.OWN_VIOLENCE not in asking.needs):
            return False
        return (
            places[page.pk] < len(matching) or rank in asking.wanted or page.translation_key in asking.named
        )

    def order(page: Page) -> tuple[int, int, int, int, int | str]:
        rank = standings[page.pk].rank
        naming = asking.named.get(page.translation_key)
        if naming and asking.puts_first(naming, rank):
            is_foreign = naming.language != locale.language_code
            return 0, -naming.weight, is_foreign, rank.tier, page.path
        if rank in asking.first:
            return 1, asking.first.index(rank), 0, 0, page.path
        said = len(set(asked.split()) & set(stems(page.title, locale.language_code).split()))
        return 2 if naming else 3, rank.tier, -(naming.weight if naming else 0), -said, places[page.pk]

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


def _led_to(asking: Asking, locale: Locale) -> Sequence[Page]:
    """Return, in the order of the tree, the pages that are named and all of types that have a wanted rank."""
    models = [model for model in _models() if not model.search_ranks().isdisjoint(asking.wanted)]
    pages = Page.objects.live().filter(locale=locale)
    wanted = pages.exact_type(*models) if models else pages.none()
    named = pages.filter(translation_key__in=asking.named).exact_type(*_models())
    return list((wanted | named).select_related("locale").order_by("path"))


def _standings(pages: Iterable[Page]) -> dict[int, Standing]:
    by_model: dict[type[BasePage], list[int]] = defaultdict(list)
    for page in pages:
        by_model[page.specific_class].append(page.pk)
    found: dict[int, Standing] = {}
    for model, keys in by_model.items():
        found |= dict.fromkeys(keys, Standing(model.search_rank, model.search_note))
        found |= model.search_standings(keys)
    return found
