"""Notes whether an answer was made with a look at the clock: then it is kept for that minute only.

Django's own `timezone.now` is wrapped, through which `localdate` and `localtime` go as well: a page that says
what is open, or which campaign runs today, cannot forget to say so.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from functools import wraps

from django.utils import timezone

MINUTE = 60

_plain = timezone.now


class Watch:
    """What is noted while an answer is made."""

    asked = False


_watch: ContextVar[Watch | None] = ContextVar("watch", default=None)


# Under the name of the one that it wraps: migrations write down what a field's default is called.
@wraps(_plain)
def _now() -> datetime:
    if (watch := _watch.get()) is not None:
        watch.asked = True
    return _plain()


def install() -> None:
    """Let every look at the clock be noted; before any model is loaded, whose defaults keep the function."""
    vars(timezone)["now"] = _now


@contextmanager
def watched() -> Iterator[Watch]:
    """Note whether the clock is looked at."""
    watch = Watch()
    token = _watch.set(watch)
    try:
        yield watch
    finally:
        _watch.reset(token)


def minute() -> int:
    """Return the number of the minute; openings and closings are never within one."""
    return int(time.time() // MINUTE)
