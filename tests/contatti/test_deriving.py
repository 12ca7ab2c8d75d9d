"""Deriving keys on the server: one at a time, four wait, and whoever comes then is told to come back."""

from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from threading import Event, Lock

import pytest

from contatti.reading import deriving
from contatti.reading.deriving import WAITING, DerivationBusy, derive
from contatti.sealed.conf import sealed_settings
from contatti.sealed.conversation import ConversationKeys, keys_of, make_code

LONG = 20.0


class Gate:
    """Lets nobody finish before it opens, and notes how many were inside at once."""

    def __init__(self) -> None:
        self.opened, self.entered = Event(), Event()
        self.lock = Lock()
        self.inside = self.most = 0

    def keys_of(self, code: str, site_id: str) -> ConversationKeys:
        with self.lock:
            self.inside += 1
            self.most = max(self.most, self.inside)
        self.entered.set()
        try:
            assert self.opened.wait(LONG)
            return keys_of(code, site_id)
        finally:
            with self.lock:
                self.inside -= 1


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    made = Gate()
    monkeypatch.setattr(deriving, "keys_of", made.keys_of)
    return made


def crowd(gate: Gate) -> list[Future[ConversationKeys]]:
    """Let one more come than have room, and return them when all have ended."""
    gate.opened.clear()
    with ThreadPoolExecutor(WAITING + 2) as pool:
        found = [pool.submit(derive, make_code()) for _ in range(WAITING + 2)]
        first, others = wait(found, LONG, FIRST_COMPLETED)
        gate.opened.set()
        assert (len(first), len(others)) == (1, WAITING + 1)
    return found


def refused(found: list[Future[ConversationKeys]]) -> list[bool]:
    return sorted(isinstance(each.exception(), DerivationBusy) for each in found)


ONE_OF_ALL = [False] * (WAITING + 1) + [True]


def test_one_is_derived_at_a_time_four_wait_and_the_next_is_told_at_once(gate: Gate) -> None:
    assert WAITING == 4
    assert refused(crowd(gate)) == ONE_OF_ALL
    assert gate.most == 1
    code = make_code()
    assert derive(code).place == keys_of(code, sealed_settings.SITE_ID).place


def test_who_waits_too_long_is_told_too_and_takes_nobodys_turn(
    gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deriving, "PATIENCE", 0.05)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(derive, make_code())
        assert gate.entered.wait(LONG)
        with pytest.raises(DerivationBusy):
            derive(make_code())
        gate.opened.set()
        assert first.result(LONG)
    monkeypatch.setattr(deriving, "PATIENCE", LONG)
    assert refused(crowd(gate)) == ONE_OF_ALL


def test_a_fault_gives_its_place_back(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: str) -> ConversationKeys:
        raise MemoryError

    with monkeypatch.context() as broken:
        broken.setattr(deriving, "keys_of", fail)
        for _ in range(WAITING + 3):
            with pytest.raises(MemoryError):
                derive(make_code())

    assert refused(crowd(gate)) == ONE_OF_ALL
