"""Many people at once, and the account of what became of what each wrote."""

import queue
import threading
import time
from collections import Counter
from dataclasses import asdict, dataclass, field

from cryptography.hazmat.primitives.serialization.pkcs7 import pkcs7_decrypt_der

from tests.faults.people import WRITING_SECONDS, Person, Told
from tests.faults.portal import Portal
from tests.interop.mailreaders import envelope_of, text_of

THREADS = 24
PATIENT_SECONDS = 60
PLAIN_ONE_IN = 8


@dataclass
class Outcome:
    """Of one staged fault. perhaps: who was told that nobody knows; of them `came` arrived.

    lost: told "received", and never arrived. untrue: told "not received", and it arrived.
    """

    fault: str
    database: str
    sent: int = 0
    received: int = 0
    arrived: int = 0
    lost: int = 0
    doubled: int = 0
    more: int = 0
    not_received: int = 0
    perhaps: int = 0
    untrue: int = 0
    seconds: int = 0
    notes: dict[str, int] = field(default_factory=dict)
    beside: dict[str, object] = field(default_factory=dict)

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


class Load:
    """Persons who press the button one after the other, evenly over some seconds."""

    def __init__(self, portal: Portal, number: int, seconds: float) -> None:
        self.portal, self.seconds = portal, seconds
        desks = portal.model.desks
        self.people = [
            Person(
                portal.doors,
                desks[place % len(desks)],
                scripted=place % PLAIN_ONE_IN != 0,
                patient=(place // PLAIN_ONE_IN) % 2 == 0,
            )
            for place in range(number)
        ]
        self.errors: list[BaseException] = []
        self._queue: queue.SimpleQueue[tuple[float, Person]] = queue.SimpleQueue()
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(THREADS)]

    def start(self) -> None:
        for person in self.people:
            person.open_the_form()
        time.sleep(WRITING_SECONDS)
        self.begun = time.monotonic()
        for place, person in enumerate(self.people):
            self._queue.put((self.begun + place * self.seconds / len(self.people), person))
        for thread in self._threads:
            thread.start()

    def wait_for(self, share: float) -> None:
        """Wait until that share of the time has passed."""
        time.sleep(max(0, self.begun + share * self.seconds - time.monotonic()))

    def finish(self) -> None:
        for thread in self._threads:
            thread.join()
        if self.errors:
            raise self.errors[0]

    def _work(self) -> None:
        while True:
            try:
                moment, person = self._queue.get_nowait()
            except queue.Empty:
                return
            time.sleep(max(0, moment - time.monotonic()))
            try:
                person.write(self.begun + self.seconds + PATIENT_SECONDS)
            except Exception as error:  # noqa: BLE001 - told by finish()
                self.errors.append(error)

    def account(self, fault: str, database: str) -> Outcome:
        """Open everything that came, and say what became of each request."""
        copies = Counter(opened(self.portal))
        outcome = Outcome(fault, database, sent=len(self.people))
        for person in self.people:
            came = copies.pop(person.mark, 0)
            outcome.arrived += came > 0
            outcome.doubled += came == 2
            outcome.more += came > 2
            if person.told is Told.RECEIVED:
                outcome.received += 1
                outcome.lost += not came
            elif person.told is Told.PERHAPS:
                outcome.perhaps += 1
            else:
                outcome.not_received += 1
                outcome.untrue += came > 0
        assert not copies, copies
        heard = Counter(words for person in self.people for words in person.words)
        outcome.notes = dict(heard.most_common())
        return outcome


def opened(portal: Portal) -> list[str]:
    """Return the mark inside each message, opened with an operator's key."""
    marks = []
    # Alarms to staff come to the same server.
    for message in (each for each in portal.postbox.messages if b"application/pkcs7-mime" in each):
        envelope = envelope_of(message)
        for reader in portal.model.readers:
            try:
                entity = pkcs7_decrypt_der(envelope, reader.certificate, reader.key, [])
            except ValueError:
                continue
            marks.append(mark_in(entity))
            break
        else:
            raise AssertionError("Nobody can open what arrived.")
    return [mark for mark in marks if mark]


def mark_in(entity: bytes) -> str:
    """Return the mark, empty in the portal's own test messages to operators, which are sealed as well."""
    return next((word for word in text_of(entity).split() if word.startswith("richiesta-")), "")
