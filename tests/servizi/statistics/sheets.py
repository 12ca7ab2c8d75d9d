"""Invented sheets whose sums agree."""

import random
from collections.abc import Sequence

from amaranta.demo.figures import invented_counts
from servizi.statistics.counts import DeskFigures
from servizi.statistics.schema import BLOCKS, NOT_RECORDED, VOLUMES, fields


def network(sizes: Sequence[int], seed: int = 1, evenness: float = 0.3) -> list[DeskFigures]:
    """A year of desks that took in charge the given numbers of women, who answered at random."""
    source = random.Random(seed)
    return [
        DeskFigures(f"sportello-{i}", 12, invented_counts(women, source, evenness))
        for i, women in enumerate(sizes)
    ]


def one_block(block: str, **rows: dict[str, int]) -> list[DeskFigures]:
    """Desks with the given answers to one block about women taken in charge, and nothing recorded elsewhere."""
    desks = []
    for name, answers in rows.items():
        counts = dict.fromkeys(fields(), 0)
        women = sum(answers.values())
        for code in ("contatti", "accessi", "nuove", "prese_in_carico"):
            counts[VOLUMES, code] = women
        for other in BLOCKS:
            counts[other.code, NOT_RECORDED] = women
        counts[block, NOT_RECORDED] = 0
        for code, number in answers.items():
            counts[block, code] = number
        desks.append(DeskFigures(name, 12, counts))
    return desks
