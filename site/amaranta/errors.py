"""Error pages that keep the exit and the emergency numbers, and repeat nothing of the request."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400."""
    words = _("La richiesta è arrivata in una forma che il sito non capisce.")
    return _plain(request, 400, _("Qualcosa non ha funzionato"), words)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 403."""
    return _plain(
        request, 403, _("Qui non si entra"), _("Questa pagina è riservata a chi lavora al portale.")
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 to a form of the staff or of the search that cannot be shown to come from this site."""
    words = _("L’invio non è partito da questo sito, oppure la pagina era aperta da troppo tempo: riprova.")
    return _plain(request, 403, _("Qualcosa non ha funzionato"), words)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404."""
    return HttpResponse(render_to_string("404.html", request=request), status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500."""
    words = _("È un problema nostro. Se stavi scrivendo, il messaggio non è stato ricevuto.")
    return _plain(request, 500, _("Qualcosa non ha funzionato"), words)


def _plain(request: HttpRequest, status: int, heading: str, words: str) -> HttpResponse:
    """Render the template that needs neither the database nor a context processor."""
    context = {"request": request, "heading": heading, "words": words}
    return HttpResponse(render_to_string("error.html", context), status=status)
