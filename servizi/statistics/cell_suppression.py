"""Which figures of a period may be published, so that no small number can be worked out from the others.

The promise, for a threshold t (default 5, never below 3):
- no figure from 1 to t-1 is published, nor a row in which all women gave the same answer, nor (where a woman
  can have several answers) one that all but fewer than t gave;
- behind everything published, each hidden figure keeps an interval of possible values at least t-1 wide;
- for one below t the interval reaches t, so that it cannot even be told to be small, and it reaches down to 1
  (for a sum, to the number of its parts that are not zero, in case someone knows which are not).

Not promised: protection from the desk itself, which knows its own women, nor from someone who repeats this
very computation on every table that could have been. Sources: deontological rules for Sistan (Gazzetta
Ufficiale 19A00181, annex 1, art. 5: frequency of at least three, no linking of results); for complementary
suppression, see `circulation`.

How the tables are linked: the totals that blocks add up to come first. A desk whose total is hidden is hidden
whole in every block of that total, and merged with the others like it; women can then be imagined moved among
those desks. All remaining totals are published, and with them fixed each block stands alone.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from servizi.statistics.counts import DeskFigures
from servizi.statistics.network_flow import CellKey, Table
from servizi.statistics.schema import BLOCKS, INDICATORS, NOT_RECORDED, VOLUMES, Block
from servizi.statistics.tables import (
    NETWORK,
    REST,
    Row,
    SuppressionRule,
    column,
    multiple_answer,
    network_row,
    not_recorded,
    recorded,
    single_answer,
)

DEFAULT_THRESHOLD = 5
MINIMUM_THRESHOLD = 3


@dataclass(frozen=True)
class Constraints:
    """What earlier editions impose: cells that stay hidden, and values that a hidden cell had before."""

    hidden: frozenset[CellKey] = frozenset()
    floors: Mapping[CellKey, int] = field(default_factory=dict)


def check_threshold(threshold: int) -> None:
    """Raises ValueError below the legal floor of three."""
    if threshold < MINIMUM_THRESHOLD:
        raise ValueError(f"The threshold is {threshold}; it may never be below {MINIMUM_THRESHOLD}.")


def true_figures(desks: Sequence[DeskFigures]) -> dict[CellKey, int]:
    """Every figure that a publication could show, unprotected: indicators, categories, groups, totals."""
    result = {}
    for block, code, members in _columns():
        numbers = {d.desk: sum(d.counts[block, member] for member in members) for d in desks}
        if (block, code) not in _network_only():
            result.update({CellKey(block, code, desk): number for desk, number in numbers.items()})
        result[CellKey(block, code, NETWORK)] = sum(numbers.values())
    return result


def hidden_cells(
    desks: Sequence[DeskFigures], threshold: int = DEFAULT_THRESHOLD, constraints: Constraints = Constraints()
) -> frozenset[CellKey]:
    """The figures of `desks` that must not be published, for one period. Deterministic.

    Raises ValueError if the threshold is too low, or a desk is named twice or like a total.
    """
    check_threshold(threshold)
    names = [d.desk for d in desks]
    if len(set(names)) != len(names) or {NETWORK, REST} & set(names):
        raise ValueError("Every desk needs one name of its own.")
    rule = SuppressionRule(threshold, hidden=constraints.hidden, floors=constraints.floors)
    hidden = set(constraints.hidden)
    for indicator in INDICATORS:
        if indicator.published:
            hidden |= _hidden_totals(indicator.code, desks, rule)
    for block in BLOCKS:
        hidden |= _hidden_in_block(block, desks, rule, hidden)
    return frozenset(hidden & true_figures(desks).keys())


def _columns() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Every published (block, code) with the codes that it adds up."""
    yield from ((VOLUMES, i.code, (i.code,)) for i in INDICATORS if i.published)
    for block in BLOCKS:
        yield from ((block.code, code, (code,)) for code in block.codes)
        yield from ((block.code, group.code, group.members) for group in block.groups)


def _network_only() -> set[tuple[str, str]]:
    return {(block.code, code) for block in BLOCKS if block.network_only for code in block.codes}


def _hidden_totals(code: str, desks: Sequence[DeskFigures], rule: SuppressionRule) -> set[CellKey]:
    values = {d.desk: d.counts[VOLUMES, code] for d in desks}
    found = _protect(lambda r: column(VOLUMES, code, values, r), rule)
    return {CellKey(VOLUMES, code, name) for name in (*values, NETWORK)} if found is None else found


def _protect(build: Callable[[SuppressionRule], Table], rule: SuppressionRule) -> set[CellKey] | None:
    """Hide cells, then the whole rows that resist, then all rows; None if not even that protects them."""
    while True:
        table = build(rule)
        stuck = table.protect(rule.width)
        if stuck is None:
            return {cell.key for cell in table.hidden}
        if NETWORK in rule.relaxed:
            return None
        desk = stuck.key.desk
        rule = replace(rule, relaxed={*rule.relaxed, NETWORK if desk in rule.relaxed else desk})


def _hidden_in_block(
    block: Block, desks: Sequence[DeskFigures], rule: SuppressionRule, hidden: set[CellKey]
) -> set[CellKey]:
    def base_hidden(desk: str) -> bool:
        return CellKey(VOLUMES, block.base, desk) in hidden

    # A desk whose published total is zero has nothing to protect, and its zeros are no one's.
    rows = [row for row in _rows(block, desks) if row.total or base_hidden(row.desk)]
    everything = _all_cells(block, rows)
    if base_hidden(NETWORK):
        return everything
    apart = {row.desk for row in rows if base_hidden(row.desk)}
    if block.multiple:
        if 0 < recorded(network_row(block, rows)) < rule.threshold:
            return everything
        apart = _unrecorded_apart(rows, apart, rule.threshold)
    if block.network_only:
        rows, apart = [network_row(block, rows)], set()
    tables = _merge(block, rows, apart)
    found = _protect_block(block, tables, _floors_of_rest(rule, block, apart)) if tables else set()
    if found is None:
        return everything
    if len(tables) == 1:  # the network is that row: what is hidden of one is hidden of the other
        found |= {key._replace(desk=tables[0].desk) for key in found}
    return found | {
        key for key in everything if key.desk in apart and not _known_zero(block, key, tables, found)
    }


def _rows(block: Block, desks: Sequence[DeskFigures]) -> list[Row]:
    return [
        Row(d.desk, d.counts[VOLUMES, block.base], {code: d.counts[block.code, code] for code in block.codes})
        for d in desks
    ]


def _all_cells(block: Block, rows: Sequence[Row]) -> set[CellKey]:
    codes = (*block.codes, *(group.code for group in block.groups))
    return {
        CellKey(block.code, code, desk) for code in codes for desk in (*(row.desk for row in rows), NETWORK)
    }


def _known_zero(block: Block, key: CellKey, tables: Sequence[Row], found: set[CellKey]) -> bool:
    """Whether desks that are merged have a zero between them that the published figures give anyway."""
    members = next((group.members for group in block.groups if group.code == key.code), (key.code,))
    rest = tables[-1]
    return key._replace(desk=REST) not in found and not any(rest.counts[code] for code in members)


def _unrecorded_apart(rows: Sequence[Row], apart: set[str], threshold: int) -> set[str]:
    """Add desks with answers from fewer women than the threshold, and others until they are enough."""
    apart = apart | {row.desk for row in rows if 0 < recorded(row) < threshold}
    for row in sorted(rows, key=recorded):
        merged = [r for r in rows if r.desk in apart]
        if not merged or (len(merged) > 1 and sum(map(recorded, merged)) >= threshold):
            break
        apart.add(row.desk)
    return apart


def _merge(block: Block, rows: Sequence[Row], apart: set[str]) -> list[Row]:
    merged = [row for row in rows if row.desk in apart]
    kept = [row for row in rows if row.desk not in apart]
    return [*kept, replace(network_row(block, merged), desk=REST)] if merged else kept


def _floors_of_rest(rule: SuppressionRule, block: Block, apart: set[str]) -> SuppressionRule:
    """Earlier values of merged desks, added up like the desks themselves."""
    floors = dict(rule.floors)
    for key, floor in rule.floors.items():
        if key.block == block.code and key.desk in apart:
            rest = key._replace(desk=REST)
            floors[rest] = floors.get(rest, 0) + floor
    return replace(rule, floors=floors)


def _protect_block(block: Block, rows: Sequence[Row], rule: SuppressionRule) -> set[CellKey] | None:
    if not block.multiple:
        return _protect(lambda r: single_answer(block, rows, r), rule)
    hidden: set[CellKey] = set()
    for code in block.answers:
        found = _protect(lambda r, code=code: multiple_answer(block, code, rows, r), rule)  # type: ignore[misc]
        if found is None:
            return None
        hidden |= found
    missing = _protect(lambda r: not_recorded(block, rows, r), rule)
    if missing is None:
        missing = {CellKey(block.code, NOT_RECORDED, row.desk) for row in rows} | {
            CellKey(block.code, NOT_RECORDED, NETWORK)
        }
    return hidden | missing
