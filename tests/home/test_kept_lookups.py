"""Look-ups that parts of a page share: asked once for a state of the database, and never kept beyond it."""

from collections.abc import Callable, Iterator
from threading import Thread

import pytest

from home import kept_lookups
from home.kept_lookups import LONGEST, MOST, are_kept, for_one_answer, kept, looked_up, seen


class Asked:
    """Stands for a query: counts how often it was asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> int:
        self.times += 1
        return self.times


@pytest.fixture
def ask() -> Asked:
    return Asked()


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """Begin and end with nothing kept."""
    kept_lookups._Newest.known = kept_lookups._Known(None)
    yield
    kept_lookups._Newest.known = kept_lookups._Known(None)


def test_outside_of_an_answer_everything_is_asked_for(ask: Asked) -> None:
    assert [looked_up("desks", ask) for _again in range(3)] == [1, 2, 3]
    assert kept("desks") is None
    assert not are_kept()


def test_in_one_state_it_is_asked_once_by_all_answers(ask: Asked) -> None:
    for _answer in range(3):
        with seen("state 1"):
            assert are_kept()
            assert looked_up("desks", ask) == 1
            assert kept("desks") == 1


def test_another_state_forgets_all_of_the_former_one(ask: Asked) -> None:
    with seen("state 1"):
        looked_up("desks", ask)
        looked_up("menu", ask)
    with seen("state 2"):
        assert kept("menu") is None
        assert looked_up("desks", ask) == 3
    with seen("state 1"):
        assert looked_up("desks", ask) == 4, "it is not gone back to either"


def test_an_answer_of_its_own_keeps_what_it_asked_and_leaves_nothing(ask: Asked) -> None:
    with for_one_answer():
        assert looked_up("desks", ask) == looked_up("desks", ask) == 1
        assert not are_kept(), "nothing is kept for others"
    with for_one_answer():
        assert looked_up("desks", ask) == 2


def test_who_knows_no_state_within_an_answer_still_keeps_its_own(ask: Asked) -> None:
    with for_one_answer(), seen(None):
        assert looked_up("desks", ask) == looked_up("desks", ask) == 1
        with seen("state 1"):
            assert looked_up("desks", ask) == 2
        assert looked_up("desks", ask) == 1


def test_a_state_ends_with_its_block_even_when_the_answer_fails(ask: Asked) -> None:
    def fails() -> int:
        raise RuntimeError

    with pytest.raises(RuntimeError), seen("state 1"):
        looked_up("desks", fails)

    assert not are_kept()
    with seen("state 1"):
        assert looked_up("desks", ask) == 1, "a failure is no answer"


def test_nothing_is_not_kept_for_strangers_would_fill_the_memory_with_it() -> None:
    asked: list[int] = []

    def nobody() -> None:
        asked.append(1)

    with seen("state 1"):
        looked_up(("site", "invented.example", 4711), nobody)
        looked_up(("site", "invented.example", 4711), nobody)

    assert len(asked) == 2


@pytest.mark.parametrize("found", [[], 0, "", False])
def test_what_is_empty_is_an_answer_all_the_same(found: object) -> None:
    asked: list[int] = []

    def empty() -> object:
        asked.append(1)
        return found

    with seen("state 1"):
        assert looked_up("desks", empty) == looked_up("desks", empty) == found

    assert len(asked) == 1


def test_it_forgets_before_it_grows_too_large(ask: Asked) -> None:
    with seen("state 1"):
        for port in range(MOST):
            looked_up(port, ask)
        assert kept(0) is None
        assert looked_up("one more", ask) == MOST + 1
        assert len(kept_lookups._Newest.known.answers) == 1


def test_a_change_that_was_missed_is_seen_after_minutes(ask: Asked) -> None:
    with seen("state 1"):
        looked_up("desks", ask)
        kept_lookups._Newest.known.until -= LONGEST - 60
        assert looked_up("desks", ask) == 1
        kept_lookups._Newest.known.until -= 61
        assert looked_up("desks", ask) == 2


def test_threads_that_see_other_states_do_not_mix_them() -> None:
    wrong: list[str] = []

    def answer(state: str) -> Callable[[], None]:
        def run() -> None:
            for _again in range(500):
                with seen(state):
                    found = looked_up("state", lambda: state)
                    if found != state:
                        wrong.append(found)

        return run

    threads = [Thread(target=answer(f"state {number % 3}")) for number in range(6)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert wrong == []
