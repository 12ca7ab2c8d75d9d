"""Which mailboxes take requests now, and for whom a request must be sealed. Every moment is aware."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from cryptography import x509
from django.db.models import Prefetch, QuerySet

from contatti.sealed.conf import sealed_settings
from contatti.sealed.models import CertificateRole, Mailbox, OperatorCertificate

STALE = timedelta(days=21)
"""A mailbox of which nobody proved a key for so long may have no reader."""


@dataclass(frozen=True, slots=True)
class Availability:
    """A mailbox and the certificates for which a request must be sealed; empty when it takes none."""

    mailbox: Mailbox
    certificates: tuple[x509.Certificate, ...]

    @property
    def is_open(self) -> bool:
        return bool(self.certificates)


def usable_certificates(now: datetime) -> QuerySet[OperatorCertificate]:
    """Return the rows that may be sealed for, in the order in which recipients are written."""
    return OperatorCertificate.objects.usable(now).order_by("pk")


def availability_of(
    mailbox: Mailbox, now: datetime, rows: Sequence[OperatorCertificate] | None = None
) -> Availability:
    """Return one mailbox's state; one query unless its usable rows are given."""
    found = usable_certificates(now).filter(mailbox=mailbox.pk) if rows is None else rows
    # The rules run again: a row written before a rule became stricter must not weaken a new request.
    good = [row for row in found if row.is_usable(now)]
    proved = newest_proof(good)
    if (
        not mailbox.address
        or mailbox.paused
        or proved is None
        or (mailbox.closes_unproved and proved < now - STALE)
    ):
        good = []
    return Availability(mailbox, tuple(row.x509 for row in good))


def newest_proof(rows: Iterable[OperatorCertificate]) -> datetime | None:
    """Return when somebody last showed that she reads with one of these usable keys, the safe's aside."""
    moments = [row.proved_at for row in rows if row.role == CertificateRole.OPERATOR and row.proved_at]
    return max(moments, default=None)


def availabilities(now: datetime) -> list[Availability]:
    """Return the state of every mailbox that the project offers, with two queries."""
    return _with_keys(sealed_settings.offered_mailboxes(), now)


def watched_availabilities(now: datetime) -> list[Availability]:
    """Return the state of those, and of the mailboxes that others than visitors write to."""
    return [*availabilities(now), *_with_keys(sealed_settings.also_read(), now)]


def _with_keys(mailboxes: QuerySet[Mailbox], now: datetime) -> list[Availability]:
    prefetch = Prefetch("certificates", queryset=usable_certificates(now), to_attr="usable_certificates")
    rows: Iterable[Any] = mailboxes.prefetch_related(prefetch)
    return [availability_of(mailbox, now, mailbox.usable_certificates) for mailbox in rows]
