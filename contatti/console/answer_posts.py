"""What an operator's browser asks and posts while she answers: a place, a mark, a number, a sealed answer.

Neither a code, nor a key, nor a text ever arrives here, and nothing that arrives is written into a log.
"""

from typing import Any

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET, require_POST

from contatti.console.forms import Place, PlaceForm, SealedForm
from contatti.console.rights import is_operator, own_mailbox
from contatti.console.times import day_words
from contatti.models import DeskMailbox
from contatti.sealed import answer_store
from contatti.sealed.answer_store import AnswerNotTaken
from contatti.sealed.storing import NotStored

CONFLICT, LATER = 409, 503


@require_GET
def token(request: HttpRequest) -> HttpResponse:
    """Give a page that was open while its session ended what the next one asks of a post.

    Raises PermissionDenied.
    """
    if not is_operator(request.user):
        raise PermissionDenied
    return JsonResponse({"token": get_token(request)})


@require_POST
def state(request: HttpRequest) -> HttpResponse:
    """Say what this desk answered to a code, by its place and the mark of its key."""
    asked, code = _valid(PlaceForm(request.POST))
    return JsonResponse(_state(code, own_mailbox(request.user, asked["mailbox"])))


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep a sealed answer: 409 if it is not the next to this key any more, 503 if it can't be stored now."""
    posted, code = _valid(SealedForm(request.POST))
    mailbox = own_mailbox(request.user, posted["mailbox"])
    try:
        answer_store.answer(code, mailbox, posted["number"], posted["sealed"], posted["days"])
    except AnswerNotTaken:
        return JsonResponse(_state(code, mailbox), status=CONFLICT)
    except NotStored:
        return JsonResponse({}, status=LATER)
    return JsonResponse(_state(code, mailbox))


@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """Delete what this desk answered to a code."""
    asked, code = _valid(PlaceForm(request.POST))
    try:
        answer_store.end(code, own_mailbox(request.user, asked["mailbox"]))
    except NotStored:
        return JsonResponse({}, status=LATER)
    return JsonResponse({})


def _valid(form: PlaceForm) -> tuple[dict[str, Any], Place]:
    """Raises BadRequest for what no page of ours posts."""
    if not form.is_valid():
        raise BadRequest
    return form.cleaned_data, form.code()


def _state(code: Place, mailbox: DeskMailbox) -> dict[str, Any]:
    found = answer_store.state_of(code, mailbox)
    return {
        "today": localdate().isoformat(),
        "known": found is not None and found.known,
        "last": found.last if found else 0,
        "since": day_words(found.day) if found else "",
        "until": day_words(found.delete_on) if found else "",
        "left": (found.delete_on - localdate()).days if found else 0,
    }
