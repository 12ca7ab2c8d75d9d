"""What a posted form is about: its page and its desk."""

from collections.abc import Sequence

from django.utils import timezone

from contatti.availability import DeskAvailability, desk_availability, desk_key
from contatti.contact_form.ticket import Ticket
from contatti.models import ContactPage
from contatti.models.approved_words import APPROVAL
from contatti.receiving.refusals import Problem, Refusal
from servizi.models import DeskPage


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


def open_desk_named(value: str) -> DeskAvailability:
    """Return the open desk that a field names. Raises Problem if there is no such desk, or it is closed."""
    # What a desk's own page shows is not read: this runs for every request that is taken.
    desks = DeskPage.objects.live().select_related("mailbox").only("title", "live", "mailbox")
    key = desk_key(value)
    desk = desks.filter(pk=key).first() if key else None
    availability = desk_availability(desk, timezone.now()) if desk else None
    if availability is None or not availability.is_open:
        raise Problem(Refusal.DESK_CLOSED)
    return availability
