"""One line for each figure: what was measured, the aim, and whether it is met."""

import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """`aim` is the most that the value may be; with `at_least` the least. None: it is only told."""

    name: str
    value: float
    unit: str = ""
    aim: float | None = None
    at_least: bool = False

    @property
    def is_met(self) -> bool | None:
        if self.aim is None:
            return None
        return self.value >= self.aim if self.at_least else self.value <= self.aim

    def __str__(self) -> str:
        said = {True: "met", False: "NOT MET", None: ""}[self.is_met]
        bound = "" if self.aim is None else f"{'at least' if self.at_least else 'at most'} {self.aim:g}"
        return f"{self.name:<44}{self.value:>10.2f} {self.unit:<6}{bound:<16}{said}".rstrip()


def tell(rows: list[Row]) -> None:
    """Print rows."""
    for row in rows:
        sys.stdout.write(f"{row}\n")
    sys.stdout.flush()
