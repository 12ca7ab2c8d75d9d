"""Error pages that keep the exit and the emergency numbers, and repeat nothing of the request.

In the administration they speak to staff, without the words that are meant for a woman who was writing.
"""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

STAFF = "/admin/"


@dataclass(frozen=True, slots=True)
class Words:
    """What a page says to a visitor and to staff."""

    heading: str | Promise
    visitor: str | Promise
    staff: str | Promise


WENT_WRONG = _("Qualcosa non ha funzionato")
WORDS = {
    400: Words(
        WENT_WRONG,
        _("La richiesta è arrivata in una forma che il sito non capisce."),
        _(
            "La richiesta è arrivata in una forma che il portale non capisce: non è stato salvato niente. "
            "Ricarica la pagina e riprova."
        ),
    ),
    403: Words(
        _("Qui non si entra"),
        _("Questa pagina è riservata a chi lavora al portale."),
        _("Il tuo profilo non comprende questa pagina. Se ti serve, chiedi a chi coordina il portale."),
    ),
    404: Words(
        _("Questa pagina non c’è"),
        _("L’indirizzo può essere cambiato o scritto male."),
        _("Quello che cerchi è stato tolto, oppure l’indirizzo è scritto male."),
    ),
    405: Words(
        WENT_WRONG,
        _("La richiesta è arrivata in una forma che il sito non capisce."),
        _("Questo indirizzo non si usa così: torna indietro e riprova dalla pagina."),
    ),
    500: Words(
        WENT_WRONG,
        _("È un problema nostro. Se stavi scrivendo, il messaggio non è stato ricevuto."),
        _(
            "È un guasto del portale, non un tuo errore. L’ultima modifica può non essere salvata: controlla, "
            "e se succede di nuovo dillo a chi cura il portale, con l’ora e la pagina."
        ),
    ),
}
FROM_ELSEWHERE = _(
    "L’invio non è partito da questo sito, oppure la pagina era aperta da troppo tempo: riprova."
)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400."""
    return _plain(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 403."""
    return _plain(request, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 to a form of the staff or of the search that cannot be shown to come from this site."""
    return _plain(request, 403, WENT_WRONG, FROM_ELSEWHERE)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404."""
    if _is_for_staff(request):
        return _plain(request, 404)
    return HttpResponse(render_to_string("404.html", request=request), status=404)


def not_allowed(request: HttpRequest, refusal: HttpResponseBase) -> HttpResponse:
    """Answer 405, with the methods that `refusal` offers."""
    response = _plain(request, 405)
    response.headers["Allow"] = refusal.headers["Allow"]
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500."""
    return _plain(request, 500)


def _is_for_staff(request: HttpRequest) -> bool:
    """Tell whether somebody who works here asks. Whoever strays to the login keeps the exit and the numbers.

    The cookie is enough to choose words, and is known when the database is gone.
    """
    return request.path.startswith(STAFF) and settings.SESSION_COOKIE_NAME in request.COOKIES


def _plain(
    request: HttpRequest, status: int, heading: str | Promise = "", words: str | Promise = ""
) -> HttpResponse:
    """Render the template that needs neither the database nor a context processor."""
    for_staff = _is_for_staff(request)
    said = WORDS[status]
    context = {
        "request": request,
        "heading": heading or said.heading,
        "words": words or (said.staff if for_staff else said.visitor),
    }
    template = "error_staff.html" if for_staff else "error.html"
    return HttpResponse(render_to_string(template, context), status=status)
