"""What a posted form is about: its page and its desk."""

from collections.abc import Sequence
from functools import partial

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from contatti.availability import DeskAvailability, desk_key, known_availability
from contatti.contact_form.questions import DESK
from contatti.contact_form.ticket import Ticket
from contatti.models import ContactPage
from contatti.models.approved_words import APPROVAL
from contatti.receiving.problems import Problem, Refusal
from contatti.sign_up.event import EVENT, SignUp, sign_up_named
from servizi.models import DeskPage

MAILBOX = "m"
"""Names the desk by its mailbox, which a sealed answer knows it by, in the place of the page."""


def page_of(ticket: Ticket, *, only: Sequence[str] = ()) -> ContactPage:
    """Return the page whose form was posted, or another that is live. Raises Problem if there is none."""
    page = ContactPage.current(ticket.page_id, only=only)
    if page is None:
        raise Problem(Refusal.DESK_CLOSED)
    return page


def approved_page_of(ticket: Ticket, *, only: Sequence[str] = ()) -> ContactPage:
    """Return the same if its words are approved. Raises Problem if not."""
    page = page_of(ticket, only=(*only, *APPROVAL) if only else ())
    if not page.is_approved:
        raise Problem(Refusal.DESK_CLOSED)
    return page


def sign_up_of(fields: QueryDict) -> SignUp | None:
    """Return the event that the fields name, None of a request. Raises Problem if it takes no sign-ups."""
    if EVENT not in fields:
        return None
    found = sign_up_named(fields.get(EVENT, ""))
    if found is None or not found.is_open or found.desk != fields.get(DESK.name, ""):
        raise Problem(Refusal.SIGN_UP_FULL if found and found.event.is_full else Refusal.SIGN_UP_CLOSED)
    return found


def open_desk_of(fields: QueryDict) -> DeskAvailability:
    """Return the open desk that the fields name. Raises Problem if there is none, or it is closed."""
    if MAILBOX not in fields:
        try:
            return _open_desk(fields.get(DESK.name, ""), "pk")
        except Problem:
            if EVENT in fields:  # no other desk knows of the event
                raise Problem(Refusal.SIGN_UP_CLOSED) from None
            raise
    return open_desk_of_mailbox(fields.get(MAILBOX, ""))


def open_desk_of_mailbox(value: str) -> DeskAvailability:
    """Return the open desk whose mailbox answered. Raises Problem if it can't be written to any more."""
    try:
        return _open_desk(value, "mailbox__pk")
    except Problem as problem:
        words = _("Lo sportello adesso non può ricevere messaggi da qui. Per favore telefona.")
        raise Problem(problem.refusal, words) from None


def _open_desk(value: str, name: str) -> DeskAvailability:
    key = desk_key(value)
    availability = known_availability(partial(_desks, name, key), (name, key)) if key else None
    if availability is None or not availability.is_open:
        raise Problem(Refusal.DESK_CLOSED)
    return availability


def _desks(name: str, key: int) -> QuerySet[DeskPage]:
    # What a desk's own page shows is not read: it may be asked for with every request that is taken.
    desks: QuerySet[DeskPage] = DeskPage.objects.live().select_related("mailbox")
    return desks.only("title", "live", "mailbox").filter(**{name: key})
