"""No answer to a POST is ever a page: it is kept, and opens once at an address of its own."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from contatti.models import ContactPage, DeskMailbox
from contatti.sealed.models import OutboxItem
from tests.contatti.answers_once.opening import TEXT, location, opened
from tests.contatti.site import ContactSite, post

PASSWORD_PAGE = "/documenti/chiusi/1/"


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
