"""No POST of a visitor is ever the page in her browser, whichever view or fault answered it."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from home.once.post_data import is_utf8
from home.once.post_redirect_get import failed, see_other
from home.once.store import NotKept

logger = logging.getLogger(__name__)

NOT_VISITORS = ("/admin/", "/anymail/")
SEE_OTHER = 303
REDIRECTS = (301, 302, SEE_OTHER)

Handler = Callable[[HttpRequest], HttpResponse]


class OnceMiddleware:
    """Turns every answer to a posted navigation into a redirect (home.once).

    Stands inside what sets the policy of a page and outside of everything that may answer: error pages, the
    check of CSRF tokens, addresses that take no POST.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_utf8(request):
            # Whoever asks for request.GET would else get the encoding that a stranger named.
            request.encoding = settings.DEFAULT_CHARSET
        response = self.get_response(request)
        return _elsewhere(request, response) if is_navigation(request) else response


def is_navigation(request: HttpRequest) -> bool:
    """Tell whether the answer to a posted request would become a page, or may: only a script is known not to.

    Browsers before 2023 send no Sec-Fetch-Mode; our scripts send a header of their own.
    """
    if request.method != "POST" or request.path.startswith(NOT_VISITORS):
        return False
    mode = request.headers.get("Sec-Fetch-Mode", "")
    if mode:
        return mode == "navigate"
    match = getattr(request, "resolver_match", None)
    is_for_scripts = getattr(match and match.func, "answers_scripts", False)
    is_told = "X-Requested-With" in request.headers or hasattr(request, "answered_directly")
    return not (is_for_scripts or is_told)


def _elsewhere(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    if response.status_code in REDIRECTS:
        response.status_code = SEE_OTHER
        return response
    try:
        return see_other(request, response)
    except NotKept as error:
        logger.warning("An answer could not be kept: %s", error)
        return failed()
