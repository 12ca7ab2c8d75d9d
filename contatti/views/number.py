"""The views behind /numero/: whoever has a number reads what a desk answered to it."""

import logging
import secrets

from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from contatti.reading import scriptless
from contatti.reading.locator import LOCATOR, locator_in
from contatti.reading.opened import HEADING, WHEN
from contatti.reading.page import STATES, number_page, private
from contatti.receiving.guards import is_from_elsewhere
from contatti.receiving.numbered import MISSING, ORDINALS, WHICH, WRONG
from contatti.sealed.answer_store import erase as erase_answers
from contatti.sealed.answer_store import reply_for
from contatti.sealed.conf import sealed_settings
from contatti.sealed.conversation.reply import LENGTH
from contatti.sealed.storing import NotStored
from home import once
from servizi.time_words import clock_format

PAGE_LENGTH = 65_536
"""Bytes of a page that tells what a number opened: more than answers of usual length need."""
logger = logging.getLogger(__name__)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@sensitive_variables()
@once.answered_at("number_answer")
def number(request: HttpRequest) -> HttpResponse:
    """Show the page on which she types her number; without JavaScript it is posted, and read for one page."""
    if request.method != "POST":
        return number_page(request)
    return _page_long(scriptless.answer(request))


@require_safe
@once.answered_at("number_answer")
def number_answer(request: HttpRequest, word: str) -> HttpResponse:
    """Show what a posted number opened, once; every such page has the same length, whatever it says."""
    gone = _("Quello che c’era qui si apre una volta sola. Per leggere di nuovo, scrivi di nuovo il numero.")
    return _page_long(once.replay(request, word) or number_page(request, note=gone))


@require_safe
def parts(request: HttpRequest) -> HttpResponse:
    """Return the ciphers and words that a script fetches when a number is needed (static/js/parts.js)."""
    context = {
        "site_id": sealed_settings.SITE_ID,
        "states": STATES,
        "ordinals": "|".join(map(str, ORDINALS)),
        "which": WHICH,
        "missing": MISSING,
        "wrong": WRONG,
        "heading": HEADING,
        "when": WHEN,
        "clock": clock_format(),
    }
    return private(render(request, "pages/number_parts.html", context))


@csrf_exempt
@require_POST
@sensitive_post_parameters()
@sensitive_variables()
@once.answers_scripts
def answers(request: HttpRequest) -> HttpResponse:
    """Return the 16 KiB for a locator: the same status and size for every one, known or not, right or wrong.

    When the database is gone it is noise of that size, and the status says that the site is busy.
    """
    try:
        return _fixed(reply_for(_locator(request)))
    except Error:
        logger.warning("Answers could not be read.", exc_info=True)
        return _fixed(secrets.token_bytes(LENGTH), status=503)


@csrf_exempt
@require_POST
@sensitive_post_parameters()
@sensitive_variables()
@once.answers_scripts
def erase(request: HttpRequest) -> HttpResponse:
    """Delete the answers for a locator; the same is said whether there were any or not."""
    try:
        erase_answers(_locator(request))
    except NotStored:
        return _fixed(b"no", status=503)
    return _fixed(b"ok")


def _locator(request: HttpRequest) -> bytes:
    """Return the locator that a script of ours posted; for anything else one that nobody has."""
    try:
        value = "" if is_from_elsewhere(request) else once.posted_whole(request).get(LOCATOR, "")
    except once.NotWhole:
        value = ""
    return locator_in(value)


def _page_long(response: HttpResponse) -> HttpResponse:
    response.__dict__["fixed_length"] = PAGE_LENGTH
    return response


def _fixed(content: bytes, status: int = 200) -> HttpResponse:
    response = private(HttpResponse(content, content_type="application/octet-stream", status=status))
    # Its length must tell nothing: amaranta.compression leaves it as it is.
    response.__dict__["fixed_length"] = len(content)
    return response
