"""An answer is kept sealed for minutes, within bounds, and opens once."""

import pickle
import threading
import zlib
from base64 import urlsafe_b64decode
from datetime import timedelta
from pathlib import Path

import time_machine
from django.conf import settings as django_settings
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from contatti.sealed.models import OutboxItem
from home import once
from tests.contatti.answers_once.opening import TEXT, location, opened
from tests.contatti.site import ContactSite


def stored_value(folder: Path) -> tuple[str, bytes]:
    """Return the name of the one file in the store, and what it holds behind Django's frame."""
    [file] = folder.iterdir()
    with file.open("rb") as opened_file:
        pickle.load(opened_file)
        return file.name, pickle.loads(zlib.decompress(opened_file.read()))


def test_nobody_reads_the_store_without_the_address(
    contact: ContactSite, client: Client, folder: Path
) -> None:
    caches["once"].set("clear", f"<textarea>{TEXT}".encode(), 300)
    assert b"basilico" in stored_value(folder)[1]
    caches["once"].delete("clear")
    word = location(contact.send(client, contact.fields(b="", d=TEXT))).split("/")[2]
    name, value = stored_value(folder)

    assert isinstance(value, bytes)
    assert len(value) % 4096 == 16  # padded, and the tag of AES-GCM
    assert b"basilico" not in value
    assert word not in name
    assert word.encode() not in value
    assert urlsafe_b64decode(word + "==") not in value


def test_of_several_that_open_it_at_once_one_gets_it(folder: Path) -> None:
    word = once.keep("place", b"content")
    gate = threading.Barrier(8)
    found: list[bytes | None] = []

    def run() -> None:
        gate.wait()
        found.append(once.take("place", word))

    threads = [threading.Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(found, key=bool) == [None] * 7 + [b"content"]


def test_a_word_opens_nothing_elsewhere_and_stays_good_where_it_belongs(folder: Path) -> None:
    word = once.keep("contact_answer", b"content")

    assert once.take("search_answer", word) is None
    for wrong in ("", "x", "../../etc/passwd", word + "=", word[:-1], "é" * 22):
        assert once.take("contact_answer", wrong) is None
    assert once.take("contact_answer", word) == b"content"


def test_a_look_at_the_headers_or_a_prefetch_does_not_open_it(contact: ContactSite, client: Client) -> None:
    address = location(contact.send(client, contact.fields(b="", d=TEXT)))
    assert client.head(address).content == b""
    assert TEXT not in client.get(address, headers={"Sec-Purpose": "prefetch"}).content.decode()

    assert TEXT in client.get(address).content.decode()


def test_after_minutes_it_is_gone_and_its_file_is_erased(
    contact: ContactSite, client: Client, folder: Path
) -> None:
    address = location(contact.send(client, contact.fields(b="", d=TEXT)))
    assert len(list(folder.iterdir())) == 1
    once.sweep()
    assert len(list(folder.iterdir())) == 1
    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        once.sweep()
        assert list(folder.iterdir()) == []
        assert TEXT not in client.get(address).content.decode()


def test_the_store_is_bounded_and_the_oldest_go_first(folder: Path, settings: Settings) -> None:
    bound = {**django_settings.CACHES["once"], "OPTIONS": {"MAX_ENTRIES": 10}}
    settings.CACHES = {**django_settings.CACHES, "once": bound}
    now = timezone.now()
    words = []
    for number in range(30):
        with time_machine.travel(now + timedelta(seconds=number), tick=False):
            words.append(once.keep("place", b"content"))

    assert len(list(folder.iterdir())) <= 10
    assert once.take("place", words[-1]) == b"content"


def test_a_store_that_fails_stores_no_request_and_says_so_without_her_words(
    contact: ContactSite, client: Client, folder: Path, settings: Settings
) -> None:
    folder.parent.joinpath("file").write_text("")
    broken = {**django_settings.CACHES["once"], "LOCATION": folder.parent / "file" / "below"}
    settings.CACHES = {**django_settings.CACHES, "once": broken}
    response = contact.send(client, contact.fields(d=TEXT))
    page = opened(client, response)

    assert "non è stato ricevuto" in page
    assert 'href="tel:1522"' in page
    assert TEXT not in page
    assert OutboxItem.objects.count() == 0


def test_another_cache_may_take_over(contact: ContactSite, client: Client, settings: Settings) -> None:
    memory = f"{LocMemCache.__module__}.{LocMemCache.__name__}"
    settings.CACHES = {**django_settings.CACHES, "once": {"BACKEND": memory}}

    assert TEXT in contact.answer(client, contact.fields(b="", d=TEXT))
    once.sweep()
