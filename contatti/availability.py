"""Which desks take requests now: asked by the form, for each moment (aware) anew."""

from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from django.conf import settings
from django.db.models import Prefetch, QuerySet

from contatti.sealed.availability import availability_of, usable_certificates
from contatti.sealed.models import Mailbox, OperatorCertificate
from servizi.models import DeskPage


@dataclass(frozen=True, slots=True)
class DeskAvailability:
    """A live desk and its state towards the form.

    `certificates` are those that a request must be sealed for; empty when it takes none.
    """

    desk: DeskPage
    mailbox: Mailbox
    certificates: tuple[x509.Certificate, ...]

    @property
    def is_open(self) -> bool:
        return bool(self.certificates)

    @property
    def pause_message(self) -> str:
        """Return the desk's own words for a pause, empty if it is not paused or gave none."""
        return self.mailbox.pause_message if self.mailbox.paused else ""


def desk_availabilities(now: datetime) -> list[DeskAvailability]:
    """Return every live desk in tree order, with two queries.

    A mailbox belongs to the page in the site's first language; `desk.localized` translates it.
    """
    usable = Prefetch(
        "mailbox__certificates", queryset=usable_certificates(now), to_attr="usable_certificates"
    )
    desks = (
        DeskPage.objects.live()
        .filter(locale__language_code=settings.LANGUAGE_CODE)
        .select_related("mailbox")
        .prefetch_related(usable)
        .order_by("path")
    )
    found = []
    for desk in desks:
        desk.source = desk  # in another language, each would ask the database for it
        found.append(_availability(desk, now, getattr(_mailbox_of(desk), "usable_certificates", [])))
    return found


def desk_availability(desk: DeskPage, now: datetime) -> DeskAvailability:
    """Return one desk's state, with at most two queries."""
    return _availability(desk, now, None)


def offered_mailboxes() -> QuerySet[Mailbox]:
    """Return the mailboxes of the desks that are on the site: the answer to SEALED_MAILBOXES."""
    live = DeskPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE)
    return Mailbox.objects.filter(deskmailbox__desk__in=live).order_by("deskmailbox__desk__path")


def _availability(desk: DeskPage, now: datetime, rows: list[OperatorCertificate] | None) -> DeskAvailability:
    mailbox = _mailbox_of(desk)
    certificates = availability_of(mailbox, now, rows).certificates if desk.live else ()
    return DeskAvailability(desk, mailbox, certificates)


def _mailbox_of(desk: DeskPage) -> Mailbox:
    """Return a desk's mailbox, an empty one for a translation or a page that is not saved yet."""
    return getattr(desk, "mailbox", None) or Mailbox(name=desk.title)
