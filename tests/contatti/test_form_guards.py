"""What is refused by its headers or its shape, before anything of it is read."""

import pytest
from django.test import Client

from contatti.receiving.guards import FORM_TYPE, MAX_POST_BYTES
from contatti.sealed.models import OutboxItem
from tests.contatti.site import ContactSite, post

SAME = "same-origin"
BY_SCRIPT = {"Sec-Fetch-Mode": "cors"}
"""With this header an answer comes directly, with its status."""


@pytest.mark.parametrize(
    ("headers", "taken"),
    [
        ({"Sec-Fetch-Site": SAME}, 1),
        ({"Sec-Fetch-Site": SAME, "Origin": "null"}, 1),
        ({"Sec-Fetch-Site": SAME, "Origin": "http://testserver"}, 1),
        ({"Origin": "http://testserver"}, 1),
        ({}, 1),
        ({"Sec-Fetch-Site": "cross-site"}, 0),
        ({"Sec-Fetch-Site": "same-site"}, 0),
        ({"Sec-Fetch-Site": SAME, "Origin": "https://testserver"}, 0),
        ({"Origin": "https://example.org"}, 0),
    ],
)
def test_only_our_own_page_may_send(
    contact: ContactSite, client: Client, headers: dict[str, str], taken: int
) -> None:
    body = "&".join(f"{name}={value}" for name, value in contact.fields().items())
    client.post("/invia/", body, content_type=FORM_TYPE, headers=headers)
    script = client.post("/invia/", body, content_type=FORM_TYPE, headers={**headers, **BY_SCRIPT})

    assert OutboxItem.objects.count() == taken
    assert (script.status_code == 403) is not bool(taken)


def test_without_any_sign_of_its_origin_a_form_needs_a_ticket_of_ours(
    contact: ContactSite, client: Client
) -> None:
    body = f"t=inventato&b={contact.desks[0].pk}&c=1&v=1"

    assert client.post("/invia/", body, content_type=FORM_TYPE, headers=BY_SCRIPT).status_code == 403


def test_a_forged_ticket_stores_nothing_and_gives_the_form_back(contact: ContactSite, client: Client) -> None:
    page = contact.answer(client, contact.fields(t=f"{contact.page.pk}.aaaa:1abcde:firma", d="due parole"))

    assert "aperta da troppo tempo" in page
    assert "due parole" in page
    assert OutboxItem.objects.count() == 0


def test_files_are_not_even_read(contact: ContactSite, client: Client) -> None:
    response = client.post("/invia/", contact.fields(), headers={"Sec-Fetch-Site": SAME, **BY_SCRIPT})

    assert response.status_code == 415
    assert "NON è stato ricevuto" in response.content.decode()


def test_a_body_above_the_limit_is_not_even_read(contact: ContactSite, client: Client) -> None:
    assert "troppo lungo" in contact.answer(client, contact.fields(d="x" * MAX_POST_BYTES))


@pytest.mark.parametrize("body", ["&&&", "ciao", "q=1", "%ff%fe=1"])
def test_a_form_with_no_known_field_is_a_clear_error(contact: ContactSite, client: Client, body: str) -> None:
    headers = {"Sec-Fetch-Site": SAME, **BY_SCRIPT}
    response = client.post("/invia/", f"{body}&v=1", content_type=FORM_TYPE, headers=headers)

    assert response.status_code == 400
    assert "arrivato vuoto" in response.content.decode()


@pytest.mark.parametrize("address", ["/invia/", "/invia/chiavi/", "/en/invia/"])
@pytest.mark.parametrize("charset", ["utf-16", "hex", "rot13", "zlib", "idna", "nessuno", "latin-1"])
def test_a_form_in_another_encoding_is_a_clear_error(
    contact: ContactSite, client: Client, charset: str, address: str
) -> None:
    response = client.generic(
        "POST",
        address,
        b"c=1&v=1",
        content_type=f"{FORM_TYPE}; charset={charset}",
        headers={"Sec-Fetch-Site": SAME, "Accept-Language": "it", **BY_SCRIPT},
    )

    assert response.status_code == 400
    if address.startswith("/en/"):
        return
    assert "arrivato incompleto" in response.content.decode()


def test_more_fields_than_the_form_has_are_a_clear_error(contact: ContactSite, client: Client) -> None:
    response = post(client, "/invia/", {f"x{number}": "1" for number in range(1500)}, **BY_SCRIPT)

    assert response.status_code == 400


def test_a_get_never_takes_anything(contact: ContactSite, client: Client) -> None:
    client.get("/invia/", contact.fields(d="due parole"))

    assert OutboxItem.objects.count() == 0
    assert client.get("/invia/chiavi/").status_code == 405
