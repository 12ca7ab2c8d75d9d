"""Several deliveries at once, so that one slow mail server or mailbox delays nobody else."""

import logging
import threading
from collections.abc import Iterator
from datetime import datetime
from email.utils import parseaddr

from django.db import Error, connections

from contatti.sealed.conf import sealed_settings
from contatti.sealed.models import OutboxItem
from contatti.sealed.models.outbox import LEASE, OPEN
from contatti.sealed.tasks.claims import Turns
from contatti.sealed.tasks.deliver import MailSender

logger = logging.getLogger(__name__)

STOP_SECONDS = 20
"""How long a stopping worker waits for answers. What is under way then counts as perhaps sent."""


class Pool:
    """Threads with a mail and a database connection each; they end when nothing is due for them."""

    def __init__(self, stopped: threading.Event) -> None:
        self._stopped = stopped
        self._turns = Turns()
        self._claiming = threading.Lock()
        self._lock = threading.Lock()
        self._held: dict[threading.Thread, OutboxItem] = {}
        self._threads: set[threading.Thread] = set()

    def fill(self) -> None:
        """Begin whatever is due, as far as there are places. Raises django.db.Error."""
        while len(self._threads) < sealed_settings.DELIVERIES_AT_ONCE and not self._stopped.is_set():
            carrier = MailSender(self._turns, self._crowded)
            thread = threading.Thread(target=self._work, args=(carrier,), daemon=True)
            if self._take(carrier, thread) is None:
                return
            with self._lock:
                self._threads.add(thread)
            thread.start()

    def renew(self, now: datetime) -> None:
        """Keep the leases of what is under way: an attempt may last long, a dead worker's must not."""
        with self._lock:
            tokens = [item.lease_token for item in self._held.values()]
        if tokens:
            held = OutboxItem.objects.filter(state__in=OPEN, lease_token__in=tokens)
            held.update(lease_until=now + LEASE)

    def wait(self) -> None:
        """Give what is under way a while to end."""
        for thread in list(self._threads):
            thread.join(STOP_SECONDS / max(len(self._threads), 1))

    def _take(self, carrier: MailSender, thread: threading.Thread) -> OutboxItem | None:
        """Claim and hold under one lock: threads that claim at once must not crowd the same domain."""
        with self._claiming:
            item = carrier.take()
            if item is not None:
                with self._lock:
                    self._held[thread] = item
        return item

    def _crowded(self) -> list[str]:
        """Return domains that fill half of the places: the rest is for everybody else."""
        with self._lock:
            domains = list(self._domains())
        most = max(sealed_settings.DELIVERIES_AT_ONCE // 2, 1)
        return [domain for domain in set(domains) if domains.count(domain) >= most]

    def _domains(self) -> Iterator[str]:
        for item in self._held.values():
            yield parseaddr(item.mailbox.address)[1].rpartition("@")[2].lower()

    def _work(self, carrier: MailSender) -> None:
        """Deliver one after the other as long as something is due."""
        me = threading.current_thread()
        with self._lock:
            item: OutboxItem | None = self._held[me]
        try:
            while item is not None:
                carrier.deliver(item)
                with self._lock:
                    self._held.pop(me, None)
                item = None if self._stopped.is_set() else self._take(carrier, me)
        except Error as error:
            logger.warning("The database refused: %s", type(error).__name__)
        except Exception:
            logger.exception("A delivery ended in a way that nobody foresaw.")
        finally:
            carrier.close()
            connections.close_all()
            with self._lock:
                self._held.pop(me, None)
                self._threads.discard(me)
