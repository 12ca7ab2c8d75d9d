"""Guessing is slow, for one account and for all, and nobody's address is kept for it."""

import multiprocessing
from pathlib import Path
from threading import Thread

import pytest
from django.conf import LazySettings
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.cache import caches
from django.test import Client

from logins import crowding
from logins.cache import CountsInFiles
from tests.logins.people import LOGIN, PASSWORD, SECOND, Person

ADDRESS = "203.0.113.77"


def guess(name: str, password: str = "sbagliata-davvero") -> str:
    return Client(REMOTE_ADDR=ADDRESS).post(LOGIN, {"login": name, "password": password}).content.decode()


def test_after_eight_wrong_ones_even_the_right_password_waits(anna: Person, bea: Person) -> None:
    for _ in range(8):
        assert "non sono giusti" in guess("anna")
    assert "Troppi tentativi" in guess("anna", PASSWORD)
    client = Client()
    assert client.post(LOGIN, {"login": "bea", "password": PASSWORD}).headers["Location"] == SECOND


def test_all_accounts_together_have_a_limit_too(anna: Person) -> None:
    answers = [guess(f"nome{number}") for number in range(62)]
    assert "non sono giusti" in answers[59]
    assert "Troppi tentativi" in answers[61]


def test_codes_cannot_be_tried_out(anna: Person, client: Client) -> None:
    client.post(LOGIN, {"login": "anna", "password": PASSWORD})
    for _ in range(8):
        assert "non sono giusti" in client.post(SECOND, {"code": "000000"}).content.decode()
    assert client.post(SECOND, {"code": anna.code()}).status_code == 200, "waits"


def test_nobody_learns_whether_an_account_exists(anna: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[str] = []
    encode = MD5PasswordHasher.encode

    def counting(self: MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counting)
    pages, costs = [], []
    anna.user.is_active = True
    for name in ("anna", "nessuna"):
        hashed.clear()
        pages.append(guess(name).replace(name, "X"))
        costs.append(len(hashed))

    assert costs == [1, 1]
    assert [len(page) for page in pages] == [len(pages[0])] * 2


def test_no_address_is_kept_for_the_limits(anna: Person, client: Client) -> None:
    guess("anna")
    client.get(LOGIN)
    kept = str(vars(caches["logins"]))
    assert "allauth" in kept
    assert ADDRESS not in kept
    assert "127.0.0.1" not in kept


def test_while_one_password_is_hashed_the_next_is_told_to_try_again_at_once(anna: Person) -> None:
    assert crowding.SLOT.acquire(blocking=False)
    try:
        answers: list[int] = []
        posting = [
            Thread(target=lambda: answers.append(Client().post(LOGIN, {"login": "a"}).status_code))
            for _ in range(3)
        ]
        for each in posting:
            each.start()
        for each in posting:
            each.join()
        assert answers == [503, 503, 503]
        assert Client().get(LOGIN).status_code == 200
    finally:
        crowding.SLOT.release()
    assert Client().post(LOGIN, {"login": "anna", "password": PASSWORD}).status_code == 302


def add(folder: str, number: int, won: "multiprocessing.Queue[int]") -> None:
    if CountsInFiles(folder, {}).add("allauth.code", number):
        won.put(number)


def test_of_many_processes_one_alone_uses_a_code(tmp_path: Path, settings: LazySettings) -> None:
    context = multiprocessing.get_context("fork")
    won: multiprocessing.Queue[int] = context.Queue()
    every = [context.Process(target=add, args=(str(tmp_path / "counts"), number, won)) for number in range(8)]
    for each in every:
        each.start()
    for each in every:
        each.join()

    assert won.get(timeout=10) in range(8)
    assert won.empty()
