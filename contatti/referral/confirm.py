"""The views behind /conferma/: whoever has the code of a letter answers it, without an account.

Nothing is kept or logged of who types; a code that answers nothing is told so in one sentence for all.
"""

import logging

from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from contatti.models import ReferralAnswer
from contatti.reading.page import private_page
from contatti.reading.slips import SLIPS
from contatti.receiving.guards import FORM_TYPE, is_from_elsewhere
from contatti.referral.answering import COUNTED, Answered, answer_by_code
from contatti.sealed.conversation.code import CodeError, read_code
from contatti.sealed.storing import NotStored
from home import once

CODE, ANSWER = "n", "o"
LONGEST = 80
WRITTEN: dict[str, Promise] = {
    ReferralAnswer.TAKEN: _("Scritto: preso in carico. Chi vi ha mandato la lettera lo vede adesso."),
    ReferralAnswer.DECLINED: _("Scritto: non potete. Chi vi ha mandato la lettera lo vede adesso."),
}
STOOD: dict[str, Promise] = {
    ReferralAnswer.TAKEN: _("A questo codice è già stato risposto: preso in carico. Resta così."),
    ReferralAnswer.DECLINED: _("A questo codice è già stato risposto: non potete. Resta così."),
    ReferralAnswer.CLOSED: _("Chi vi ha mandato la lettera ha già chiuso da sé: non serve rispondere."),
}
WORTHLESS = _(
    "Questo codice non vale: è sbagliato, è scaduto, o è stato chiuso dopo dieci tentativi. Ricopialo dalla "
    "lettera; se resta così, telefona a chi te l’ha mandata."
)
ELSEWHERE = _("Non è arrivato da questa pagina: scrivi di nuovo il codice qui.")
PART = _("È arrivato incompleto: scrivi di nuovo il codice.")
NO_ANSWER = _("Premi uno dei due pulsanti.")
BUSY = _("Il sito adesso non riesce a scriverlo: riprova tra qualche minuto.")
logger = logging.getLogger(__name__)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@sensitive_variables()
@once.answered_at("referral_confirmed")
def confirm(request: HttpRequest) -> HttpResponse:
    """Show the page on which a code is typed, or take one."""
    if request.method != "POST":
        return _page(request)
    try:
        return _taken(request)
    except (Error, NotStored):
        logger.warning("An answer could not be kept.", exc_info=True)
        return _page(request, BUSY, is_bad=True)


@require_safe
@once.answered_at("referral_confirmed")
def confirmed(request: HttpRequest, word: str) -> HttpResponse:
    """Show what became of a posted code, once; afterwards the empty page."""
    return once.replay(request, word) or _page(request)


def _taken(request: HttpRequest) -> HttpResponse:
    """Raises NotStored and django.db.Error."""
    if is_from_elsewhere(request) or request.content_type != FORM_TYPE:
        return _page(request, ELSEWHERE, is_bad=True)
    try:
        fields = once.posted_whole(request)
    except once.NotWhole:
        return _page(request, PART, is_bad=True)
    typed, pressed = fields.get(CODE, "")[:LONGEST], fields.get(ANSWER, "")
    try:
        code = read_code(typed)
    except CodeError as error:
        return _page(request, slip=SLIPS[error.slip], typed=typed)
    if pressed not in COUNTED:
        return _page(request, NO_ANSWER, is_bad=True, typed=typed)
    return _told(request, answer_by_code(code, ReferralAnswer(pressed)))


def _told(request: HttpRequest, done: Answered | None) -> HttpResponse:
    if done is None:
        return _page(request, WORTHLESS, is_bad=True)
    return _page(request, (WRITTEN if done.is_new else STOOD)[done.answer], is_done=True)


def _page(
    request: HttpRequest,
    note: str | Promise = "",
    *,
    slip: str | Promise = "",
    is_bad: bool = False,
    is_done: bool = False,
    typed: str = "",
) -> HttpResponse:
    """Return the page; `typed`: what stays in the field, where it has to be looked through again."""
    context = {"note": note, "slip": slip, "is_bad": is_bad, "is_done": is_done, "typed": typed}
    return private_page(request, "referral_confirm", "pages/confirm_page.html", context)
