"""Which desks take requests now: asked by the form, the checks and the watch. Every moment is aware."""

from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from django.conf import settings
from django.db.models import Prefetch

from contatti.models import CertificateRole, DeskIntake, OperatorCertificate
from servizi.models import DeskPage


@dataclass(frozen=True, slots=True)
class DeskDoor:
    """A live desk and its state towards the form.

    `certificates` are those that a request must be sealed for; empty when it takes none.
    """

    desk: DeskPage
    intake: DeskIntake | None
    certificates: tuple[x509.Certificate, ...]

    @property
    def is_open(self) -> bool:
        return bool(self.certificates)

    @property
    def pause_message(self) -> str:
        """Return the desk's own words for a pause, empty if it is not paused or gave none."""
        return self.intake.pause_message if self.intake and self.intake.paused else ""


def desk_doors(now: datetime) -> list[DeskDoor]:
    """Return every live desk in tree order, with two queries.

    Mailbox and certificates belong to the page in the site's first language; `desk.localized` translates it.
    """
    usable = OperatorCertificate.objects.usable(now).order_by("pk")
    desks = (
        DeskPage.objects.live()
        .filter(locale__language_code=settings.LANGUAGE_CODE)
        .select_related("intake")
        .prefetch_related(Prefetch("certificates", queryset=usable, to_attr="usable_certificates"))
        .order_by("path")
    )
    doors = []
    for desk in desks:
        desk.source = desk  # in another language, each would ask the database for it
        doors.append(_door(desk, desk.usable_certificates, now))
    return doors


def door_of(desk: DeskPage, now: datetime) -> DeskDoor:
    """Return one desk's state, with at most two queries."""
    return _door(desk, list(OperatorCertificate.objects.for_desk(desk).usable(now).order_by("pk")), now)


def _door(desk: DeskPage, rows: list[OperatorCertificate], now: datetime) -> DeskDoor:
    intake: DeskIntake | None = getattr(desk, "intake", None)
    # The rules run again: a row written before a rule became stricter must not weaken a new request.
    good = [row for row in rows if row.is_usable(now)]
    answered = any(row.role == CertificateRole.OPERATOR for row in good)
    if not (desk.live and intake and not intake.paused and answered):
        good = []
    return DeskDoor(desk, intake, tuple(row.x509 for row in good))
