"""Takes a request, sealed in the browser or sealed here, and answers once it is stored."""

import binascii
from base64 import urlsafe_b64decode
from collections.abc import Callable, Sequence

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone

from contatti import captcha
from contatti.budget import spend
from contatti.envelope import EnvelopeRefused, Reason, seal, verify
from contatti.forms.layout import TICKET
from contatti.forms.request_form import RequestForm
from contatti.forms.request_text import answers_text, compose, frame
from contatti.forms.standard import DESK
from contatti.forms.ticket import Ticket, TicketState, issue, read
from contatti.models import ContactPage, OutboxItem, TicketUsed
from contatti.outbox import NotStored, storing
from contatti.questions import DeskDoor, desk_doors, door_of
from contatti.views import answers
from contatti.views.gate import Posted, admit
from contatti.views.problems import Problem, Refusal
from home import once
from servizi.models import DeskPage

ENVELOPE = "z"
"""The sealed text: DER in base64url (RFC 4648, 5) without padding. A browser that seals posts it."""
ATTEMPT = "y"
"""Random text that a browser keeps for one request and sends again with every attempt to send it."""
MAX_KEY_DIGITS = 18
"""A primary key is below 2**63; a number above makes the database's driver raise OverflowError."""

TICKET_REFUSALS = {
    TicketState.EARLY: Refusal.TOO_FAST,
    TicketState.LATE: Refusal.STALE,
    TicketState.INVALID: Refusal.STALE,
}


def receive(request: HttpRequest) -> HttpResponse:
    """Return the answer to a posted form. Raises Problem when nothing was stored."""
    posted = admit(request)
    ticket = read(posted.fields.get(TICKET, ""))
    if ENVELOPE in posted.fields or ATTEMPT in posted.fields:
        once.directly(request)
        if not posted.is_whole:
            raise Problem(Refusal.UNREADABLE)
        return _receive_sealed(request, page_of(ticket, only=("verification",)), ticket, posted.fields)
    return _receive_open(request, page_of(ticket), ticket, posted)


def page_of(ticket: Ticket, *, only: Sequence[str] = ()) -> ContactPage:
    """Return the page whose form was posted, or another that is live. Raises Problem if there is none."""
    page = ContactPage.current(ticket.page_id, only=only)
    if page is None:
        raise Problem(Refusal.DESK_CLOSED)
    return page


def door_named(value: str) -> DeskDoor:
    """Return the open desk that a field names. Raises Problem if there is no such desk, or it is closed."""
    # What a desk's own page shows is not read: this runs for every request that is taken.
    desks = DeskPage.objects.live().select_related("intake").only("title", "live", "intake")
    # Other scripts have digits too, and Python's numbers take them.
    is_key = value.isascii() and value.isdecimal() and len(value) <= MAX_KEY_DIGITS
    desk = desks.filter(pk=value).first() if is_key else None
    door = door_of(desk, timezone.now()) if desk else None
    if door is None or not door.is_open:
        raise Problem(Refusal.DESK_CLOSED)
    return door


def _receive_sealed(
    request: HttpRequest, page: ContactPage, ticket: Ticket, fields: QueryDict
) -> HttpResponse:
    if ticket.state in TICKET_REFUSALS:
        raise Problem(TICKET_REFUSALS[ticket.state])
    attempt = fields.get(ATTEMPT, "")
    if not attempt:
        raise Problem(Refusal.NOT_SEALED)
    der = _envelope(fields.get(ENVELOPE, ""))
    door = door_named(fields.get(DESK.name, ""))
    _verify(der, door)
    key = ticket.submission_key(f"{door.desk.pk}\n{attempt}".encode())
    _check_captcha(request, page, key)
    return _store(door, der, key, ticket, lambda: answers.received_fragment(request, page))


def _receive_open(request: HttpRequest, page: ContactPage, ticket: Ticket, posted: Posted) -> HttpResponse:
    """Seal here what a browser without JavaScript posted; the text lives as long as this call."""
    now = timezone.now()
    layout = page.layout(desk_doors(now))
    form = RequestForm(layout, posted.fields)
    token = posted.fields.get(TICKET, "") if ticket.lasts else issue(page.pk)
    if not posted.is_whole:
        return answers.form_again(request, page, form, token, Problem(Refusal.INCOMPLETE))
    if not form.is_valid():
        return answers.form_again(request, page, form, token)
    if ticket.state in TICKET_REFUSALS:
        return answers.form_again(request, page, form, token, Problem(TICKET_REFUSALS[ticket.state]))
    door = layout.door(form.cleaned_data[DESK.name])
    if door is None:  # the form has just checked it
        raise Problem(Refusal.DESK_CLOSED)
    try:
        text = answers_text(layout, form.cleaned_data)
        content = f"{door.desk.pk}\n{text}".encode()
        key = ticket.submission_key(content)
        _check_captcha(request, page, key)
        reference = ticket.reference(content)
        der = seal(compose(frame(door.desk.title, now), reference, text), door.certificates)
        _verify(der, door)
        return _store(door, der, key, ticket, lambda: answers.received(request, page, reference))
    except Problem as problem:
        if problem.refusal is Refusal.USED:
            token = issue(page.pk)
        return answers.form_again(request, page, form, token, problem)


def _envelope(value: str) -> bytes:
    try:
        return urlsafe_b64decode(value + "=" * (-len(value) % 4))
    except (binascii.Error, ValueError):
        raise Problem(Refusal.NOT_SEALED) from None


def _verify(der: bytes, door: DeskDoor) -> None:
    refusals = {Reason.OVERSIZED: Refusal.TOO_LARGE, Reason.WRONG_RECIPIENTS: Refusal.KEYS_CHANGED}
    try:
        verify(der, door.certificates)
    except EnvelopeRefused as error:
        raise Problem(refusals.get(error.reason, Refusal.NOT_SEALED)) from None


def _check_captcha(request: HttpRequest, page: ContactPage, key: bytes) -> None:
    if not (page.verification and captcha.configured()):
        return
    # Google takes an answer once: who sends again because our answer was lost has none left.
    if OutboxItem.objects.filter(submission_key=key).exists():
        return
    try:
        captcha.check(request)
    except ValidationError as error:
        raise Problem(Refusal.UNVERIFIED, error.messages[0]) from None


def _store(
    door: DeskDoor, der: bytes, key: bytes, ticket: Ticket, answer: Callable[[], HttpResponse]
) -> HttpResponse:
    """Store the envelope and make its answer in one transaction, so that neither exists without the other."""
    try:
        with storing():
            _, created = OutboxItem.objects.accept(door.desk, der, key, ticket.mark)
            if created and not spend(door.desk, timezone.now()):
                raise Problem(Refusal.OVER_BUDGET)
            return answer()
    except TicketUsed:
        raise Problem(Refusal.USED) from None
    except (NotStored, once.NotKept):
        raise Problem(Refusal.NOT_STORED) from None
