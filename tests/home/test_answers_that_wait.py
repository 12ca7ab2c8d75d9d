"""Which posted requests end in a redirect, and how long what waits behind one is kept."""

import os
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import RequestFactory

from home.once import answers_scripts
from home.once.file_store import MAX_BYTES, SECONDS, BriefFiles
from home.once.middleware import is_navigation


def posted(path: str = "/cerca/", *, method: str = "post", view: Any = None, **headers: str) -> Any:
    request = getattr(RequestFactory(), method)(path, headers=headers)
    if view is not None:
        request.resolver_match = SimpleNamespace(func=view)
    return request


def plain_view(request: Any) -> None:
    return None


@answers_scripts
def scripts_view(request: Any) -> None:
    return None


@pytest.mark.parametrize(
    ("request_", "becomes_a_page"),
    [
        (posted(), True),
        (posted(view=plain_view), True),
        (posted(method="get"), False),
        (posted(method="head"), False),
        (posted("/admin/login/"), False),
        (posted("/anymail/ses/"), False),
        (posted("/administrator/"), True),
        (posted(**{"sec-fetch-mode": "navigate"}), True),
        (posted(**{"sec-fetch-mode": "cors"}), False),
        (posted(**{"sec-fetch-mode": "same-origin"}), False),
        (posted(**{"x-requested-with": "fetch"}), False),
        (posted(view=scripts_view), False),
        (posted(view=scripts_view, **{"sec-fetch-mode": "navigate"}), True),
        (posted(**{"x-requested-with": "fetch", "sec-fetch-mode": "navigate"}), True),
    ],
)
def test_only_what_a_browser_would_show_as_a_page_is_sent_elsewhere(
    request_: Any, becomes_a_page: bool
) -> None:
    assert is_navigation(request_) == becomes_a_page


def test_an_old_browser_s_script_that_said_so_gets_its_answer_directly() -> None:
    request = posted()
    assert is_navigation(request)
    request.answered_directly = True
    assert not is_navigation(request)


@pytest.fixture
def store(tmp_path: Path) -> BriefFiles:
    return BriefFiles(str(tmp_path), {"TIMEOUT": SECONDS, "OPTIONS": {"MAX_ENTRIES": 3}})


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.djcache"))


def age(path: Path, seconds: float) -> None:
    moment = time.time() - seconds
    os.utime(path, (moment, moment))


@pytest.mark.parametrize(("seconds", "stays"), [(SECONDS - 30, True), (SECONDS + 30, False)])
def test_an_answer_waits_for_minutes_and_is_then_deleted_without_being_asked_for(
    store: BriefFiles, tmp_path: Path, seconds: float, stays: bool
) -> None:
    store.set("risposta", b"words")
    (path,) = files(tmp_path)
    age(path, seconds)
    store.sweep()
    assert path.exists() == stays
    assert (store.get("risposta") == b"words") == stays


def test_when_it_is_full_the_oldest_go_first(store: BriefFiles, tmp_path: Path) -> None:
    known: set[Path] = set()
    for number in range(3):
        store.set(str(number), number)
        (new,) = set(files(tmp_path)) - known
        known.add(new)
        age(new, 100 - number)
    store.set("3", 3)
    assert [store.get(str(number)) for number in range(4)] == [None, 1, 2, 3]


def test_what_is_too_large_together_makes_room_too(tmp_path: Path) -> None:
    store = BriefFiles(str(tmp_path), {"TIMEOUT": SECONDS, "OPTIONS": {"MAX_ENTRIES": 100}})
    store.set("alt", b"x")
    (old,) = files(tmp_path)
    with old.open("r+b") as file:
        file.truncate(MAX_BYTES + 1)
    age(old, 50)
    store.set("neu", b"y")
    assert store.get("neu") == b"y"
    assert not old.exists()


def test_a_file_that_somebody_opened_meanwhile_is_no_fault(store: BriefFiles, tmp_path: Path) -> None:
    store.set("a", 1)
    (path,) = files(tmp_path)
    listed = store._list_cache_files
    store._list_cache_files = lambda: [*listed(), str(tmp_path / "gone.djcache")]  # type: ignore[method-assign]
    store.sweep()
    assert path.exists()
