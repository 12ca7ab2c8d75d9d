"""Stretches of real time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """From `start` up to, but not including, `end`: two instants in UTC."""

    start: datetime
    end: datetime

    @property
    def duration(self) -> timedelta:
        """Time that really goes by, also across a clock change."""
        return self.end - self.start

    def contains(self, moment: datetime) -> bool:
        return self.start <= moment < self.end


def joined(intervals: Iterable[Interval]) -> Iterator[Interval]:
    """Intervals sorted by start, made one where they touch or overlap; those without duration left out.

    Reads no further than it must: the source may be long.
    """
    current: Interval | None = None
    for interval in intervals:
        if interval.end <= interval.start:
            continue
        if current is None:
            current = interval
        elif interval.start <= current.end:
            current = Interval(current.start, max(current.end, interval.end))
        else:
            yield current
            current = interval
    if current is not None:
        yield current
