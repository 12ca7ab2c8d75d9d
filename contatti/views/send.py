"""The views behind /invia/."""

import logging

from django.db import Error
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from contatti import captcha
from contatti.contact_form.definition import TICKET
from contatti.contact_form.number_text import follow_up_words, reply_words
from contatti.contact_form.text import frame, labels
from contatti.contact_form.ticket import issue, read
from contatti.models import ContactPage
from contatti.receiving import responses
from contatti.receiving.guards import admit, admit_whole
from contatti.receiving.lookup import MAILBOX, approved_page_of, open_desk_of, page_of, sign_up_of
from contatti.receiving.problems import Problem, Refusal
from contatti.receiving.receive import ENVELOPE, receive
from contatti.sealed.envelope import key_of
from contatti.sealed.models import Mailbox
from contatti.sealed.rate_limit import is_spent
from home import once

logger = logging.getLogger(__name__)


# The session-bound CSRF token would need a cookie; contatti.receiving.guards and the signed ticket do.
@csrf_exempt
@sensitive_post_parameters()
@sensitive_variables()
@once.answered_at("contact_answer")
def send(request: HttpRequest) -> HttpResponse:
    """Take a posted form; anything else is shown the page with the form."""
    if request.method != "POST":
        return to_form(request)
    try:
        return _received_or_refused(request)
    except Exception as error:
        # Whatever is broken, storing() kept a request and its answer, or neither, or says that nobody knows.
        level = logging.WARNING if isinstance(error, Error) else logging.ERROR
        logger.log(level, "A request could not be taken.", exc_info=True)
        refusal = Refusal.UNSURE if _is_unsure(error) else Refusal.NOT_STORED
        return responses.out_of_order(request, _what_she_typed(request), refusal)


def _received_or_refused(request: HttpRequest) -> HttpResponse:
    try:
        return receive(request)
    except Problem as problem:
        ticket = issue(0) if problem.refusal is Refusal.USED else ""
        return responses.problem_page(request, problem, ticket)


def _is_unsure(error: BaseException | None) -> bool:
    """Tell whether it broke a second time, when a page was to say that nobody knows."""
    while error is not None:
        if isinstance(error, Problem) and error.refusal is Refusal.UNSURE:
            return True
        error = error.__context__
    return False


def _what_she_typed(request: HttpRequest) -> QueryDict:
    try:
        fields = admit(request).fields
    except Problem:
        return QueryDict()
    return QueryDict() if ENVELOPE in fields else fields


@csrf_exempt
@require_POST
@sensitive_post_parameters()
@once.answers_scripts
def keys(request: HttpRequest) -> HttpResponse:
    """Return, as JSON, what a browser needs to write to one desk at this moment.

    `keys`: for whom to seal, and nothing else of a certificate (contatti.sealed.envelope.key_of); `labels`,
    `opening`, `head`, `tail`: the words of contatti.contact_form.text; `ticket`: a new one if hers is too
    old, else empty; `mailbox`, `number`: what a reply code says of the desk, and the words around it;
    `proof`: whether her locator has to take the place of a verification, or keeps her out of a flood. Asked
    for when she sends, not before: the page stays small and the keys are those of the moment. Posted, because
    an address with the desk in it would reach the logs.
    """
    try:
        fields = admit_whole(request)
        sign_up = sign_up_of(fields)
        availability = open_desk_of(fields)
        ticket = read(fields.get(TICKET, ""))
        page = page_of(ticket) if MAILBOX in fields else approved_page_of(ticket)
    except Problem as problem:
        return responses.problem_page(request, problem)
    after_answer = MAILBOX in fields
    around = frame(availability.desk.title, timezone.now(), after_answer=after_answer, sign_up=sign_up)
    words = follow_up_words() if after_answer else labels(page.definition(availability, sign_up))
    return JsonResponse(
        {
            "keys": [key_of(certificate) for certificate in availability.certificates],
            "ticket": "" if ticket.lasts else issue(page.pk),
            "labels": words,
            "opening": around.opening,
            "head": around.head,
            "tail": around.tail,
            "mailbox": availability.mailbox.pk,
            "number": reply_words(),
            "proof": after_answer and _is_locator_needed(page, availability.mailbox),
        }
    )


def _is_locator_needed(page: ContactPage, mailbox: Mailbox) -> bool:
    """Tell whether it makes a difference: else her browser keeps it to itself."""
    return (page.verification and captcha.configured()) or is_spent(mailbox, timezone.now())


@require_safe
@once.answered_at("contact_answer")
def answer(request: HttpRequest, word: str) -> HttpResponse:
    """Show the answer to a posted form once; afterwards an empty form that says so."""
    opened = once.replay(request, word)
    if opened is not None:
        return opened
    page = ContactPage.current()
    return responses.form_empty(request, page) if page else to_form(request)


def to_form(request: HttpRequest) -> HttpResponse:
    """Redirect to the page with the form, or to the first page of the site if there is none."""
    page = ContactPage.current()
    return HttpResponseRedirect(page.get_url(request) or "/" if page else "/")
