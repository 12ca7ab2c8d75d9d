"""What waits for one visit: sealed under a word that nobody but the visitor has, and opened once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from django.test import override_settings
from hypothesis import given, settings
from hypothesis import strategies as st

from home.once import NotKept, keep, sweep, take
from home.once.store import ALIAS, _padded, _unpadded

WORDS = b"Ho scritto che ho paura."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[Path]:
    place = {"BACKEND": "home.once.file_store.BriefFiles", "LOCATION": str(tmp_path)}
    with override_settings(CACHES={"default": place, ALIAS: place}):
        yield tmp_path


def stored(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_what_is_kept_is_opened_by_its_word_once() -> None:
    word = keep("once", WORDS)
    assert take("once", word) == WORDS
    assert take("once", word) is None


def test_a_word_opens_nothing_at_another_place_and_is_not_used_up_there() -> None:
    word = keep("once", WORDS)
    assert take("contact", word) is None
    assert take("once", word) == WORDS


def test_two_answers_have_two_words_though_they_say_the_same() -> None:
    first, second = keep("once", WORDS), keep("once", WORDS)
    assert first != second
    assert [take("once", second), take("once", first)] == [WORDS, WORDS]


def test_neither_the_words_nor_the_key_stand_in_what_is_stored(folder: Path) -> None:
    word = keep("once", WORDS * 50)
    kept = stored(folder)
    assert len(kept) > 1000
    assert b"paura" not in kept
    assert word.encode() not in kept


def test_what_was_opened_is_gone_from_the_store(folder: Path) -> None:
    word = keep("once", WORDS)
    assert stored(folder)
    take("once", word)
    assert not stored(folder)


@pytest.mark.parametrize(
    "word", ["", "x", "a" * 21, "a" * 23, "a" * 21 + "é", "a" * 21 + "/", "../" * 7 + "a", "a" * 22 + "\n"]
)
def test_what_is_no_word_opens_nothing(word: str) -> None:
    kept = keep("once", WORDS)
    assert take("once", word) is None
    assert take("once", kept) == WORDS


def test_a_word_that_was_never_given_opens_nothing() -> None:
    word = keep("once", WORDS)
    other = ("B" if word[0] == "A" else "A") + word[1:]
    assert take("once", other) is None
    assert take("once", word) == WORDS


def test_what_somebody_changed_in_the_store_is_not_shown(folder: Path) -> None:
    word = keep("once", WORDS)
    cache = caches[ALIAS]
    (name,) = folder.rglob("*.djcache")
    name.write_bytes(name.read_bytes()[:-20] + b"x" * 20)
    assert take("once", word) is None
    assert cache is caches[ALIAS]


def test_a_store_that_takes_nothing_says_so_without_a_word_of_hers(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: Any, **kwargs: Any) -> None:
        raise OSError(f"No space left for {WORDS!r}")

    monkeypatch.setattr(type(caches[ALIAS]), "set", broken)
    with pytest.raises(NotKept) as raised:
        keep("once", WORDS)
    assert str(raised.value) == "OSError"
    assert raised.value.__cause__ is None


def test_of_two_who_open_it_at_once_one_is_shown_it(monkeypatch: pytest.MonkeyPatch) -> None:
    word = keep("once", WORDS)
    # The other one deleted it between the reading and the deletion.
    monkeypatch.setattr(type(caches[ALIAS]), "delete", lambda *args, **kwargs: False)
    assert take("once", word) is None
    monkeypatch.undo()
    assert take("once", word) == WORDS


def test_sweeping_leaves_what_is_young() -> None:
    word = keep("once", WORDS)
    sweep()
    assert take("once", word) == WORDS


def test_a_store_that_sweeps_by_itself_is_not_asked_to() -> None:
    memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "sealed"}
    with override_settings(CACHES={"default": memory, ALIAS: memory}):
        word = keep("once", WORDS)
        sweep()
        assert take("once", word) == WORDS


@settings(max_examples=60)
@given(st.binary(max_size=9000))
def test_the_size_of_what_is_kept_tells_little_of_how_much_she_wrote(content: bytes) -> None:
    padded = _padded(content)
    assert len(padded) % 4096 == 0
    assert _unpadded(padded) == content


def test_a_line_and_a_page_of_hers_look_alike() -> None:
    assert len(_padded(b"x")) == len(_padded(WORDS * 40)) == 4096
