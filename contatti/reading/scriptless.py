"""Reading without JavaScript: number and answers are in memory for one request, and in no other page."""

import logging
from dataclasses import dataclass

from django.db import Error
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from contatti.contact_form.number_text import FollowUp
from contatti.contact_form.typed_text import tidy
from contatti.reading.deriving import DerivationBusy, derive
from contatti.reading.opened import proposal, shown
from contatti.reading.page import number_page, private
from contatti.reading.slips import SLIPS
from contatti.receiving.follow_up import take_follow_up
from contatti.receiving.guards import FORM_TYPE, is_from_elsewhere
from contatti.receiving.refusals import Problem, Refusal
from contatti.sealed.answering import erase, reply_for
from contatti.sealed.conf import sealed_settings
from contatti.sealed.conversation import (
    AnswerRefused,
    CodeError,
    ConversationKeys,
    OpenedAnswer,
    open_answers,
    read_code,
    read_reply,
)
from contatti.sealed.storing import NotStored
from home import once

NUMBER, WORD, DOES, TEXT, SURE = "n", "p", "o", "d", "s"
MAX_LETTERS = 12_000
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sitting:
    """One request: what was posted, the keys of the number, and what they open."""

    fields: QueryDict
    keys: ConversationKeys
    answers: list[OpenedAnswer]


def answer(request: HttpRequest) -> HttpResponse:
    """Return the page for a posted number; database gone, a page that needs none."""
    try:
        return _answer(request)
    except (Error, NotStored):
        logger.warning("Answers could not be read.", exc_info=True)
        return busy(request)


def busy(request: HttpRequest) -> HttpResponse:
    """Say that the site can't answer now, without the database."""
    context = {
        "request": request,
        "heading": _("Il sito adesso non riesce a rispondere"),
        "words": _("Riprova tra qualche minuto, oppure telefona."),
    }
    return private(HttpResponse(render_to_string("error.html", context), status=503))


def _answer(request: HttpRequest) -> HttpResponse:
    try:
        fields = _posted(request)
        keys = derive(read_code(fields.get(NUMBER, "")))
        answers = open_answers(read_reply(reply_for(keys.locator)), keys, sealed_settings.SITE_ID)
        return _done(request, Sitting(fields, keys, answers))
    except CodeError as error:
        return number_page(request, slip=SLIPS[error.slip])
    except once.NotWhole:
        return _said(request, _("È arrivato incompleto: scrivi di nuovo il numero."))
    except DerivationBusy:
        return busy(request)
    except AnswerRefused:
        return number_page(request, said="altered")
    except Problem as problem:
        return _said(request, f"{problem.answer.heading}. {problem.words}")


def _posted(request: HttpRequest) -> QueryDict:
    """Return the fields that a page of ours posted. Raises Problem and NotWhole."""
    if is_from_elsewhere(request) or request.content_type != FORM_TYPE:
        raise Problem(Refusal.FROM_ELSEWHERE)
    return once.posted_whole(request)


def _done(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    does = sitting.fields.get(DOES, "")
    if does == "erases":
        return _erased(request, sitting)
    if does in ("accepts", "declines", "writes"):
        return _followed(request, sitting, does)
    if not sitting.answers:
        return number_page(request, said="nothing")
    opened = shown(sitting.answers, sitting.fields.get(WORD, ""))
    return number_page(request, opened=opened, asks_word=any(each.is_locked for each in opened))


def _erased(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Erase what she was sure to erase. Raises NotStored."""
    if SURE not in sitting.fields:
        return _said(request, _("Metti la spunta se sei sicura, e scrivi di nuovo il numero."))
    erase(sitting.keys.locator)
    return number_page(request, said="erased")


def _followed(request: HttpRequest, sitting: Sitting, does: str) -> HttpResponse:
    """Send what she answers to the desk, sealed here. Raises Problem."""
    newest = sitting.answers[-1] if sitting.answers else None
    about = newest if does == "writes" else proposal(sitting.answers)
    text = tidy(sitting.fields.get(TEXT, ""))[:MAX_LETTERS] if does == "writes" else ""
    if newest is None or about is None:
        return number_page(request, said="nothing")
    if does == "writes" and not text:
        return _said(request, _("Il messaggio era vuoto: scrivi di nuovo il numero, e poi qualche parola."))
    follow_up = FollowUp(does, about.number, about.document.day, about.document.appointment, text)
    return take_follow_up(
        sitting.fields,
        follow_up,
        sitting.keys,
        about.desk,
        newest.number,
        lambda: once.see_other(request, number_page(request, said=does)),
    )


def _said(request: HttpRequest, words: str) -> HttpResponse:
    return number_page(request, note=words, is_bad=True)
