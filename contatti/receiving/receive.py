"""Takes a request, sealed in the browser or sealed here, and answers once it is stored."""

import binascii
from base64 import urlsafe_b64decode
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone

from contatti import captcha
from contatti.availability import DeskAvailability
from contatti.contact_form.definition import TICKET
from contatti.contact_form.questions import DESK
from contatti.contact_form.text import answers_text, compose, frame
from contatti.contact_form.ticket import Ticket, TicketState, issue, read
from contatti.contact_form.validation import RequestForm
from contatti.models import ContactPage
from contatti.receiving import responses
from contatti.receiving.guards import Posted, admit
from contatti.receiving.lanes import has_answer, plain_lane, sealed_lane
from contatti.receiving.lookup import MAILBOX, approved_page_of, open_desk_of, page_of, sign_up_of
from contatti.receiving.numbered import block_for, number_of
from contatti.receiving.problems import Problem, Refusal
from contatti.sealed.accepting import LaneFull, accepting
from contatti.sealed.envelope import EnvelopeRefused, Reason, seal, verify
from contatti.sealed.models import Lane, OutboxItem, TicketUsed
from contatti.sealed.storing import NotStored, PerhapsStored
from home import once

ENVELOPE = "z"
"""The sealed text: DER in base64url (RFC 4648, 5) without padding. A browser that seals posts it."""
ATTEMPT = "y"
"""Random text that a browser keeps for one request and sends again with every attempt to send it."""

TICKET_REFUSALS = {
    TicketState.EARLY: Refusal.TOO_FAST,
    TicketState.LATE: Refusal.STALE,
    TicketState.INVALID: Refusal.STALE,
}
ENVELOPE_REFUSALS = {Reason.OVERSIZED: Refusal.TOO_LARGE, Reason.WRONG_RECIPIENTS: Refusal.KEYS_CHANGED}


def receive(request: HttpRequest) -> HttpResponse:
    """Return the answer to a posted form. Raises Problem when nothing was stored."""
    posted = admit(request)
    ticket = read(posted.fields.get(TICKET, ""))
    if ENVELOPE in posted.fields or ATTEMPT in posted.fields:
        once.directly(request)
        if not posted.is_whole:
            raise Problem(Refusal.UNREADABLE)
        # What she sends after an answer needs no approval of the words before a first request.
        find = page_of if MAILBOX in posted.fields else approved_page_of
        return _receive_sealed(request, find(ticket, only=("verification",)), ticket, posted.fields)
    return _receive_open(request, page_of(ticket), ticket, posted)


def _receive_sealed(
    request: HttpRequest, page: ContactPage, ticket: Ticket, fields: QueryDict
) -> HttpResponse:
    if ticket.state in TICKET_REFUSALS:
        raise Problem(TICKET_REFUSALS[ticket.state])
    attempt = fields.get(ATTEMPT, "")
    if not attempt:
        raise Problem(Refusal.NOT_SEALED)
    der = _envelope(fields.get(ENVELOPE, ""))
    sign_up = sign_up_of(fields)
    availability = open_desk_of(fields)
    _verify(der, availability)  # before the captcha, whose answer is good for one try
    key = ticket.submission_key(f"{availability.desk.pk}\n{attempt}".encode())
    # Whoever shows that this desk answered her is no program.
    answered = has_answer(fields, availability.mailbox)
    lane = sealed_lane(request, ticket, fields, answered=answered)
    if not answered:
        lane = _verified(request, page, key, lane)
    return store(
        Sealed(availability, der, key, lane),
        ticket,
        partial(responses.received_fragment, request, page, availability, sign_up),
    )


def _receive_open(request: HttpRequest, page: ContactPage, ticket: Ticket, posted: Posted) -> HttpResponse:
    """Seal here what a browser without JavaScript posted; the text lives as long as this call.

    Raises Problem.
    """
    now = timezone.now()
    sign_up = sign_up_of(posted.fields)
    definition = page.definition(page.desk_named(posted.fields.get(DESK.name, ""), now), sign_up)
    if sign_up and not definition.is_open:
        raise Problem(Refusal.SIGN_UP_CLOSED)
    form = RequestForm(definition, posted.fields)
    token = posted.fields.get(TICKET, "") if ticket.lasts else issue(page.pk)
    number = None if sign_up else number_of(posted.fields)
    again = partial(responses.form_again, request, page, form, number=number)
    if not posted.is_whole:
        return again(token, Problem(Refusal.INCOMPLETE))
    if not form.is_valid() or (number and not number.is_kept):
        return again(token)
    if ticket.state in TICKET_REFUSALS:
        return again(token, Problem(TICKET_REFUSALS[ticket.state]))
    availability = definition.desk
    if availability is None:  # the form has just checked it
        raise Problem(Refusal.DESK_CLOSED)
    try:
        text = answers_text(definition, form.cleaned_data) + block_for(number, availability.mailbox.pk)
        about = f"{availability.desk.pk}\n{sign_up.key}" if sign_up else availability.desk.pk
        content = f"{about}\n{text}".encode()
        key = ticket.submission_key(content)
        lane = _verified(request, page, key, plain_lane(request))
        reference = ticket.reference(content)
        around = frame(availability.desk.title, now, sign_up=sign_up)
        der = seal(compose(around, reference, text), availability.certificates)
        return store(
            Sealed(availability, der, key, lane),
            ticket,
            partial(responses.received, request, page, availability, sign_up, reference),
        )
    except Problem as problem:
        if problem.refusal is Refusal.USED:
            token = issue(page.pk)
        return again(token, problem)


def _envelope(value: str) -> bytes:
    try:
        return urlsafe_b64decode(value + "=" * (-len(value) % 4))
    except (binascii.Error, ValueError):
        raise Problem(Refusal.NOT_SEALED) from None


def _verify(der: bytes, availability: DeskAvailability) -> None:
    try:
        verify(der, availability.certificates)
    except EnvelopeRefused as error:
        raise _refused(error) from None


def _refused(error: EnvelopeRefused) -> Problem:
    return Problem(ENVELOPE_REFUSALS.get(error.reason, Refusal.NOT_SEALED))


def _verified(request: HttpRequest, page: ContactPage, key: bytes, lane: Lane) -> Lane:
    """Return the lane of a request, which is the slow one where a flooded lane's question stays unanswered.

    Raises Problem where an editor wants the answer from everybody.
    """
    if not page.verifies(lane):
        return lane
    # Google takes an answer once: who sends again because our answer was lost has none left.
    if OutboxItem.objects.filter(submission_key=key).exists():
        return lane
    try:
        captcha.check(request)
    except ValidationError as error:
        if page.verification:
            raise Problem(Refusal.UNVERIFIED, error.messages[0]) from None
        return Lane.SLOW
    return lane


@dataclass(frozen=True, slots=True)
class Sealed:
    """An envelope for a desk; `key` is the same when it is sent again, `lane` where it waits if it has to."""

    desk: DeskAvailability
    der: bytes
    key: bytes
    lane: Lane


def store(sealed: Sealed, ticket: Ticket, answer: Callable[[bool], HttpResponse]) -> HttpResponse:
    """Store the envelope and make its answer in one transaction, so that neither exists without the other.

    `answer` is told whether the request is held for later. Raises Problem.
    """
    desk = sealed.desk
    try:
        with accepting(
            desk.mailbox, desk.certificates, sealed.der, sealed.key, ticket.mark, sealed.lane
        ) as is_held:
            return answer(is_held)
    except EnvelopeRefused as error:
        raise _refused(error) from None
    except LaneFull:
        raise Problem(Refusal.FULL) from None
    except TicketUsed:
        raise Problem(Refusal.USED) from None
    except PerhapsStored:
        raise Problem(Refusal.UNSURE) from None
    except (NotStored, once.NotKept):
        raise Problem(Refusal.NOT_STORED) from None
