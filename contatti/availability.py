"""Which desks take requests now: asked by the form, for each moment (aware) anew."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from cryptography import x509
from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.translation import get_language

from contatti.sealed.availability import availability_of, usable_certificates
from contatti.sealed.models import Mailbox, OperatorCertificate
from home.kept_lookups import are_kept, looked_up
from servizi.models import DeskPage

MINUTE = 60
"""Seconds for which what is kept of a page (home.kept_lookups) may say who takes requests."""
MAX_KEY_DIGITS = 18
"""A primary key is below 2**63; a number above makes the database's driver raise OverflowError."""


@dataclass(frozen=True, slots=True)
class DeskAvailability:
    """A live desk and its state towards the form.

    `certificates` are those that a request must be sealed for; empty when it takes none. `page` is the desk
    in the active language: what she reads of it comes from there, what is posted and sealed from `desk`.
    """

    desk: DeskPage
    mailbox: Mailbox
    certificates: tuple[x509.Certificate, ...]
    page: DeskPage

    @property
    def is_open(self) -> bool:
        return bool(self.certificates)

    def closed(self) -> "DeskAvailability":
        """Return the same desk as one that takes no requests."""
        return replace(self, certificates=())

    @property
    def address(self) -> str:
        """Return where the desk's form is, below the contact page: a number, for addresses are kept."""
        return f"{self.desk.pk}/"

    @property
    def pause_message(self) -> str:
        """Return the desk's own words for a pause, empty if it is not paused or gave none."""
        return self.mailbox.pause_message if self.mailbox.paused else ""


def desk_availabilities(now: datetime) -> list[DeskAvailability]:
    """Return every live desk in tree order, with two queries, and one more where they are translated."""
    minute = int(now.timestamp() // MINUTE)
    key = ("availabilities", get_language(), minute)
    return list(looked_up(key, lambda: _availabilities(_originals().order_by("path"), now)))


def availability_named(value: str, now: datetime) -> DeskAvailability | None:
    """Return the live desk that an address or a field names, with as many queries; None if there is none.

    A mailbox belongs to the page in the site's first language, so a translation's key names no desk.
    """
    key = desk_key(value)
    if key and are_kept():
        return next((each for each in desk_availabilities(now) if each.desk.pk == key), None)
    found = _availabilities(_originals().filter(pk=key), now) if key else []
    return found[0] if found else None


def desk_key(value: str) -> int | None:
    """Return the primary key that a posted or visited text can be, None for anything else."""
    # Other scripts have digits too, and Python's numbers take them.
    is_key = value.isascii() and value.isdecimal() and len(value) <= MAX_KEY_DIGITS
    return int(value) if is_key else None


def desk_availability(desk: DeskPage, now: datetime) -> DeskAvailability:
    """Return the state of one desk in the site's first language, with at most two queries."""
    return _availability(desk, now, None, desk)


def known_availability(
    desks: Callable[[], QuerySet[DeskPage]], named: tuple[str, int]
) -> DeskAvailability | None:
    """Return the state at this moment of the one desk in a query; `named` is what it asks for.

    The query is only composed if it is asked: that alone would cost more than all the rest. Row and
    certificates may be those of a moment ago, as long as nothing has changed; which of them are valid is
    looked at anew.
    """
    now = timezone.now()

    def ask() -> tuple[DeskPage, list[OperatorCertificate]] | None:
        desk = desks().first()
        return desk and (desk, list(usable_certificates(now).filter(mailbox=_mailbox_of(desk).pk)))

    found = looked_up(("desk", *named, int(now.timestamp() // MINUTE)), ask)
    return _availability(found[0], now, found[1], found[0]) if found else None


def offered_mailboxes() -> QuerySet[Mailbox]:
    """Return the mailboxes of the desks that are on the site: the answer to SEALED_MAILBOXES."""
    live = DeskPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE)
    return Mailbox.objects.filter(deskmailbox__desk__in=live).order_by("deskmailbox__desk__path")


def _originals() -> QuerySet[DeskPage]:
    live: QuerySet[DeskPage] = DeskPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE)
    return live.select_related("mailbox", "comune")


def _availabilities(originals: QuerySet[DeskPage], now: datetime) -> list[DeskAvailability]:
    usable = Prefetch(
        "mailbox__certificates", queryset=usable_certificates(now), to_attr="usable_certificates"
    )
    desks = list(originals.prefetch_related(usable))
    translated = {page.translation_key: page for page in _translations(desks)}
    found = []
    for desk in desks:
        page = translated.get(desk.translation_key, desk)
        desk.source = page.source = desk  # in another language, each would ask the database for it
        rows = getattr(_mailbox_of(desk), "usable_certificates", [])
        found.append(_availability(desk, now, rows, page))
    return found


def _translations(desks: list[DeskPage]) -> Iterable[DeskPage]:
    language = get_language() or settings.LANGUAGE_CODE
    if not desks or language == settings.LANGUAGE_CODE:
        return ()
    keys = [desk.translation_key for desk in desks]
    pages: Iterable[DeskPage] = DeskPage.objects.live().filter(
        locale__language_code=language, translation_key__in=keys
    )
    return pages


def _availability(
    desk: DeskPage, now: datetime, rows: list[OperatorCertificate] | None, page: DeskPage
) -> DeskAvailability:
    mailbox = _mailbox_of(desk)
    certificates = availability_of(mailbox, now, rows).certificates if desk.live else ()
    return DeskAvailability(desk, mailbox, certificates, page)


def _mailbox_of(desk: DeskPage) -> Mailbox:
    """Return a desk's mailbox, an empty one for a translation or a page that is not saved yet."""
    return getattr(desk, "mailbox", None) or Mailbox(name=desk.title)
