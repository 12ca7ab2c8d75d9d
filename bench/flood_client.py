"""Who writes: attackers with valid proofs, as fast as they get answers, and one who means it."""

import http.client
import itertools
import secrets
import threading
import time
from base64 import urlsafe_b64encode
from typing import Any, Self
from unittest.mock import patch
from urllib.parse import urlencode

from .flood_site import Site

CLIENTS = 6
POOL = 30
"""Different envelopes of an attacker: sealing would otherwise be all that the processors do."""


def _prove(token: str) -> str:
    from contatti.contact_form.ticket import read
    from contatti.contact_form.work import is_proved

    ticket = read(token)
    return next(str(n) for n in itertools.count() if is_proved(ticket.nonce, ticket.bits, str(n)))


def _ticket() -> str:
    """Return a ticket that is a minute old, with an easy proof: as for somebody with many processors."""
    import time_machine
    from django.utils import timezone

    from contatti.contact_form import ticket, work
    from contatti.models import ContactPage

    page = ContactPage.objects.filter(locale__language_code="it").values_list("pk", flat=True)[0]
    with (
        patch.object(work, "BITS", ((0, 4),)),
        time_machine.travel(timezone.now().timestamp() - 60, tick=False),
    ):
        return ticket.issue(page)


def _desk() -> Any:
    from django.utils import timezone

    from contatti.availability import desk_availabilities

    return next(each for each in desk_availabilities(timezone.now()) if each.is_open)


def _seal(words: str) -> str:
    from contatti.sealed.envelope import seal

    return urlsafe_b64encode(seal(words, _desk().certificates)).decode().rstrip("=")


def post(site: Site, address: str, fields: dict[str, Any], *, scripted: bool = True) -> int:
    """Post from an address of this machine, and return the status."""
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=60, source_address=(address, 0))
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
    if scripted:
        headers["X-Requested-With"] = "script"
    try:
        connection.request("POST", "/invia/", urlencode({**fields, "v": "1"}), headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


class Attack:
    """Posts for so many seconds, from each of the addresses in turn."""

    def __init__(self, site: Site, addresses: list[str], seconds: float) -> None:
        self.site, self.seconds = site, seconds
        self.addresses = itertools.cycle(addresses)
        self.desk = _desk().desk.pk
        self.pool = [_seal("niente " * 50) for _ in range(POOL)]
        # Made beforehand: tickets of another time can't be made while real ones ask for the time.
        self.tickets = [_ticket() for _ in range(int(seconds * 300) + 100)]
        self.statuses: dict[int, int] = {}
        self.lock = threading.Lock()
        self.threads = [threading.Thread(target=self._work) for _ in range(CLIENTS)]

    def __enter__(self) -> Self:
        self.until = time.monotonic() + self.seconds
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *details: object) -> None:
        for thread in self.threads:
            thread.join()
        print(f"the flood: {self.statuses} in {self.seconds:.0f} s")

    def _work(self) -> None:
        while time.monotonic() < self.until:
            with self.lock:
                if not self.tickets:
                    return
                token, address = self.tickets.pop(), next(self.addresses)
            fields = {"t": token, "b": self.desk, "y": secrets.token_hex(8), "x": _prove(token)}
            status = post(self.site, address, {**fields, "z": secrets.choice(self.pool)})
            with self.lock:
                self.statuses[status] = self.statuses.get(status, 0) + 1


class Real:
    """One request of somebody who means it. kind: "sealed", "plain" or "follow-up"."""

    def __init__(self, site: Site, address: str, kind: str = "sealed", *, proved: bool = False) -> None:
        self.site, self.address, self.kind = site, address, kind
        desk = _desk()
        self.token = _ticket()
        self.fields: dict[str, Any] = {"t": self.token, "b": desk.desk.pk}
        if kind == "plain":
            self.fields |= {"c": "1", "w": "", "d": f"davvero {secrets.token_hex(4)}"}
        else:
            self.fields |= {"y": secrets.token_hex(8), "z": _seal("davvero")}
        if kind == "follow-up":
            self.fields |= {"m": desk.mailbox.pk, "l": _answered(desk.mailbox)}
        if proved:
            self.fields["x"] = _prove(self.token)
        self.desk = desk.desk.pk

    def send(self) -> int:
        """Send it; return the status (303 is what a browser without scripts is told)."""
        self.sent = time.monotonic()
        status = post(self.site, self.address, self.fields, scripted=self.kind != "plain")
        self.took = time.monotonic() - self.sent
        self.key = self._key()
        return status

    def _key(self) -> str:
        from contatti.contact_form.ticket import read

        ticket = read(self.token)
        rows = self.site.ask("SELECT id FROM sealed_outboxitem WHERE ticket_mark = ?", ticket.mark)
        return str(rows[0][0]).replace("-", "") if rows else ""

    def waited(self, most: float) -> float:
        """Return the seconds until it was in the mailbox. Raises TimeoutError."""
        until = self.sent + most
        while time.monotonic() < until:
            if self.key in self.site.mailbox.seen:
                return max(self.site.mailbox.seen[self.key] - self.sent, 0)
            time.sleep(0.2)
        raise TimeoutError(f"Not in the mailbox after {most:.0f} s")


def _answered(mailbox: Any) -> str:
    """Return the locator of a number to which the desk has answered."""
    from contatti.sealed.conf import sealed_settings
    from contatti.sealed.conversation import keys_of, make_code
    from tests.contatti.conversations import code_of, give_answer

    number = make_code()
    give_answer(code_of(number, mailbox), "Ciao.")
    return urlsafe_b64encode(keys_of(number, sealed_settings.SITE_ID).locator).decode().rstrip("=")
