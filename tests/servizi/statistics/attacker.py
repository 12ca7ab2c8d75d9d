"""Somebody with the open data and a solver: what can each hidden figure be?

Knows the sheet (sums, groups, bounds of multiple answers), every published figure of every edition that says
something about the others, and where a hidden figure is not zero. Written apart from the code that protects.
"""

from collections.abc import Iterable, Mapping

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import connected_components

from servizi.statistics.counts import DeskFigures
from servizi.statistics.network_flow import CellKey
from servizi.statistics.schema import BLOCKS, INDICATORS, NOT_RECORDED, VOLUMES
from servizi.statistics.tables import NETWORK

Published = Mapping[CellKey, int | None]
INFINITE = 1e4


class Attacker:
    def __init__(self) -> None:
        self.index: dict[tuple[str, CellKey], int] = {}
        self.lower: list[float] = []
        self.upper: list[float] = []
        self.rows: list[tuple[dict[int, float], float, float]] = []
        self.systems: dict[int, tuple[list[int], LinearConstraint]] = {}

    def variable(self, edition: str, key: CellKey) -> int:
        if (edition, key) not in self.index:
            self.index[edition, key] = len(self.index)
            self.lower.append(0)
            self.upper.append(INFINITE)
        return self.index[edition, key]

    def constrain(self, edition: str, low: float, high: float, *terms: tuple[CellKey, float]) -> None:
        row: dict[int, float] = {}
        for key, factor in terms:
            column = self.variable(edition, key)
            row[column] = row.get(column, 0) + factor
        self.rows.append((row, low, high))

    def learn_sheet(self, edition: str, desks: Iterable[str]) -> None:
        """The rules of the sheet, for an edition that may or may not be published."""
        desks = list(desks)
        for indicator in INDICATORS:
            if indicator.published:
                self._sum_of_desks(edition, VOLUMES, indicator.code, desks)
        for block in BLOCKS:
            for desk in desks:
                base = CellKey(VOLUMES, block.base, desk)
                cells = {code: CellKey(block.code, code, desk) for code in block.codes}
                if block.multiple:
                    missing = cells.pop(NOT_RECORDED)
                    for key in cells.values():
                        self.constrain(edition, -INFINITE, 0, (key, 1), (missing, 1), (base, -1))
                    self.constrain(
                        edition, 0, INFINITE, *((k, 1) for k in cells.values()), (missing, 1), (base, -1)
                    )
                else:
                    self.constrain(edition, 0, 0, *((key, 1) for key in cells.values()), (base, -1))
                for group in block.groups:
                    whole = CellKey(block.code, group.code, desk)
                    self.constrain(edition, 0, 0, *((cells[code], 1) for code in group.members), (whole, -1))
            for code in (*block.codes, *(group.code for group in block.groups)):
                self._sum_of_desks(edition, block.code, code, desks)

    def _sum_of_desks(self, edition: str, block: str, code: str, desks: Iterable[str]) -> None:
        whole = CellKey(block, code, NETWORK)
        self.constrain(edition, 0, 0, *((CellKey(block, code, desk), 1) for desk in desks), (whole, -1))

    def learn_published(self, edition: str, published: Published) -> None:
        for key, value in published.items():
            if value is not None:
                column = self.variable(edition, key)
                self.lower[column] = self.upper[column] = value

    def learn_not_zero(self, edition: str, keys: Iterable[CellKey]) -> None:
        for key in keys:
            self.lower[self.variable(edition, key)] = 1

    def learn_sum(self, whole: str, parts: Iterable[str], keys: Iterable[CellKey]) -> None:
        """The edition `whole` is the sum of `parts`, figure by figure."""
        for key in keys:
            row = {self.variable(part, key): 1.0 for part in parts}
            row[self.variable(whole, key)] = -1.0
            self.rows.append((row, 0, 0))

    def interval(self, edition: str, key: CellKey) -> tuple[int, int]:
        """The smallest and the largest whole number that the figure can be."""
        column = self.variable(edition, key)
        if self.lower[column] == self.upper[column]:
            return round(self.lower[column]), round(self.upper[column])
        if not self.systems:
            self._split()
        columns, limits = self.systems[column]
        bounds = Bounds([self.lower[c] for c in columns], [self.upper[c] for c in columns])
        ends = []
        for sign in (1.0, -1.0):
            goal = np.array([sign if c == column else 0.0 for c in columns])
            found = milp(goal, integrality=np.ones(len(columns)), bounds=bounds, constraints=limits)
            assert found.status == 0, found.message
            ends.append(found.fun)
        return round(ends[0]), round(-ends[1])

    def _split(self) -> None:
        """Cut the system into parts that share no unknown, which gives the same answers sooner."""
        unknown = [low != high for low, high in zip(self.lower, self.upper, strict=True)]
        pairs = [
            (first, c)
            for row, _, _ in self.rows
            for first, *rest in [[c for c in row if unknown[c]] or [0]]
            for c in rest
        ]
        graph = coo_array(
            (np.ones(len(pairs)), np.array(pairs).reshape(-1, 2).T), shape=(len(self.index),) * 2
        )
        part_of = connected_components(graph, directed=False)[1].tolist()
        members: dict[int, list[int]] = {}
        for column, part in enumerate(part_of):
            members.setdefault(part, []).append(column)
        rows: dict[int, list[tuple[dict[int, float], float, float]]] = {}
        for row, low, high in self.rows:
            known = sum(f * self.lower[c] for c, f in row.items() if not unknown[c])
            left = {c: f for c, f in row.items() if unknown[c]}
            if left:
                rows.setdefault(part_of[next(iter(left))], []).append((left, low - known, high - known))
        for part, columns in members.items():
            place = {c: i for i, c in enumerate(columns)}
            matrix = np.zeros((len(rows.get(part, [])), len(columns)))
            for i, (row, _, _) in enumerate(rows.get(part, [])):
                for c, factor in row.items():
                    matrix[i, place[c]] = factor
            found = rows.get(part, [])
            limits = LinearConstraint(csr_array(matrix), [r[1] for r in found], [r[2] for r in found])
            self.systems.update(dict.fromkeys(columns, (columns, limits)))


def informed(
    edition: str, desks: Iterable[DeskFigures], published: Published, true: Mapping[CellKey, int]
) -> Attacker:
    """An attacker of one edition who is also told what is not zero, in rows of single answers that show a figure."""
    attacker = Attacker()
    attacker.learn_sheet(edition, [d.desk for d in desks])
    attacker.learn_published(edition, published)
    single = {block.code for block in BLOCKS if not block.multiple}
    shown = {(key.block, key.desk) for key, value in published.items() if value}
    told = [
        k
        for k, v in published.items()
        if v is None and true[k] and k.block in single and (k.block, k.desk) in shown
    ]
    attacker.learn_not_zero(edition, told)
    return attacker
