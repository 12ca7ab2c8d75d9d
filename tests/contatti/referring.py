"""Two desks and a body that can open letters, and what an operator's browser posts, for tests of referrals."""

from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from secrets import token_hex

from cryptography import x509
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from amaranta.demo.partners import build_partner, build_partner_index, build_section
from contatti.models import BodyMailbox, Referral
from contatti.referral.answer_code import proof_of
from contatti.sealed.conversation.code import make_code
from contatti.sealed.envelope import seal
from contatti.sealed.models import Mailbox, OperatorCertificate
from home.models import HomePage
from servizi.models import DeskPage, PartnerPage
from tests.contatti.desks import DeskMaker, operator_key

NEW = "/admin/casi/affida/"
KEYS, SEND = f"{NEW}chiavi/", f"{NEW}manda/"
LIST = "/admin/casi/"
CONFIRM = "/conferma/"
# As a script asks: the administration redirects everybody else, and says so on the next page.
SCRIPT = {"X-Requested-With": "XMLHttpRequest"}


@dataclass
class Network:
    """first refers; second and body receive."""

    first: DeskPage
    second: DeskPage
    body: BodyMailbox


def build_network(home: HomePage) -> Network:
    maker = DeskMaker(home)
    first, second = maker.open("Primo"), maker.open("Secondo")
    section = build_section(build_partner_index(home), maker.comune)
    return Network(first, second, give_mailbox(build_partner(section, "Consultorio Esempio")))


def give_mailbox(body: PartnerPage) -> BodyMailbox:
    """Give a body a mailbox that one person opens."""
    mailbox = BodyMailbox.objects.create(body=body, address="ente@example.org")
    row = OperatorCertificate(mailbox=mailbox, holder="assistente sociale")
    row.set_certificate(operator_key(3)[1])
    row.count_as_proved(timezone.now())
    row.save()
    return mailbox


@dataclass
class Sealed:
    """A letter as a browser posts it."""

    network: Network
    receiver: Mailbox
    code: str = field(default_factory=make_code)
    attempt: str = field(default_factory=token_hex)

    def certificates(self) -> list[x509.Certificate]:
        rows = OperatorCertificate.objects.filter(mailbox=self.receiver.pk).order_by("pk")
        return [row.x509 for row in rows]

    def fields(self, **others: object) -> dict[str, object]:
        der = seal("Un caso.", self.certificates())
        return {
            "sender": self.network.first.mailbox.pk,
            "receiver": self.receiver.pk,
            "consent": "spoken",
            "locator": self.code[:8],
            "proof": proof_of(self.code),
            "attempt": self.attempt,
            "sealed": urlsafe_b64encode(der).decode().rstrip("="),
            **others,
        }

    def post(self, client: Client, **others: object) -> HttpResponse:
        return client.post(SEND, self.fields(**others), headers=SCRIPT)

    @property
    def row(self) -> Referral:
        return Referral.objects.get(locator=self.code[:8])
