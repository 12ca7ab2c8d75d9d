"""Counts in memory, and writes down each minute: a visit costs an addition, not a query."""

import atexit
import datetime as dt
import logging
import threading
import time
from collections import Counter

from django.conf import settings
from django.db import Error, connections

from home.models import PageClass
from visits.models import VisitCount

logger = logging.getLogger(__name__)

Counted = tuple[int, dt.date, str]


class VisitCounter:
    """The counts of one process that are not written down yet. Safe for threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: Counter[Counted] = Counter()
        self._next_at = time.monotonic() + settings.VISITS_EVERY
        atexit.register(self.write)

    def count(self, page: int, page_class: str, day: dt.date) -> None:
        """Count one visit; of a private page nothing. Never raises: a page is not lost for a number."""
        if page_class == PageClass.PRIVATE:
            return
        with self._lock:
            self._counts[page, day_kept(page_class, day), page_class] += 1
            is_due = time.monotonic() >= self._next_at
            if is_due:
                self._next_at = time.monotonic() + settings.VISITS_EVERY
        if is_due:
            threading.Thread(target=self._write_apart, daemon=True).start()

    def write(self) -> None:
        """Write down what was counted; what the database refuses is kept for the next time."""
        with self._lock:
            counts, self._counts = self._counts, Counter()
        if not counts:
            return
        try:
            VisitCount.objects.add_all(counts)
        except Error as error:
            logger.warning("Visits could not be written down: %s", type(error).__name__)
            with self._lock:
                self._counts.update(counts)

    def _write_apart(self) -> None:
        try:
            self.write()
        finally:
            connections.close_all()


def day_kept(page_class: str, day: dt.date) -> dt.date:
    """Return the day that is written down: of a help page only the month, told by its first day."""
    return day if page_class == PageClass.PUBLIC else day.replace(day=1)


counter = VisitCounter()
