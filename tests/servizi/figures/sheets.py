"""Invented sheets whose sums agree, and the two desks of 2015."""

import random
from collections.abc import Sequence

from servizi.figures.counts import DeskFigures
from servizi.figures.scheda import BLOCKS, NOT_RECORDED, VOLUMES, fields


def desk(name: str, women: int, rng: random.Random, months: int = 12, flat: float = 3) -> DeskFigures:
    """A year in which `women` were taken in charge, each answering every block at random."""
    counts = dict.fromkeys(fields(), 0)
    volumes = {
        "contatti": 3,
        "accessi": 2,
        "nuove": 1.2,
        "prese_in_carico": 1,
        "in_corso": 0.5,
        "conclusi": 0.3,
    }
    for code, share in volumes.items():
        counts[VOLUMES, code] = round(women * share)
    for block in BLOCKS:
        base = counts[VOLUMES, block.base]
        weights = [rng.random() ** flat for _ in block.codes]
        if not block.multiple:
            for code in rng.choices(block.codes, weights, k=base):
                counts[block.code, code] += 1
            continue
        counts[block.code, NOT_RECORDED] = rng.randint(0, base // 6)
        for _ in range(base - counts[block.code, NOT_RECORDED]):
            for code in set(rng.choices(block.answers, weights[:-1], k=rng.randint(1, 4))):
                counts[block.code, code] += 1
    return DeskFigures(name, months, counts)


def network(sizes: Sequence[int], seed: int = 1, flat: float = 3) -> list[DeskFigures]:
    rng = random.Random(seed)
    return [desk(f"sportello-{i}", women, rng, flat=flat) for i, women in enumerate(sizes)]


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
