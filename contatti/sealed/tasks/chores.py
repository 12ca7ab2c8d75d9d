"""What a worker does beside delivering, each in its own time: none waits for another, deliveries for none."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic

from django.db import Error, connections
from django.utils import timezone

from contatti.sealed.approval import ripen
from contatti.sealed.conf import sealed_settings
from contatti.sealed.key_change_mails import tell_waiting
from contatti.sealed.models import OutboxItem, OutboxState
from contatti.sealed.proof.sending import send_due, tidy
from contatti.sealed.renewal_mails import tell_owners
from contatti.sealed.tasks.bounces import BounceReader
from contatti.sealed.tasks.monitoring import look
from contatti.sealed.tasks.release_held import Releases
from contatti.sealed.tasks.retention import empty_journal, purge

logger = logging.getLogger(__name__)


@dataclass
class Chore:
    """Something to do every so many seconds, by a clock that nobody can set back."""

    every: float
    do: Callable[[datetime], object]
    complaint: str
    next_at: float = field(default_factory=monotonic)
    thread: threading.Thread | None = None

    def is_due(self) -> bool:
        return monotonic() >= self.next_at and not (self.thread and self.thread.is_alive())

    def start(self) -> None:
        """Do it in a thread of its own."""
        self.next_at = monotonic() + self.every
        self.thread = threading.Thread(target=self._do_apart, daemon=True)
        self.thread.start()

    def do_now(self) -> None:
        """Do it here. Raises django.db.Error; whatever else goes wrong must not stop deliveries."""
        self.next_at = monotonic() + self.every
        try:
            self.do(timezone.now())
        except Error:
            raise
        except Exception:
            logger.exception(self.complaint)

    def _do_apart(self) -> None:
        try:
            self.do_now()
        except Error as error:
            logger.warning("The database refused: %s", type(error).__name__)
        finally:
            connections.close_all()


def chores() -> list[Chore]:
    """Return all of them, the project's own (SEALED_CHORES) last, due at once."""
    return [
        Chore(5, Releases().turn, "Letting go what is held failed."),
        Chore(30, _look, "A look at what needs people failed."),
        Chore(30, _test, "Sending test messages failed."),
        Chore(60, BounceReader().visit, "Reading the bounce mailbox failed."),
        Chore(3600, _tidy, "Erasing what is old failed."),
        *(Chore(every, do, f"A chore failed: {do.__name__}.") for every, do in sealed_settings.chores()),
    ]


def _look(now: datetime) -> None:
    OutboxItem.objects.given_up(now).settle(OutboxState.UNCERTAIN)
    tell_waiting()
    ripen(now)
    look(now)


def _test(now: datetime) -> None:
    send_due(now)
    tidy(now)
    tell_owners(now)


def _tidy(now: datetime) -> None:
    purge(now)
    empty_journal()
