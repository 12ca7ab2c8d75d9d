"""Where answers to a POST are opened that have no address of their own."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home import once


@require_safe
@once.answered_at("once")
def answer(request: HttpRequest, word: str) -> HttpResponse:
    """Show the answer once; afterwards say that it is gone."""
    return once.replay(request, word) or _said(request, _("Quello che c’era qui si apre una volta sola."))


@require_safe
def failed(request: HttpRequest) -> HttpResponse:
    """Say that nothing was received; asks neither the database nor the store."""
    words = _("È un problema nostro. Se stavi scrivendo, il messaggio non è stato ricevuto.")
    return _said(request, words)


def _said(request: HttpRequest, words: str) -> HttpResponse:
    # Without context processors, which may ask the database.
    context = {"request": request, "heading": _("Qualcosa non ha funzionato"), "words": words}
    response = HttpResponse(render_to_string("error.html", context))
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response
