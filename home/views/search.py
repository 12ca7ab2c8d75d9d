"""The site's own search. The words are in no address, no log, no table; the answer is `no-store`."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from wagtail.models import Locale

from home.finding import find
from home.models import HomePage, PageClass

MAX_LETTERS = 120


def _addresses(home: HomePage | None) -> dict[str, str]:
    """Return the address of the search in every other language that has a home page."""
    addresses = {}
    for other in home.other_languages if home else ():
        with override(other.locale.language_code):
            addresses[other.locale.language_code] = reverse("search")
    return addresses


# Nothing is changed by a search, and a CSRF token would need a cookie.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Show the search form and, for words sent by POST, the pages that answer them.

    POST because a GET would write the words into the address, the browser's history and the server's log.
    """
    home = HomePage.of_request(request)
    words = request.POST.get("q", "").strip()[:MAX_LETTERS]
    context = {
        "page_class": PageClass.HELP,
        "words": words,
        "results": find(words, home.locale if home else Locale.get_active()) if words else [],
        "other_addresses": _addresses(home),
        "menu": home and home.menu,
    }
    response = render(request, "pages/search.html", context)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response
