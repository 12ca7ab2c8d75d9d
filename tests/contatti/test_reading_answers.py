"""What the server says of a locator: the same to everybody, whatever was asked and whatever there is."""

import secrets
import time
from base64 import urlsafe_b64encode
from io import BytesIO
from statistics import median
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from contatti.sealed.conversation import keys_of, make_code, open_answers, read_reply
from contatti.sealed.conversation.reply import LENGTH
from contatti.sealed.models import Answer
from contatti.views.number import answers
from tests.contatti.conversations import SITE, code_of, give_answer
from tests.contatti.site import ContactSite, post

WRONG = 10_000


def shown(locator: bytes) -> str:
    return urlsafe_b64encode(locator).decode().rstrip("=")


def asked(client: Client, value: str, address: str = "/numero/risposte/", **headers: str) -> HttpResponse:
    return post(client, address, {"l": value, "v": "1"}, **{"Accept-Encoding": "gzip, br", **headers})


@pytest.fixture
def number(contact: ContactSite) -> str:
    """Return a number to which the first desk has answered."""
    number = make_code()
    give_answer(code_of(number, contact.desks[0].mailbox), "Ciao.")
    return number


def test_the_right_locator_brings_the_answer(contact: ContactSite, client: Client, number: str) -> None:
    keys = keys_of(number, SITE)
    response = asked(client, shown(keys.locator))
    [opened] = open_answers(read_reply(response.content), keys, SITE)

    assert opened.document.text == "Ciao."
    assert opened.desk == contact.desks[0].mailbox.pk


def test_known_unknown_malformed_and_foreign_questions_get_answers_that_differ_in_noise_alone(
    contact: ContactSite, client: Client, number: str
) -> None:
    known = shown(keys_of(number, SITE).locator)
    responses = [
        asked(client, known),
        asked(client, shown(secrets.token_bytes(16))),
        asked(client, ""),
        asked(client, "é" * 30),
        asked(client, "A" * 5000),
        asked(client, known, **{"Sec-Fetch-Site": "cross-site"}),
        client.post("/numero/risposte/", {"l": known}),
    ]

    assert {response.status_code for response in responses} == {200}
    assert {len(response.content) for response in responses} == {LENGTH}
    heads = [dict(response.headers.items()) for response in responses]
    assert all(head == heads[0] for head in heads)
    assert "Content-Encoding" not in heads[0]
    assert [bool(response.content[0]) for response in responses] == [True] + [False] * 6


def test_a_read_costs_one_query_found_or_not(contact: ContactSite, client: Client, number: str) -> None:
    for locator in (keys_of(number, SITE).locator, secrets.token_bytes(16)):
        with CaptureQueriesContext(connection) as queries:
            asked(client, shown(locator))
        assert len(queries) == 1


def test_ten_thousand_wrong_locators_are_answered_like_the_right_one_and_as_fast(
    contact: ContactSite, number: str
) -> None:
    factory = RequestFactory()

    def ask(locator: bytes) -> tuple[int, int, float]:
        body = f"l={shown(locator)}&v=1"
        request = factory.post("/numero/risposte/", body, content_type="application/x-www-form-urlencoded")
        start = time.perf_counter()
        response = answers(request)
        return response.status_code, len(response.content), time.perf_counter() - start

    right = keys_of(number, SITE).locator
    known, unknown = [], []
    for turn in range(WRONG):
        unknown.append(ask(secrets.token_bytes(16)))
        if turn % 20 == 0:
            known.append(ask(right))

    assert {each[:2] for each in known + unknown} == {(200, LENGTH)}
    ratio = median(each[2] for each in known) / median(each[2] for each in unknown)
    assert 0.7 < ratio < 1.4, ratio


def test_a_database_that_is_gone_is_told_as_busy_in_the_same_length(
    contact: ContactSite, client: Client, monkeypatch: pytest.MonkeyPatch, written_log: BytesIO
) -> None:
    def gone(*_: Any) -> None:
        raise OperationalError

    monkeypatch.setattr("contatti.views.number.reply_for", gone)
    monkeypatch.setattr("contatti.reading.scriptless.reply_for", gone)
    number = make_code()
    response = asked(client, shown(keys_of(number, SITE).locator))
    assert (response.status_code, len(response.content)) == (503, LENGTH)
    place = post(client, "/numero/", {"n": number, "v": "1"}).headers["Location"].partition("#")[0]

    assert "Il sito adesso non riesce a rispondere" in client.get(place).content.decode()
    assert number not in str(written_log.getvalue())


def test_erasing_says_the_same_whether_there_was_anything(
    contact: ContactSite, client: Client, number: str
) -> None:
    locator = shown(keys_of(number, SITE).locator)
    first, again, never = (
        asked(client, value, "/numero/cancella/") for value in (locator, locator, shown(bytes(16)))
    )

    assert Answer.objects.count() == 0
    assert {(each.status_code, each.content) for each in (first, again, never)} == {(200, b"ok")}


def test_the_page_and_what_comes_later_fit_one_window_each_and_few_queries(
    contact: ContactSite, client: Client
) -> None:
    for address in ("/numero/", "/numero/strumenti/", "/en/numero/"):
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address, headers={"Accept-Encoding": "gzip"})
        assert response.headers["Content-Encoding"] == "gzip"
        assert len(response.content) <= 14 * 1024, address
        assert len(queries) <= 8, address
        assert response.headers["Cache-Control"] == "no-store"
        assert "noindex" in response.headers["X-Robots-Tag"]
        assert "<title>Amaranta</title>" in client.get(address).content.decode()
    assert "set-cookie" not in {name.lower() for name in response.headers}


def test_the_keys_for_an_answer_name_the_desk_by_its_mailbox(contact: ContactSite, client: Client) -> None:
    mailbox = contact.desks[1].mailbox.pk
    found = post(client, "/invia/chiavi/", {"t": contact.token(), "m": mailbox, "v": "1"}).json()
    assert found["mailbox"] == mailbox
    assert found["opening"].startswith("MESSAGGIO DA CHI HA UN NUMERO")
    assert "Sportello: Borgo Esempio" in found["head"]

    for wrong in ("999999", "", "x", "9" * 40):
        refused = post(client, "/invia/chiavi/", {"t": contact.token(), "m": wrong, "v": "1"})
        assert refused.status_code == 409
        assert "Per favore telefona" in refused.content.decode()
