"""People who write: each opens a form, sends it as her browser does, and notes what she was told.

Half of them press the button again until somebody says "received"; the others leave it at what they read.
"""

import json
import re
import secrets
import threading
import time
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from enum import StrEnum
from http.client import HTTPConnection, HTTPException
from typing import NamedTuple
from urllib.parse import urlencode

from cryptography import x509

from contatti.sealed.envelope import key_of, seal

PATIENCE = 60
"""Seconds after which the page's script gives a connection up."""
TRIES = 3
WRITING_SECONDS = 3.2
"""A form that comes back sooner is taken for a program's."""


class Told(StrEnum):
    """What she read at last. NOT_SENT: before anything had left. PERHAPS: no answer, or the proxy's own."""

    RECEIVED = "received"
    NOT_RECEIVED = "not received"
    NOT_SENT = "not sent"
    PERHAPS = "perhaps"


class Answer(NamedTuple):
    status: int
    body: str
    location: str = ""


@dataclass(frozen=True)
class Desk:
    """Where one can write, and all certificates for which it has ever been sealed."""

    number: int
    certificates: list[x509.Certificate]


@dataclass(frozen=True)
class Door:
    """Where the site answers."""

    host: str
    port: int

    def ask(self, path: str, fields: dict[str, str] | None = None, **headers: str) -> Answer:
        """Get, or post fields. Raises OSError and HTTPException."""
        connection = HTTPConnection(self.host, self.port, timeout=PATIENCE)
        sent = {"Host": "localhost", "Accept-Encoding": "identity"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            if fields is None:
                connection.request("GET", path, headers=sent)
            else:
                sent |= {
                    "Content-Type": "application/x-www-form-urlencoded",
                    "Sec-Fetch-Site": "same-origin",
                }
                connection.request("POST", path, urlencode({**fields, "v": "1"}), sent)
            response = connection.getresponse()
            body = response.read().decode(errors="replace")
            return Answer(response.status, body, response.getheader("Location", ""))
        finally:
            connection.close()


@dataclass
class Person:
    """One request. `scripted`: her browser seals; else the server does."""

    doors: list[Door]
    desk: Desk
    scripted: bool
    patient: bool
    mark: str = field(default_factory=lambda: f"richiesta-{secrets.token_hex(12)}")
    attempt: str = field(default_factory=lambda: secrets.token_hex(8))
    told: Told | None = None
    words: set[str] = field(default_factory=set)
    ticket: str = ""
    presses: int = 0

    @property
    def door(self) -> Door:
        """As a name with several addresses: another one when the first did not answer."""
        return self.doors[self.presses % len(self.doors)]

    def open_the_form(self) -> None:
        page = self.door.ask(f"/scrivi/{self.desk.number}/")
        found = re.search(r'name="t" value="([^"]+)"', page.body)
        assert found, page.status
        self.ticket = found[1]

    def keys_of_the_moment(self) -> list[str]:
        fields = {"t": self.ticket, "b": str(self.desk.number)}
        answer = self.door.ask("/invia/chiavi/", fields, X_Requested_With="script", Sec_Fetch_Mode="cors")
        found: list[str] = json.loads(answer.body)["keys"]
        return found

    def write(self, until: float) -> None:
        """Press the button; who is patient, again every three seconds until the moment `until`."""
        while True:
            self.told = self._by_script() if self.scripted else self._by_browser()
            self.presses += 1
            if self.told is Told.RECEIVED or not self.patient or time.monotonic() > until:
                return
            threading.Event().wait(3)

    def _by_script(self) -> Told:
        """Do what static/js/sending.js does."""
        told = Told.NOT_SENT
        for _try in range(TRIES):
            try:
                told, wait = self._exchange()
            except (OSError, HTTPException):
                return Told.NOT_SENT
            if wait is None:
                break
            threading.Event().wait(wait)
        return told

    def _exchange(self) -> tuple[Told, float | None]:
        """Return what she is told, and how long to wait before the next try, None for no other.

        Raises OSError and HTTPException while nothing has been sent.
        """
        post = {"X_Requested_With": "script", "Sec_Fetch_Mode": "cors"}
        keys = self.door.ask("/invia/chiavi/", {"t": self.ticket, "b": str(self.desk.number)}, **post)
        if keys.status != 200:
            self._hear(keys)
            return Told.NOT_SENT, None
        told = json.loads(keys.body)
        self.ticket = told["ticket"] or self.ticket
        fields = {
            "t": self.ticket,
            "b": str(self.desk.number),
            "y": self.attempt,
            "z": self._sealed(told["keys"]),
        }
        try:
            answer = self.door.ask("/invia/", fields, **post)
        except (OSError, HTTPException):
            return Told.PERHAPS, None
        if next_ticket := re.search(r'data-ticket="([^"]+)"', answer.body):
            self.ticket = next_ticket[1]
        wait = 3.0 if answer.status == 429 else 0.0
        return self._hear(answer), wait if answer.status in (409, 429) else None

    def _sealed(self, keys: list[str]) -> str:
        certificates = [each for each in self.desk.certificates if key_of(each) in keys]
        assert len(certificates) == len(keys)
        return urlsafe_b64encode(seal(self.mark, certificates)).decode().rstrip("=")

    def _by_browser(self) -> Told:
        """Do what a browser without scripts does; its own page about a lost connection says nothing of us."""
        fields = {"t": self.ticket, "b": str(self.desk.number), "c": "1", "w": "", "d": self.mark}
        try:
            answer = self.door.ask("/invia/", fields, Sec_Fetch_Mode="navigate")
            if answer.status == 303:
                answer = self.door.ask(answer.location.partition("#")[0])
        except (OSError, HTTPException):
            return Told.PERHAPS
        if token := re.search(r'name="t" value="([^"]+)"', answer.body):
            self.ticket = token[1]
        return self._hear(answer)

    def _hear(self, answer: Answer) -> Told:
        """Tell what an answer says, and keep its first sentence."""
        heading = re.search(r"<h1[^>]*>\s*(.*?)\s*</h1>", answer.body, re.DOTALL)
        note = re.search(r'id="nota".*?<h2[^>]*>\s*(.*?)\s*</h2>', answer.body, re.DOTALL)
        self.words.add(f"{answer.status} {(note or heading or ['', ''])[1]}")
        if '<strong class="reference"' in answer.body:
            return Told.RECEIVED
        says_no = re.search(r"non è stato ricevuto|Ancora un momento", answer.body, re.IGNORECASE)
        return Told.NOT_RECEIVED if says_no else Told.PERHAPS
