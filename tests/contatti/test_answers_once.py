"""No answer to a POST is ever a page: it is kept sealed for minutes, and opens once at an address of its own."""

import pickle
import re
import threading
import zlib
from base64 import urlsafe_b64decode
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings as django_settings
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from contatti.models import ContactPage, DeskMailbox
from contatti.sealed.models import OutboxItem
from home import once
from tests.contatti.site import ContactSite, post

TEXT = "la chiave blu sta sotto il vaso di basilico"
PASSWORD_PAGE = "/documenti/chiusi/1/"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    """Return the folder of a store of this test's own."""
    own = {**django_settings.CACHES["once"], "LOCATION": tmp_path / "once"}
    settings.CACHES = {**django_settings.CACHES, "once": own}
    return tmp_path / "once"


def location(response: HttpResponse) -> str:
    assert response.status_code == 303
    assert response.content == b""
    assert response.headers["Cache-Control"] == "no-store"
    return response.headers["Location"].partition("#")[0]


def opened(client: Client, response: HttpResponse) -> str:
    page = client.get(location(response))
    assert page.status_code == 200
    assert page.headers["Cache-Control"] == "no-store"
    assert "noindex" in page.headers["X-Robots-Tag"]
    assert "script-src 'sha256-" in page.headers["Content-Security-Policy"]
    return page.content.decode()


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize(
    "address",
    [
        "/invia/",
        "/invia/x/",
        "/cerca/",
        "/cerca/x/",
        "/scrivi/",
        "/",
        "/niente/",
        PASSWORD_PAGE,
        "/ecco/",
        "/salute/",
        "/s/1/",
    ],
)
@pytest.mark.parametrize(
    "body", ["", "q=basilico&v=1", "q=basilico", "d=basilico&b=1&c=1", "t=1&b=1&d=basilico&v=1"]
)
def test_whatever_is_posted_by_navigating_is_answered_with_a_redirect_that_says_nothing(
    contact: ContactSite, client: Client, prefix: str, address: str, body: str
) -> None:
    response = client.generic(
        "POST",
        prefix + address,
        body.encode(),
        content_type="application/x-www-form-urlencoded",
        headers={"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "navigate"},
    )

    assert "basilico" not in location(response)
    assert client.get(location(response)).status_code in (200, 302)


def test_a_form_with_an_error_comes_back_once_with_all_that_she_typed(
    contact: ContactSite, client: Client, folder: Path
) -> None:
    response = contact.send(client, contact.fields(b="", d=TEXT, e="Viola", o=["1", "2"]))
    address = location(response)
    assert re.fullmatch(r"/invia/[\w-]{22}/", address)
    assert response.headers["Location"].endswith("#nota")
    first, second = (client.get(address).content.decode() for _ in range(2))

    assert "Scegli uno sportello." in first
    assert TEXT in first
    assert 'value="Viola"' in first
    assert first.count(" checked") == 5  # two boxes, and one of each three radio buttons
    assert TEXT not in second
    assert "Viola" not in second
    assert "quello che avevi scritto non è più qui" in second
    assert "Scrivi qui" in second
    assert list(folder.iterdir()) == []


def test_the_receipt_opens_once_too(contact: ContactSite, client: Client) -> None:
    address = location(contact.send(client, contact.fields(d=TEXT)))
    first, second = (client.get(address).content.decode() for _ in range(2))
    reference = re.search(r"data-reference>([\w-]{9})<", first)

    assert reference
    assert reference[1] not in second
    assert "Se hai letto «Ricevuto», lo sportello ha il tuo messaggio" in second


def test_results_of_a_search_open_once(contact: ContactSite, client: Client) -> None:
    address = location(post(client, "/cerca/", {"q": "sportello basilico", "v": "1"}))
    first, second = (client.get(address).content.decode() for _ in range(2))

    assert 'value="sportello basilico"' in first
    assert "basilico" not in second
    assert "si aprono una volta sola" in second
    assert 'class="find"' in second


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


@pytest.mark.parametrize(
    "cut", [lambda body: body[:-1], lambda body: body[:-4], lambda body: body[: len(body) // 2]]
)
@pytest.mark.parametrize("announced", [True, False])
def test_a_form_that_is_cut_anywhere_stores_nothing_and_says_so(
    contact: ContactSite, client: Client, cut: object, announced: bool
) -> None:
    whole = f"t={contact.token()}&b={contact.desks[0].pk}&c=1&d=due+parole&k=1&h=mai&v=1"
    body = cut(whole)  # type: ignore[operator]
    response = client.generic(
        "POST",
        "/invia/",
        body,
        content_type="application/x-www-form-urlencoded",
        headers={"Sec-Fetch-Site": "same-origin"},
        CONTENT_LENGTH=len(whole if announced else body),
        **{"wsgi.input": BytesIO(body.encode())},
    )

    assert "È arrivato incompleto" in opened(client, response)
    assert OutboxItem.objects.count() == 0


def test_a_whole_form_shorter_than_announced_is_not_taken_either(
    contact: ContactSite, client: Client
) -> None:
    body = f"t={contact.token()}&b={contact.desks[0].pk}&c=1&v=1"
    headers = {"Sec-Fetch-Site": "same-origin"}
    kind = "application/x-www-form-urlencoded"
    for length, taken in ((len(body) + 9, 0), (len(body), 1)):
        stream: Any = {"wsgi.input": BytesIO(body.encode())}
        client.generic("POST", "/invia/", body, kind, headers=headers, CONTENT_LENGTH=length, **stream)
        assert OutboxItem.objects.count() == taken


@pytest.mark.parametrize("body", ["v=1&{}", "v=1&{}&v=1", "{}&v=1&h=mai", "{}&v=1&v=1"])
def test_a_form_whose_end_mark_is_not_its_end_is_not_taken(
    contact: ContactSite, client: Client, body: str
) -> None:
    fields = f"t={contact.token()}&b={contact.desks[0].pk}&c=1"
    kind = "application/x-www-form-urlencoded"
    for sent, taken in ((body.format(fields), 0), (f"{fields}&v=1", 1)):
        client.generic("POST", "/invia/", sent, kind, headers={"Sec-Fetch-Site": "same-origin"})
        assert OutboxItem.objects.count() == taken


def test_a_search_that_is_cut_says_so(contact: ContactSite, client: Client) -> None:
    assert "arrivate incomplete" in opened(client, post(client, "/cerca/", {"q": "sportel"}))


def test_a_script_gets_its_answer_directly_in_old_and_new_browsers(
    contact: ContactSite, client: Client
) -> None:
    for headers in ({"Sec-Fetch-Mode": "cors"}, {"X-Requested-With": "script"}):
        response = post(client, "/cerca/", {"q": "sportello", "v": "1"}, **headers)
        assert response.status_code == 200
        assert 'id="risultati"' in response.content.decode()


@pytest.mark.usefixtures("still")
def test_every_refusal_keeps_her_words_and_names_a_telephone(
    contact: ContactSite, client: Client, settings: Settings
) -> None:
    settings.SEALED_LANE_MEGABYTES = {"plain": 0.001}
    DeskMailbox.objects.filter(desk=contact.desks[1]).update(hourly_limit=0)
    DeskMailbox.objects.filter(desk=contact.desks[2]).update(paused=True)
    refused = {
        "too early": contact.fields(t=contact.token(age=0), d=TEXT),
        "too late": contact.fields(t=contact.token(age=13 * 3600), d=TEXT),
        "forged": contact.fields(t="falso", d=TEXT),
        "no room": contact.fields(b=contact.desks[1].pk, d=TEXT),
        "closed": contact.fields(b=contact.desks[2].pk, d=TEXT),
        "honeypot": contact.fields(w="x", d=TEXT),
    }
    for why, fields in refused.items():
        page = contact.answer(client, fields)
        assert TEXT in page, why
        assert 'id="nota" tabindex="-1"' in page, why
        assert 'href="tel:1522"' in page, why
    assert OutboxItem.objects.count() == 0


def test_without_a_form_the_address_of_an_answer_leads_to_the_first_page(
    contact: ContactSite, client: Client
) -> None:
    ContactPage.objects.update(live=False)

    assert client.get("/invia/qualcosa/").headers["Location"] == "/"
