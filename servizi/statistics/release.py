"""A publication as readers get it: tables in which a hidden figure is None, whatever way they are read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from django.utils.functional import Promise

from servizi.statistics.cell_suppression import true_figures
from servizi.statistics.editions import Edition
from servizi.statistics.monthly_means import monthly_mean, network_mean
from servizi.statistics.network_flow import CellKey
from servizi.statistics.schema import (
    BLOCKS,
    INDICATORS,
    NOT_RECORDED,
    VOLUMES,
    Block,
    Category,
    IndicatorGroup,
)
from servizi.statistics.tables import NETWORK

SHARE_FROM = 20
"""Smallest total of which shares are worth a percentage."""
TAKEN = "prese_in_carico"


@dataclass(frozen=True)
class Line:
    """A row of a block's table: a figure for each desk, the network's, and its share in per cent."""

    code: str
    label: str | Promise
    desks: tuple[int | None, ...]
    network: int | None
    share: int | None
    is_group: bool = False


@dataclass(frozen=True)
class DeskLine:
    """A row of the table of totals; `mean`, of the women taken in charge, is unrounded."""

    name: str
    months: int
    taken_in_charge: int | None
    totals: tuple[int | None, ...]
    mean: Decimal | None


@dataclass(frozen=True)
class Release:
    """An edition without its hidden figures; `names` are those of its desks."""

    edition: Edition
    names: Mapping[str, str]

    @cached_property
    def figures(self) -> dict[CellKey, int | None]:
        """All figures, in the order of the sheet: None where hidden."""
        hidden = self.edition.hidden
        return {k: None if k in hidden else v for k, v in true_figures(self.edition.desks).items()}

    @property
    def hides_something(self) -> bool:
        return None in self.figures.values()

    def totals(self) -> Iterator[DeskLine]:
        """The desks' totals and, last and without a name, the network's."""
        desks = self.edition.desks
        for desk in desks:
            mean = self._mean(desk.desk, [(desk.counts[VOLUMES, TAKEN], desk.months)])
            yield self._line(desk.desk, self.names[desk.desk], desk.months, mean)
        mean = self._mean(NETWORK, [(desk.counts[VOLUMES, TAKEN], desk.months) for desk in desks])
        yield self._line(NETWORK, "", sum(desk.months for desk in desks), mean)

    def _line(self, desk: str, name: str, months: int, mean: Decimal | None) -> DeskLine:
        volumes = {i.code: self.figures[CellKey(VOLUMES, i.code, desk)] for i in INDICATORS if i.published}
        return DeskLine(name, months, volumes[TAKEN], tuple(volumes.values()), mean)

    def _mean(self, desk: str, rows: list[tuple[int, int]]) -> Decimal | None:
        if self.figures[CellKey(VOLUMES, TAKEN, desk)] is None:
            return None
        return monthly_mean(*rows[0]) if desk != NETWORK else network_mean(rows)

    def lines(self, block: Block) -> Iterator[Line]:
        """The block's categories and groups, "non rilevato" last of the categories."""
        base = self.figures[CellKey(VOLUMES, block.base, NETWORK)]
        if block.multiple and base is not None:
            missing = self.figures[CellKey(block.code, NOT_RECORDED, NETWORK)]
            base = None if missing is None else base - missing
        for part, is_group in _parts(block):
            network = self.figures[CellKey(block.code, part.code, NETWORK)]
            share = None if part.code == NOT_RECORDED and block.multiple else _share(network, base)
            desks = () if block.network_only else self._row(block.code, part.code)
            yield Line(part.code, part.label, desks, network, share, is_group=is_group)

    def _row(self, block: str, code: str) -> tuple[int | None, ...]:
        return tuple(self.figures[CellKey(block, code, desk.desk)] for desk in self.edition.desks)


def _parts(block: Block) -> Iterator[tuple[Category | IndicatorGroup, bool]]:
    yield from ((category, False) for category in block.categories)
    yield from ((group, True) for group in block.groups)


def blocks_with_answers(release: Release) -> list[Block]:
    """The blocks of which at least one answer of the network is published and not zero."""
    return [
        block
        for block in BLOCKS
        if any(release.figures[CellKey(block.code, code, NETWORK)] for code in block.answers)
    ]


def _share(part: int | None, base: int | None) -> int | None:
    if part is None or base is None or base < SHARE_FROM:
        return None
    return int((Decimal(100 * part) / base).quantize(Decimal(1), rounding=ROUND_HALF_UP))
