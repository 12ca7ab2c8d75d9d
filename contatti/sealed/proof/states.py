"""How a key's proof stands, in words that tell a mail that did not arrive from one that nobody answered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from contatti.sealed.models import OperatorCertificate, OutboxItem, OutboxState, ReadingTest
from contatti.sealed.models.reading_tests import MOST_TRIES
from contatti.sealed.moments import local_day

MISSED = timedelta(days=9)
"""A key that was not proved for so long let a test message pass."""

ON_ITS_WAY: dict[str, Callable[[], str]] = {
    OutboxState.REFUSED: lambda: _("il server di posta rifiuta il messaggio di prova"),
    OutboxState.BOUNCED: lambda: _("la casella ha respinto il messaggio di prova"),
    OutboxState.UNCERTAIN: lambda: _("il messaggio di prova forse è arrivato: non si sa"),
}


@dataclass(frozen=True, slots=True)
class ProofState:
    """A key, its last test message if there is one, and what became of that."""

    key: OperatorCertificate
    test: ReadingTest | None
    now: datetime

    @property
    def last_proved(self) -> str:
        """Return the day of the last proof, or that there was none."""
        return last_proved(self.key)

    @property
    def is_open(self) -> bool:
        """Tell whether digits may be typed now."""
        test = self.test
        return bool(test and not test.answered_at and test.valid_until > self.now and test.tries < MOST_TRIES)

    @property
    def is_late(self) -> bool:
        """Tell whether a key that counted once missed its test."""
        return self.key.proved_at is not None and self.key.proved_at < self.now - MISSED

    @property
    def did_not_arrive(self) -> bool:
        """Tell whether the mail, and not a person, is what is missing."""
        item = self.test and self.test.item
        return bool(item and (item.state in ON_ITS_WAY or item.state == OutboxState.WAITING))

    @property
    def words(self) -> str:
        """Return what became of the last test message."""
        return _words(self)


def _words(state: ProofState) -> str:
    test = state.test
    if not state.key.mailbox.address:
        return _("manca la casella a cui mandare la prova")
    if test is None:
        return _not_sent_yet(state.key.test_due_at, state.now)
    if test.answered_at:
        return _("ha risposto il %(day)s") % {"day": f"{local_day(test.answered_at):%d/%m/%Y}"}
    return _of_the_mail(test.item) or _of_the_reader(test, state.now)


def _not_sent_yet(due_at: datetime | None, now: datetime) -> str:
    if due_at is None or due_at <= now:
        return _("il messaggio di prova parte tra poco")
    return _("la prossima prova arriva entro il %(day)s") % {"day": f"{local_day(due_at):%d/%m/%Y}"}


def _of_the_mail(item: OutboxItem | None) -> str:
    """Return what keeps the message from arriving, empty if nothing is known to."""
    if item is None:
        return ""
    if item.state == OutboxState.WAITING:
        return _waiting(item.attempts)
    return ON_ITS_WAY[item.state]() if item.state in ON_ITS_WAY else ""


def _of_the_reader(test: ReadingTest, now: datetime) -> str:
    if test.tries >= MOST_TRIES:
        return _("troppi numeri sbagliati: serve un messaggio nuovo")
    day = {"day": f"{local_day(test.made_at):%d/%m/%Y}"}
    if test.valid_until <= now:
        return _("al messaggio di prova del %(day)s, partito regolarmente, nessuna ha risposto") % day
    return _("il messaggio di prova del %(day)s è partito e aspetta una risposta") % day


def _waiting(attempts: int) -> str:
    if attempts > 1:
        return _("il messaggio di prova aspetta: il server di posta per ora non lo prende")
    return _("il messaggio di prova è in partenza")


def last_proved(key: OperatorCertificate) -> str:
    """Return the day of a key's last proof, or that there was none."""
    return f"{local_day(key.proved_at):%d/%m/%Y}" if key.proved_at else _("mai")


def state_of(key: OperatorCertificate, now: datetime) -> ProofState:
    """Return how a key's proof stands; two queries where its mailbox is loaded."""
    return ProofState(key, key.tests.select_related("item").first(), now)
