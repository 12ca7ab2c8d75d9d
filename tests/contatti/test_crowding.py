"""How many places of one worker a slow domain can take."""

import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from types import SimpleNamespace
from typing import Any

import pytest
from pytest_django import Settings

from contatti.sealed.tasks import pool
from contatti.sealed.tasks.pool import Pool


class Site:
    """Two requests for a quick domain, then as many as anybody takes for a slow one."""

    def __init__(self) -> None:
        self.quick = 2
        self.slow = 0
        self.ended = threading.Event()
        self.both_at_once = threading.Barrier(2)
        self.taken = threading.Semaphore(0)

    def item(self, domain: str) -> Any:
        return SimpleNamespace(mailbox=SimpleNamespace(address=f"desk@{domain}"), lease_token=None)


class HastyCarrier:
    """Claims after a look at who is crowded, at the same moment as its neighbour if it can."""

    site: Site

    def __init__(self, turns: object, crowded: Callable[[], Iterable[str]]) -> None:
        self._crowded = crowded

    def take(self) -> Any:
        if self.site.quick:
            self.site.quick -= 1
            return self.site.item("quick.example")
        crowded = list(self._crowded())
        with suppress(threading.BrokenBarrierError):
            self.site.both_at_once.wait(1)
        free = "slow.example" not in crowded
        self.site.slow += free
        self.site.taken.release()
        return self.site.item("slow.example") if free else None

    def deliver(self, item: Any) -> None:
        if item.mailbox.address.endswith("slow.example"):
            self.site.ended.wait(20)

    def close(self) -> None:
        pass


def test_threads_that_claim_at_once_leave_half_of_the_places_to_others(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SEALED_DELIVERIES_AT_ONCE = 2
    site = HastyCarrier.site = Site()
    monkeypatch.setattr(pool, "MailSender", HastyCarrier)
    stopped = threading.Event()
    places = Pool(stopped)
    places.fill()
    try:
        assert all(site.taken.acquire(timeout=20) for _ in range(2))
        assert site.slow == 1
    finally:
        stopped.set()
        site.ended.set()
        places.wait()
