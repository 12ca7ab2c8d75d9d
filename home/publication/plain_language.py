"""How plain an Italian text is, by counting: no language model, no list of words."""

import re
from dataclasses import dataclass

SENTENCE_END = re.compile(r"[.!?…:;]+(?=\s|$)|\n+")
WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
LONG_SENTENCE = 25
"""Words: beyond this, guides to plain Italian ask to split a sentence."""
ENOUGH_WORDS = 60
"""Below this a count says nothing."""
MIN_INDEX = 50
MIN_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class Plainness:
    """`index`: Gulpease, 0 to 100 (Lucisano and Piemontese 1988); `share`: plain sentences, 0 to 1."""

    words: int
    index: float
    share: float

    @property
    def is_plain(self) -> bool:
        return self.words < ENOUGH_WORDS or (self.index >= MIN_INDEX and self.share >= MIN_SHARE)


def plainness(text: str) -> Plainness:
    """Measure `text`; an empty one is plain."""
    sentences = [words for part in SENTENCE_END.split(text) if (words := WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return Plainness(0, 100.0, 1.0)
    letters = sum(map(len, words))
    index = 89 + (300 * len(sentences) - 10 * letters) / len(words)
    plain = sum(len(sentence) <= LONG_SENTENCE for sentence in sentences)
    return Plainness(len(words), max(0.0, min(100.0, index)), plain / len(sentences))
