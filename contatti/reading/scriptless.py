"""Reading without JavaScript: number and answers are in memory for one request, and in no other page."""

import logging
from dataclasses import dataclass

from django.db import Error
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from contatti.contact_form.definition import TICKET
from contatti.contact_form.number_text import FollowUp
from contatti.contact_form.ticket import issue
from contatti.contact_form.typed_text import tidy
from contatti.reading.deriving import DerivationBusy, derive
from contatti.reading.opened import proposal, shown
from contatti.reading.page import number_page, private
from contatti.reading.slips import SLIPS
from contatti.receiving.follow_up import take_follow_up
from contatti.receiving.guards import FORM_TYPE, is_from_elsewhere
from contatti.receiving.problems import Problem, Refusal
from contatti.sealed.answer_store import erase, reply_for
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
    """Return the page for a posted number; database gone, a page that needs none.

    A message that could not be sent stands on it again: she would have to write it anew.
    """
    try:
        fields, is_whole = _posted(request)
    except Problem as problem:
        return _said(request, f"{problem.answer.heading}. {problem.words}", "")
    kept = _message(fields)
    try:
        if not is_whole:
            return _said(request, _("È arrivato incompleto: scrivi di nuovo il numero."), kept)
        return _answer(request, fields, kept)
    except (Error, NotStored):
        logger.warning("Answers could not be read.", exc_info=True)
        return busy(request, kept)


def busy(request: HttpRequest, kept: str = "") -> HttpResponse:
    """Say that the site can't answer now, without the database."""
    context = {
        "request": request,
        "heading": _("Il sito adesso non riesce a rispondere"),
        "words": _("Riprova tra qualche minuto, oppure telefona."),
        "kept": kept,
        "token": issue(0),
    }
    return private(HttpResponse(render_to_string("pages/number_fault.html", context), status=503))


def _answer(request: HttpRequest, fields: QueryDict, kept: str) -> HttpResponse:
    try:
        keys = derive(read_code(fields.get(NUMBER, "")))
        answers = open_answers(read_reply(reply_for(keys.locator)), keys, sealed_settings.SITE_ID)
        return _done(request, Sitting(fields, keys, answers))
    except CodeError as error:
        slip = SLIPS[error.slip]
        return _said(request, str(slip), kept) if kept else number_page(request, slip=slip)
    except DerivationBusy:
        return busy(request, kept)
    except AnswerRefused:
        return number_page(request, said="altered", kept=kept)
    except Problem as problem:
        return _said(request, f"{problem.answer.heading}. {problem.words}", kept)


def _posted(request: HttpRequest) -> tuple[QueryDict, bool]:
    """Return the fields that a page of ours posted, and whether they are all of them. Raises Problem."""
    if is_from_elsewhere(request) or request.content_type != FORM_TYPE:
        raise Problem(Refusal.FROM_ELSEWHERE)
    try:
        return once.posted_whole(request), True
    except once.NotWhole as part:
        return part.fields or QueryDict(), False


def _message(fields: QueryDict) -> str:
    """Return what she wrote to the desk, empty if she did something else."""
    return tidy(fields.get(TEXT, ""))[:MAX_LETTERS] if fields.get(DOES, "") == "writes" else ""


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
        return _said(request, _("Metti la spunta se sei sicura, e scrivi di nuovo il numero."), "")
    erase(sitting.keys.locator)
    return number_page(request, said="erased")


def _followed(request: HttpRequest, sitting: Sitting, does: str) -> HttpResponse:
    """Send what she answers to the desk, sealed here. Raises Problem."""
    newest = sitting.answers[-1] if sitting.answers else None
    about = newest if does == "writes" else proposal(sitting.answers)
    text = _message(sitting.fields)
    if newest is None or about is None:
        return number_page(request, said="nothing", kept=text)
    if does == "writes" and not text:
        return _said(
            request, _("Il messaggio era vuoto: scrivi di nuovo il numero, e poi qualche parola."), ""
        )
    follow_up = FollowUp(does, newest.number, newest.document.day, about.document.appointment, text)
    return take_follow_up(
        request,
        sitting.fields.get(TICKET, ""),
        follow_up,
        sitting.keys,
        about.desk,
        newest.number,
        lambda is_held: once.see_other(request, number_page(request, said=does, is_held=is_held)),
    )


def _said(request: HttpRequest, words: str, kept: str) -> HttpResponse:
    return number_page(request, note=words, is_bad=True, kept=kept)
