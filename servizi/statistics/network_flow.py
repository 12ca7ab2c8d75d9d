"""Protecting the hidden cells of one table, seen as circulations in a small network.

Every cell is an edge, every published sum a node where what comes in equals what goes out. A change that
moves along a closed path of hidden edges leaves all published figures as they are, so an onlooker cannot
exclude it: the width of such paths is the exact integer interval in which a hidden cell can lie. Source:
D. Gusfield, "A graph theoretic approach to statistical data security", SIAM J. Comput. 17 (1988); the
repeated cheapest path is the network heuristic of Hundepool et al., "Statistical Disclosure Control" (Wiley,
2012), ch. 4. Whole numbers throughout; the outcome depends on nothing but the input and its order.
"""

import heapq
from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

UNLIMITED = 10**9


class CellKey(NamedTuple):
    """The place of a figure: block, code of the category or group, and desk (or the whole network)."""

    block: str
    code: str
    desk: str


@dataclass
class Cell:
    """An edge with its true figure, and how far `down` and `up` it could honestly be.

    `need_down` and `need_up`: how far an onlooker must be unable to exclude that it moved. `cost`: how much
    is lost to readers by hiding it.
    """

    key: CellKey
    value: int
    tail: Hashable
    head: Hashable
    down: int
    up: int = UNLIMITED
    need_down: int = 0
    need_up: int = 0
    cost: int = 10
    hidden: bool = False


class Table:
    """The cells of one table; sums that are known for certain are left out, since they cannot move."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        self.cells = list(cells)
        self._steps: dict[Hashable, list[tuple[int, int, Hashable]]] = defaultdict(list)
        for index, cell in enumerate(self.cells):
            self._steps[cell.tail].append((index, 1, cell.head))
            self._steps[cell.head].append((index, -1, cell.tail))

    @property
    def hidden(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.hidden]

    def protect(self, width: int) -> Cell | None:
        """Hide further cells until each hidden one has its needs and an interval at least `width` wide.

        Returns None when done, or the first cell that cannot be protected whatever is hidden.
        """
        queue = self.hidden
        seen = {cell.key for cell in queue}
        for cell in queue:
            if not self._secure(cell, width):
                return cell
            added = [other for other in self.hidden if other.key not in seen]
            seen.update(other.key for other in added)
            queue.extend(added)
        return None

    def interval(self, cell: Cell, limit: int) -> tuple[int, int]:
        """How far down and up (each at most `limit`) a hidden cell can move behind the published figures."""
        return self._move(cell, -1, limit), self._move(cell, 1, limit)

    def _secure(self, cell: Cell, width: int) -> bool:
        for sign, need in ((1, cell.need_up), (-1, cell.need_down)):
            if self._move(cell, sign, need, may_hide=True) < need:
                return False
        if sum(self.interval(cell, width)) >= width:
            return True
        up = self._move(cell, 1, width, may_hide=True)
        return up >= width or up + self._move(cell, -1, width - up, may_hide=True) >= width

    def _move(self, cell: Cell, sign: int, amount: int, *, may_hide: bool = False) -> int:
        start, goal = (cell.head, cell.tail) if sign > 0 else (cell.tail, cell.head)
        amount = min(amount, cell.up if sign > 0 else cell.down)
        moved = 0
        flow: dict[int, int] = defaultdict(int)
        while moved < amount:
            path = self._cheapest(start, goal, cell, flow, may_hide)
            if not path:
                break
            step = min(amount - moved, *(self._room(index, way, flow) for index, way in path))
            for index, way in path:
                flow[index] += way * step
                self.cells[index].hidden = True
            moved += step
        return moved

    def _room(self, index: int, way: int, flow: dict[int, int]) -> int:
        cell = self.cells[index]
        return cell.up - flow[index] if way > 0 else cell.down + flow[index]

    def _cheapest(
        self, start: Hashable, goal: Hashable, skip: Cell, flow: dict[int, int], may_hide: bool
    ) -> list[tuple[int, int]]:
        """The path from `start` to `goal` that hides the least, as (cell, direction) pairs; empty if none."""
        order = 0
        heap: list[tuple[int, int, Hashable, tuple[int, int, Hashable] | None]] = [(0, 0, start, None)]
        came: dict[Hashable, tuple[int, int, Hashable] | None] = {}
        while heap:
            cost, _, node, step = heapq.heappop(heap)
            if node in came:
                continue
            came[node] = step
            if node == goal:
                return self._walk_back(came, goal)
            for index, way, other in self._steps[node]:
                cell = self.cells[index]
                if (
                    cell is skip
                    or other in came
                    or not (cell.hidden or may_hide)
                    or self._room(index, way, flow) < 1
                ):
                    continue
                order += 1
                price = cost if cell.hidden else cost + cell.cost
                heapq.heappush(heap, (price, order, other, (index, way, node)))
        return []

    @staticmethod
    def _walk_back(
        came: dict[Hashable, tuple[int, int, Hashable] | None], goal: Hashable
    ) -> list[tuple[int, int]]:
        path = []
        step = came[goal]
        while step is not None:
            index, way, previous = step
            path.append((index, way))
            step = came[previous]
        return path
