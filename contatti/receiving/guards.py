"""What is refused before a posted form is read."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, QueryDict

from contatti.contact_form.definition import TICKET
from contatti.contact_form.questions import DESK
from contatti.contact_form.ticket import TicketState, read
from contatti.receiving.problems import Problem, Refusal
from contatti.sealed.envelope import MAX_ENVELOPE_BYTES
from home import once

MAX_POST_BYTES = MAX_ENVELOPE_BYTES * 4 // 3 + 4096
"""The largest envelope in base64, with its ticket. A form of 50 KB of text fits when percent-encoded."""
FORM_TYPE = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Guard:
    """One reason to refuse a request by its headers alone."""

    refusal: Refusal
    broken: Callable[[HttpRequest], bool]


def is_from_elsewhere(request: HttpRequest) -> bool:
    """Tell whether another site made the browser post this (Fetch Metadata; RFC 6454).

    Under our own `no-referrer` a browser writes `Origin: null` on a plain form, so null says nothing. With
    neither header the ticket alone has to prove that the form was ours.
    """
    site = request.headers.get("Sec-Fetch-Site", "")
    origin = request.headers.get("Origin", "null")
    return site not in ("", "same-origin") or origin not in (
        "null",
        f"{request.scheme}://{request.get_host()}",
    )


def _has_no_proof(request: HttpRequest) -> bool:
    return "Sec-Fetch-Site" not in request.headers and request.headers.get("Origin", "null") == "null"


def _length(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


RULES = (
    Guard(Refusal.FROM_ELSEWHERE, is_from_elsewhere),
    # A multipart body could carry files, and those would be written to the disk.
    Guard(Refusal.WRONG_TYPE, lambda request: request.content_type != FORM_TYPE),
    Guard(Refusal.TOO_LARGE, lambda request: _length(request) > MAX_POST_BYTES),
)


@dataclass(frozen=True, slots=True)
class Posted:
    """What arrived of a form; unless it is whole, nothing of it may be stored."""

    fields: QueryDict
    is_whole: bool


def admit_whole(request: HttpRequest) -> QueryDict:
    """Return the fields that a script posted, all of them. Raises Problem."""
    posted = admit(request)
    if not posted.is_whole:
        raise Problem(Refusal.UNREADABLE)
    return posted.fields


def admit(request: HttpRequest) -> Posted:
    """Return the posted fields. Raises Problem before reading what the headers already condemn."""
    is_whole = True
    for rule in RULES:
        if rule.broken(request):
            raise Problem(rule.refusal)
    try:
        fields = once.posted_whole(request)
    except once.NotWhole as part:
        if not part.fields:
            raise Problem(Refusal.UNREADABLE) from None
        fields = part.fields
        is_whole = False
    if TICKET not in fields and DESK.name not in fields:
        raise Problem(Refusal.EMPTY)
    if _has_no_proof(request) and read(fields.get(TICKET, "")).state is TicketState.INVALID:
        raise Problem(Refusal.FROM_ELSEWHERE)
    return Posted(fields, is_whole)
