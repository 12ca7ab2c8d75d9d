"""From the counts of a block to tables that `circulation` can protect: what is small, what could be believed.

The onlooker is taken to know the sheet, the rule, every published figure, and even which hidden cells of a
row that is not hidden whole are not zero. Each table is judged with everything outside it at its true value,
so a change found in one is possible in all.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from servizi.statistics.network_flow import UNLIMITED, Cell, CellKey, Table
from servizi.statistics.schema import NOT_RECORDED, Block

NETWORK = "rete"
REST = "altri_sportelli"
_OTHER = "altro"


@dataclass(frozen=True)
class Row:
    """One line of a block: a desk, or several merged under `REST`. `total` is the published base."""

    desk: str
    total: int
    counts: Mapping[str, int]


@dataclass(frozen=True)
class SuppressionRule:
    """How to judge cells.

    `relaxed` rows are hidden whole, so that nothing tells which of their cells are zero (`NETWORK`: all
    rows). `hidden` cells were hidden before and stay so; `floors` are earlier values of published cells.
    """

    threshold: int
    relaxed: Collection[str] = ()
    hidden: Collection[CellKey] = ()
    floors: Mapping[CellKey, int] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """The narrowest interval left to an onlooker for any hidden cell."""
        return self.threshold - 1

    def is_relaxed(self, desk: str) -> bool:
        return desk in self.relaxed or NETWORK in self.relaxed

    def cell(
        self,
        key: CellKey,
        value: int,
        ends: tuple[str, str],
        *,
        parts: int = 1,
        lower: int = 0,
        upper: int = UNLIMITED,
    ) -> Cell:
        """An edge for a count that must stay between `lower` and `upper`, hidden if it is small.

        A sum of several `parts` that are not zero can never be less than their number.
        """
        relaxed = self.is_relaxed(key.desk)
        small = 0 < value < self.threshold
        floor = max(lower, 0 if relaxed or value == 0 else 1)
        return Cell(
            key,
            value,
            *ends,
            down=max(0, min(value, self.floors.get(key, value)) - floor),
            up=max(0, upper - max(value, self.floors.get(key, value))) if upper < UNLIMITED else UNLIMITED,
            need_down=value - max(1, parts) if small else 0,
            need_up=self.threshold - value if small else 0,
            cost=_cost(key, value),
            hidden=relaxed or small or key in self.hidden,
        )


def _cost(key: CellKey, value: int) -> int:
    """Readers lose least by "non rilevato" and "altro", most by the network's totals and by true zeros."""
    cost = {NOT_RECORDED: 1, _OTHER: 2}.get(key.code, 10)
    return cost + (100 if key.desk == NETWORK else 0) + (400 if value == 0 else 0)


def column(block: str, code: str, values: Mapping[str, int], rule: SuppressionRule) -> Table:
    """One indicator: a figure per desk and their sum, which is the network's."""
    cells = [rule.cell(CellKey(block, code, desk), value, ("desks", "sum")) for desk, value in values.items()]
    whole = sum(values.values())
    return Table(
        [*cells, rule.cell(CellKey(block, code, NETWORK), whole, ("sum", "desks"), parts=_filled(values))]
    )


def _filled(values: Mapping[Any, int]) -> int:
    return sum(value > 0 for value in values.values())


def network_row(block: Block, rows: Sequence[Row]) -> Row:
    counts = {code: sum(row.counts[code] for row in rows) for code in block.codes}
    return Row(NETWORK, sum(row.total for row in rows), counts)


def single_answer(block: Block, rows: Sequence[Row], rule: SuppressionRule) -> Table:
    """A block that adds up to known totals: desks, categories, groups and the network, all linked.

    With a single row the network is that row, and only the network's cells are built.
    """
    whole = network_row(block, rows)
    if len(rows) == 1:
        return Table(_line(block, whole, rule, head="sum"))
    cells = [cell for row in rows for cell in _line(block, row, rule)]
    return Table([*cells, *_margin(block, rows, rule)])


def _line(block: Block, row: Row, rule: SuppressionRule, head: str | None = None) -> list[Cell]:
    """The cells of a row: from the row to its groups, from there to the categories (or all to `head`)."""
    group_of = {code: group.code for group in block.groups for code in group.members}
    cells = []
    for code in block.codes:
        tail = f"{row.desk}/{group_of[code]}" if code in group_of else row.desk
        ends = (tail, head or f":{code}")
        cells.append(rule.cell(CellKey(block.code, code, row.desk), row.counts[code], ends))
    _hide_all_or_none(block, cells, rule)
    for group in block.groups:
        key = CellKey(block.code, group.code, row.desk)
        members = {code: row.counts[code] for code in group.members}
        ends = (row.desk, f"{row.desk}/{group.code}")
        cells.append(rule.cell(key, sum(members.values()), ends, parts=_filled(members)))
    return cells


def _margin(block: Block, rows: Sequence[Row], rule: SuppressionRule) -> list[Cell]:
    """The network's cells: from the categories to their groups and to the sum."""
    columns = {code: {row.desk: row.counts[code] for row in rows} for code in block.codes}
    group_of = {code: group.code for group in block.groups for code in group.members}
    cells = []
    for code in block.codes:
        head = f":/{group_of[code]}" if code in group_of else "sum"
        key, values = CellKey(block.code, code, NETWORK), columns[code]
        cells.append(rule.cell(key, sum(values.values()), (f":{code}", head), parts=_filled(values)))
    _hide_all_or_none(block, cells, rule)
    for group in block.groups:
        key = CellKey(block.code, group.code, NETWORK)
        members = {(code, desk): value for code in group.members for desk, value in columns[code].items()}
        cells.append(
            rule.cell(key, sum(members.values()), (f":/{group.code}", "sum"), parts=_filled(members))
        )
    return cells


def _hide_all_or_none(block: Block, cells: Sequence[Cell], rule: SuppressionRule) -> None:
    """Where all gave the same answer, knowing that a woman came tells hers: hide the zeros too."""
    answers = [cell for cell in cells if cell.key.code != NOT_RECORDED]
    filled = [cell for cell in answers if cell.value]
    if len(filled) != 1:
        return
    for cell in answers:
        cell.hidden = True
        if cell.value:
            cell.need_down = max(cell.need_down, min(cell.value - 1, rule.width))
        else:
            cell.need_up = rule.width


def multiple_answer(block: Block, code: str, rows: Sequence[Row], rule: SuppressionRule) -> Table:
    """One category of a block where a woman can have several: a column with bounds from the women recorded.

    The women who did *not* give the answer are as much of a small number as those who did.
    """
    lines = [_bounded(block, code, row, rule) for row in rows] if len(rows) > 1 else []
    parts = _filled({row.desk: row.counts[code] for row in rows})
    return Table([*lines, _bounded(block, code, network_row(block, rows), rule, parts)])


def _ends(row: Row) -> tuple[str, str]:
    return ("sum", "desks") if row.desk == NETWORK else ("desks", "sum")


def _bounded(block: Block, code: str, row: Row, rule: SuppressionRule, parts: int = 1) -> Cell:
    key = CellKey(block.code, code, row.desk)
    value, known = row.counts[code], recorded(row)
    others = sum(row.counts[other] for other in block.answers if other != code)
    without = known - value
    margin = 1 if without and not rule.is_relaxed(row.desk) else 0
    lower, upper = max(0, known - others), known - margin
    cell = rule.cell(key, value, _ends(row), parts=parts, lower=lower, upper=upper)
    if value and without < rule.threshold:
        cell.hidden = True
        cell.need_down = max(cell.need_down, min(rule.threshold - without, value - max(1, parts)))
        cell.need_up = max(cell.need_up, without - 1)
    return cell


def not_recorded(block: Block, rows: Sequence[Row], rule: SuppressionRule) -> Table:
    """The women of a multiple-answer block of whom nothing is recorded.

    No further up than the categories (hidden or large, see `multiple_answer`) can follow: the rule's width.
    """
    cells = []
    for row in [*(rows if len(rows) > 1 else ()), network_row(block, rows)]:
        value = row.counts[NOT_RECORDED]
        answers = sum(row.counts[code] for code in block.answers)
        key = CellKey(block.code, NOT_RECORDED, row.desk)
        lower = max(0, row.total - answers)
        parts = _filled({r.desk: r.counts[NOT_RECORDED] for r in rows}) if row.desk == NETWORK else 1
        cells.append(rule.cell(key, value, _ends(row), parts=parts, lower=lower, upper=value + rule.width))
    return Table(cells)


def recorded(row: Row) -> int:
    """Women of the row of whom the block's answer is known."""
    return row.total - row.counts[NOT_RECORDED]
