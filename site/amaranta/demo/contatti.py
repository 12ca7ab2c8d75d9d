"""Mailboxes and certificates that make the demonstration's desks take requests."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from amaranta.demo.operators import ensure_operator
from amaranta.demo.staff import OPERATORS
from contatti.models import BodyMailbox, DeskMailbox
from contatti.sealed.certificates import rules
from contatti.sealed.models import Mailbox, OperatorCertificate
from servizi.models import DeskPage

OPERATORS_PER_DESK = 2


def build_mailboxes(desks: Iterable[DeskPage]) -> None:
    """Give each desk a mailbox on example.org and two operators; safe to run again, renews what expired."""
    now = timezone.now()
    for desk in desks:
        DeskMailbox.objects.filter(desk=desk, address="").update(address=f"sportello-{desk.slug}@example.org")
        for number in range(1, OPERATORS_PER_DESK + 1):
            _certify(desk.mailbox, desk.slug, number, now)


def build_body_mailbox(body: Page) -> BodyMailbox:
    """Give a body of the directory a mailbox and two people who open it; cases can be referred to it."""
    mailbox, _created = BodyMailbox.objects.get_or_create(
        body=body, defaults={"address": "ente-della-rete@example.org"}
    )
    for number in range(1, OPERATORS_PER_DESK + 1):
        _certify(mailbox, "ente-della-rete", number, timezone.now())
    return mailbox


def _certify(mailbox: Mailbox, name: str, number: int, now: datetime) -> None:
    operator = ensure_operator(f"{name}-operatrice-{number}", now)
    holder = _("operatrice %(number)d") % {"number": number}
    keys = OperatorCertificate.objects.filter(mailbox=mailbox.pk)
    if keys.filter(fingerprint=rules.fingerprint(operator.certificate)).exists():
        return
    keys.filter(holder=holder).update(active=False)
    row = OperatorCertificate(mailbox_id=mailbox.pk, holder=holder)
    row.set_certificate(operator.certificate)
    row.count_as_proved(now)
    row.save()


def give_keys_to_operators() -> None:
    """Make the first key of a desk its operator's, and let a test message for it come at once; once alone."""
    for member in OPERATORS:
        user = get_user_model().objects.get(username=member.username)
        keys = OperatorCertificate.objects.active().filter(mailbox__deskmailbox__desk__title=member.desk)
        if not keys.filter(owner=user).exists():
            first = keys.filter(owner=None).order_by("pk").values_list("pk", flat=True).first()
            keys.filter(pk__in=[first] if first else []).update(owner=user, test_due_at=None)
