"""To whom a case can be referred now: desks on the site and bodies where somebody can open it."""

from datetime import datetime

from django.db.models import Prefetch, Q, QuerySet

from contatti.availability import offered_mailboxes
from contatti.models.body_mailbox import bodies
from contatti.sealed.availability import Availability, availability_of, usable_certificates
from contatti.sealed.models import Mailbox


def receivers(now: datetime) -> list[Availability]:
    """Return those with usable keys, desks before bodies, by name."""
    usable = Prefetch("certificates", queryset=usable_certificates(now), to_attr="usable_certificates")
    rows = _possible().select_related("bodymailbox").prefetch_related(usable)
    found = (availability_of(row, now, row.usable_certificates) for row in rows)
    return sorted((each for each in found if each.is_open), key=lambda each: is_body(each.mailbox))


def receiver_named(pk: int, now: datetime) -> Availability | None:
    """Return one of them; None where nothing can be sealed for it (any more)."""
    row = _possible().filter(pk=pk).first()
    found = availability_of(row, now) if row else None
    return found if found and found.is_open else None


def is_body(mailbox: Mailbox) -> bool:
    """Tell a body's mailbox from a desk's."""
    return hasattr(mailbox, "bodymailbox")


def _possible() -> QuerySet[Mailbox]:
    desks = Q(pk__in=offered_mailboxes().order_by().values("pk"))
    return Mailbox.objects.filter(desks | Q(bodymailbox__body__in=bodies().order_by().values("pk"))).order_by(
        "name"
    )
