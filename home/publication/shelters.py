"""Sentences that would tell where a shelter is, which is secret by law."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from home.publication.place_names import MAP_WORDS, PLACE_WORDS, STREET, named_place
from home.publication.reading import Passage

# Not the dot inside «P.zza» or 45.54, nor after a short word for a street: the place would stand apart from
# the shelter that it belongs to.
SENTENCE_END = re.compile(r"(?:(?<!\bloc)(?<!\bstr)(?<!\bvic)(?<!\bfraz)\.|[!?])(?=\s|$)|\n", re.IGNORECASE)
SHELTER = re.compile(
    r"\bcas[ae]\s+(?:rifugio|protett[ae]|a\s+indirizzo\s+segreto)|\brifugi[oa]?\b"
    r"|\bshelters?\b|\brefuges?\b|\bsafe\s?houses?\b",
    re.IGNORECASE,
)
# What anybody may find: an address in their sentence is theirs.
OPEN_TO_ALL = (
    r"\b(?:sportell[oi]|centr[oi]|consultor[io]+|ospedal[ei]|questura|caserma|comun[ei]|bibliotec\w+|municipi\w*"
    r"|tribunal\w+|procura|uffici\w*|rete|desks?|cent(?:re|er)s?|hospitals?|police|network)\b"
)
ITS_PLACE = rf"{OPEN_TO_ALL}[^.,;:\n]{{0,30}}?"
NEAR = re.compile(
    r"\b(?:vicin[oaie]|accanto|dietro|davanti|di\s+fronte|sopra|sotto|press[oi]|near|next\s+to)\b",
    re.IGNORECASE,
)
# Says of something that it is there, or leads there.
LOCATED = (
    r"\b(?:trova\w*|è|sono|siamo|sta|stanno|is|are|located)"
    r"\s+(?:an?|ad|ai|al|in|nel|nell[ao']|presso|vicino\s+a|at|near)"
)
AT_A_NAME = re.compile(rf"(?i:{LOCATED})\s+[A-ZÀ-Ú]\w+")
LEADS_THERE = re.compile(rf"(?i:{LOCATED}\b|\b(?:sede|indirizzo|address)\b|\bin\s+(?:{STREET})\s)")
FEW_WORDS = 6
"""A line as short as this beside a shelter is its address, not a sentence on something else."""
SHOWN = 80


def telling_sentences(passages: Iterable[Passage]) -> Iterator[tuple[Passage, str]]:
    """Yield the sentences on a shelter that hold its place, or have it in the one before or after."""
    names: re.Pattern[str] | None = None
    for _where, together in groupby(passages, key=lambda passage: str(passage.where)):
        sentences = [(passage, sentence) for passage in together for sentence in _sentences(passage)]
        for number, (passage, sentence) in enumerate(sentences):
            if SHELTER.search(sentence):
                names = names or named_place()
                beside = sentences[max(number - 1, 0) : number] + sentences[number + 1 : number + 2]
                if _tells(sentence, names) or any(_tells_beside(text, names) for _passage, text in beside):
                    yield passage, sentence[:SHOWN]


def _sentences(passage: Passage) -> Iterator[str]:
    return (stripped for part in SENTENCE_END.split(passage.linked) if (stripped := part.strip()))


def _tells(sentence: str, names: re.Pattern[str]) -> bool:
    if PLACE_WORDS.search(sentence) or AT_A_NAME.search(sentence):
        return True
    if not NEAR.search(sentence):
        sentence = re.sub(rf"(?i:{ITS_PLACE})(?:{names.pattern})", " ", sentence)
    return bool(names.search(sentence))


def _tells_beside(sentence: str, names: re.Pattern[str]) -> bool:
    if re.search(OPEN_TO_ALL, sentence, re.IGNORECASE):
        return False
    if MAP_WORDS.search(sentence):
        return True
    is_place = PLACE_WORDS.search(sentence) or names.search(sentence)
    return bool(is_place and (LEADS_THERE.search(sentence) or len(sentence.split()) <= FEW_WORDS))
