"""Which pages somebody names: by the words that editors wrote beside a page, or by the place of a desk.

Each line of a page's search terms is a phrase as people type it. A page is named when all words of one of its
phrases are asked for, in any language that has the page: the words may be Italian on the English site.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from wagtail.models import get_page_models

from home.models import BasePage
from home.text.stems import common_words, plain, stems

EVERYWHERE = frozenset({"it", "en"})
"""The languages of the whole site, and of `home.search.intent`."""


@dataclass(frozen=True)
class Phrase:
    """A line of search terms, in the language of its page."""

    key: UUID
    language: str
    text: str

    @cached_property
    def words(self) -> list[str]:
        return plain(self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(stems(self.text, self.language).split())

    @property
    def weight(self) -> int:
        """Return how much it says: words that stand in every text say less."""
        telling = [word for word in self.words if word not in common_words(self.language)]
        return 2 * len(telling) + len(self.words)


@dataclass(frozen=True)
class SearchPhrases:
    """All phrases of the site, asked for in one query."""

    phrases: list[Phrase] = field(default_factory=list)

    @classmethod
    def load(cls) -> "SearchPhrases":
        rows = [
            rows
            for model in get_page_models()
            if issubclass(model, BasePage) and (rows := _rows(model)) is not None
        ]
        if not rows:
            return cls()
        found = rows[0].union(*rows[1:], all=True) if len(rows) > 1 else rows[0]
        return cls(
            [
                Phrase(key if isinstance(key, UUID) else UUID(str(key)), language, line.strip())
                for key, language, text in found
                for line in str(text).splitlines()
                if line.strip()
            ]
        )

    def known(self, spoken: str) -> frozenset[str]:
        """Return every word of a phrase that somebody may type there, for slips to be mended towards."""
        near = {spoken, *EVERYWHERE}
        return frozenset(word for phrase in self.phrases if phrase.language in near for word in phrase.words)

    def named_by(
        self, words: Iterable[str], spoken: str, *, elsewhere: bool = False
    ) -> Mapping[UUID, Phrase]:
        """Return, by the translation key of its page, the phrase that says most of those in `words`.

        Of two that say as much, that of the language `spoken` on the page. The phrases of the other languages
        are asked only `elsewhere`: in those short versions of the site one page has the words of many, and
        «violence» is French as well.
        """
        text = " ".join(words)
        near = {spoken, *EVERYWHERE}
        languages = {p.language for p in self.phrases if (p.language in near) is not elsewhere}
        asked = {language: set(stems(text, language).split()) for language in languages}
        best: dict[UUID, Phrase] = {}
        for phrase in self.phrases:
            if phrase.stems and phrase.stems <= asked.get(phrase.language, frozenset()):
                known = best.get(phrase.key)
                said = phrase.weight, phrase.language == spoken
                if known is None or said > (known.weight, known.language == spoken):
                    best[phrase.key] = phrase
        return best


def _rows(model: type[BasePage]) -> Any:
    named = model.search_names()
    return named.order_by() if named is not None else None
