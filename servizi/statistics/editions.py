"""Publications and what was published before: two tables that overlap publish their difference as well.

Three cases are safe and everything else is refused. A period apart from all others says nothing about them.
The same period again (a correction) may not move a visible figure by less than the threshold, nor hide other
cells than before. A period that contains earlier ones (a year after its first half) shows a figure only where
both the earlier part and the remainder, protected as a table of its own, show theirs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from servizi.statistics.cell_suppression import DEFAULT_THRESHOLD, Constraints, hidden_cells, true_figures
from servizi.statistics.counts import DeskFigures
from servizi.statistics.network_flow import CellKey


@dataclass(frozen=True)
class Edition:
    """A frozen publication: its period (both days included), its true figures, and the cells it hides."""

    first: date
    last: date
    desks: tuple[DeskFigures, ...]
    hidden: frozenset[CellKey]

    def contains(self, other: Self) -> bool:
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: Self) -> bool:
        return self.first <= other.last and other.first <= self.last

    def same_period(self, other: Self) -> bool:
        return (self.first, self.last) == (other.first, other.last)


class EditionRefused(ValueError):  # noqa: N818 - a decision, not a fault
    """An earlier edition would give away a figure of this one; `message` says what to do."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(message)
        self.message = message


def prepare(
    first: date,
    last: date,
    desks: Sequence[DeskFigures],
    earlier: Sequence[Edition],
    threshold: int = DEFAULT_THRESHOLD,
) -> Edition:
    """The edition of a period, safe together with all `earlier` ones (oldest first).

    Raises EditionRefused if no safe one exists, ValueError if the threshold is too low.
    """
    new = Edition(first, last, tuple(desks), frozenset())
    linked = [edition for edition in earlier if edition.overlaps(new)]
    if any(not new.contains(edition) for edition in linked):
        raise EditionRefused(
            _(
                "Il periodo si sovrappone in parte a uno già pubblicato. "
                "Scegli un periodo che lo contenga per intero."
            )
        )
    before = [edition for edition in linked if edition.same_period(new)]
    parts = _largest([edition for edition in linked if not edition.same_period(new)])
    hidden = _hidden_with_parts(new, parts, threshold) if parts else _hidden_alone(new, before, threshold)
    new = Edition(first, last, new.desks, hidden)
    for edition in before:
        _check_correction(edition, new, threshold)
    return new


def _largest(editions: Sequence[Edition]) -> list[Edition]:
    """The last edition of each period that no other of these periods contains."""
    latest = {(edition.first, edition.last): edition for edition in editions}.values()
    return [e for e in latest if not any(other is not e and other.contains(e) for other in latest)]


def _hidden_alone(new: Edition, before: Sequence[Edition], threshold: int) -> frozenset[CellKey]:
    floors: dict[CellKey, int] = {}
    for edition in before:
        for key, value in true_figures(edition.desks).items():
            floors[key] = min(value, floors.get(key, value))
    hidden = frozenset(key for edition in before for key in edition.hidden)
    return hidden_cells(new.desks, threshold, Constraints(hidden, floors))


def _hidden_with_parts(new: Edition, parts: Sequence[Edition], threshold: int) -> frozenset[CellKey]:
    known = {d.desk for d in new.desks}
    if any(d.desk not in known for part in parts for d in part.desks):
        raise EditionRefused(
            _("Manca uno sportello che compare in un periodo già pubblicato. Completa le sue schede.")
        )
    remainder = [_without(desk, parts) for desk in new.desks]
    return hidden_cells(remainder, threshold) | {key for part in parts for key in part.hidden}


def _without(desk: DeskFigures, parts: Sequence[Edition]) -> DeskFigures:
    counts = dict(desk.counts)
    for earlier in (d for part in parts for d in part.desks if d.desk == desk.desk):
        for key, number in earlier.counts.items():
            counts[key] -= number
    if min(counts.values()) < 0:
        raise EditionRefused(
            _("Le schede ora contano meno di quanto è già pubblicato per una parte del periodo. Correggile.")
        )
    return DeskFigures(desk.desk, desk.months, counts)


def _check_correction(old: Edition, new: Edition, threshold: int) -> None:
    before, after = true_figures(old.desks), true_figures(new.desks)
    if old.hidden != new.hidden or before.keys() != after.keys():
        raise EditionRefused(
            _(
                "Con questa correzione cambierebbero le celle nascoste: il confronto le rivelerebbe. "
                "Resta l’edizione già pubblicata."
            )
        )
    if any(0 < abs(after[key] - value) < threshold for key, value in before.items() if key not in new.hidden):
        raise EditionRefused(
            _(
                "Un dato già pubblicato cambierebbe di meno della soglia: la differenza rivelerebbe poche "
                "donne. Resta l’edizione già pubblicata."
            )
        )
