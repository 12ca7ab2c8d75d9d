"""A contact form that works, for tests: three desks with a mailbox and two operators with real keys each."""

import json
import re
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import time_machine
from cryptography import x509
from cryptography.hazmat.primitives.serialization.pkcs7 import pkcs7_decrypt_der
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from django.utils.text import slugify

from amaranta.demo.contact_page import build_contact_page
from amaranta.demo.desks import slot
from contatti.contact_form import ticket
from contatti.models import ContactPage
from contatti.sealed.models import OperatorCertificate, OutboxItem
from home.models import HomePage
from servizi.models import Comune, DeskIndexPage, DeskPage
from tests.contatti.desks import give_address
from tests.contatti.keys import Operator, make_operator
from tests.interop.mailreaders import text_of

PLACES = ("Villa Prova", "Borgo Esempio", "Rocca Finta")
HOURS = [slot(str(day), "09:00", "17:00") for day in range(7)]
"""Of the last place alone: an editor of the others has written none."""


@dataclass
class ContactSite:
    """The page with the form, and who can open what is sent to each desk."""

    page: ContactPage
    desks: list[DeskPage]
    operators: dict[int, list[Operator]]

    def token(self, *, age: int = 60) -> str:
        """Return a ticket of the form, given out `age` seconds ago."""
        with time_machine.travel(timezone.now() - timedelta(seconds=age), tick=False):
            return ticket.issue(self.page.pk)

    def fields(self, **answers: Any) -> dict[str, Any]:
        """Return what a browser without JavaScript posts for the first desk, with other answers on top."""
        return {"t": self.token(), "b": str(self.desks[0].pk), "c": "1", "w": "", **answers, "v": "1"}

    def send(self, client: Client, fields: Mapping[str, Any]) -> HttpResponse:
        """Post a form as a browser does after a click on the page."""
        return post(client, "/invia/", fields)

    def form(self, client: Client, desk: int = 0) -> str:
        """Return the page with the form of one of the desks."""
        return client.get(f"/scrivi/{self.desks[desk].pk}/").content.decode()

    def answer(self, client: Client, fields: Mapping[str, Any]) -> str:
        """Post a form as a browser without JavaScript and return the page that it ends on."""
        response = self.send(client, fields)
        assert response.status_code == 303
        return client.get(response.headers["Location"].partition("#")[0]).content.decode()

    def texts(self) -> list[str]:
        """Return the texts of all stored requests, opened by every operator of their desks."""
        return [text for item in OutboxItem.objects.order_by("pk") for text in self.open(item)[:1]]

    def open(self, item: OutboxItem) -> list[str]:
        """Return the text of one request as each operator of its desk reads it."""
        return [
            text_of(pkcs7_decrypt_der(bytes(item.envelope), operator.certificate, operator.key, []))
            for operator in self.operators[item.mailbox.deskmailbox.desk_id]
        ]


def post(client: Client, address: str, fields: Mapping[str, Any], **headers: str) -> HttpResponse:
    """Post urlencoded fields with the header by which a browser says that our own page sent them."""
    body = "&".join(
        f"{name}={quote(str(one))}"
        for name, value in fields.items()
        for one in (value if isinstance(value, list) else [value])
    )
    return client.post(
        address,
        body,
        content_type="application/x-www-form-urlencoded",
        headers={"Sec-Fetch-Site": "same-origin", **headers},
    )


def certificates(contact: ContactSite, desk: int = 0) -> list[x509.Certificate]:
    return [operator.certificate for operator in contact.operators[contact.desks[desk].pk]]


def send_envelope(contact: ContactSite, client: Client, der: bytes, **fields: str) -> HttpResponse:
    """Post an envelope as static/js/contact.js does."""
    z = urlsafe_b64encode(der).decode().rstrip("=")
    return contact.send(
        client, {"t": contact.token(), "b": contact.desks[0].pk, "y": "tentativo", "z": z, **fields, "v": "1"}
    )


def build_contact_site(home: HomePage) -> ContactSite:
    """Return a working form below the home page."""
    index = DeskIndexPage(title="Sportelli", slug="sportelli", locale=home.locale)
    home.add_child(instance=index)
    desks = [build_desk(home, place) for place in PLACES]
    operators: dict[int, list[Operator]] = {}
    for number, desk in enumerate(desks):
        index.add_child(instance=desk)
        give_address(desk, f"sportello-{number}@example.org")
        operators[desk.pk] = [make_operator(2 + 2 * number), make_operator(3 + 2 * number)]
        for operator in operators[desk.pk]:
            give_certificate(desk, operator)
    return ContactSite(build_contact_page(home), desks, operators)


def build_desk(home: HomePage, place: str) -> DeskPage:
    """Return a desk that is not yet in the tree."""
    comune = Comune.objects.create(name=place, slug=slugify(place))
    phones = [{"type": "phone", "value": {"number": "000 0000009"}}]
    return DeskPage(
        title=place,
        comune=comune,
        intro="Ascolto.",
        phones=json.dumps(phones),
        hours=json.dumps(HOURS if place == PLACES[-1] else []),
        languages=["it", "ar"],
        locale=home.locale,
    )


def give_certificate(desk: DeskPage, operator: Operator) -> OperatorCertificate:
    """Let an operator open what is sent to a desk from now on."""
    row = OperatorCertificate(mailbox=desk.mailbox, holder="operatrice")
    row.set_certificate(operator.certificate)
    row.count_as_proved(timezone.now())
    row.save()
    return row


def hidden_value(html: str, name: str) -> str:
    """Return the value of a hidden field in a page."""
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    assert found
    return found[1]
