"""Desks that take requests, with keys of their own, for tests."""

from datetime import UTC, datetime
from functools import lru_cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from django.utils import timezone
from django.utils.text import slugify

from contatti.models import DeskMailbox
from contatti.sealed.certificates.generate import make_operator_key
from contatti.sealed.models import OperatorCertificate
from home.models import HomePage
from servizi.models import Comune, DeskIndexPage, DeskPage

ISSUED = datetime(2026, 1, 1, tzinfo=UTC)
"""Before every moment that a test looks at."""


@lru_cache
def operator_key(number: int, days: int = 3650, bits: int = 2048) -> tuple[RSAPrivateKey, x509.Certificate]:
    """Return the same key and certificate for the same number throughout a run: RSA keys are slow to make."""
    return make_operator_key(f"Operatrice {number}", days=days, bits=bits, now=ISSUED)


def give_address(desk: DeskPage, address: str) -> DeskMailbox:
    """Give a desk's mailbox the address at which its operators read."""
    mailbox: DeskMailbox = desk.mailbox
    mailbox.address = address
    mailbox.save()
    return mailbox


class DeskMaker:
    """Makes desks below one index page."""

    def __init__(self, home: HomePage) -> None:
        self.index = home.add_child(instance=DeskIndexPage(title="Sportelli", slug="sportelli"))
        self.comune = Comune.objects.create(name="Prova", slug="prova")

    def closed(self, title: str) -> DeskPage:
        """Return a live desk with neither an address nor a certificate."""
        desk = DeskPage(title=title, slug=slugify(title), comune=self.comune, intro="Un posto dove parlare.")
        self.index.add_child(instance=desk)
        return desk

    def open(self, title: str) -> DeskPage:
        """Return a live desk with a mailbox and two operators, the first of whose certificates ends first."""
        desk = self.closed(title)
        give_address(desk, f"{desk.slug}@example.org")
        self.certify(desk, 1, days=1000)
        self.certify(desk, 2)
        return desk

    def certify(self, desk: DeskPage, number: int, days: int = 3650) -> OperatorCertificate:
        """Give a desk the certificate of an operator."""
        row = OperatorCertificate(mailbox=desk.mailbox, holder=f"operatrice {number}")
        row.set_certificate(operator_key(number, days)[1])
        row.count_as_proved(timezone.now())
        row.save()
        return row
