"""The site's own search. The words are in no address, no log, no table; the answer is `no-store`."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from wagtail.models import Locale, Page, get_page_models

from home.models import PageClass
from home.stems import stems

MAX_LETTERS = 120
MAX_RESULTS = 20


def find(words: str, locale: Locale) -> list[Page]:
    """Return published pages in a language that hold all the words, or else any of them, best first."""
    query = stems(words, locale.language_code)
    if not query:
        return []
    hidden = [model for model in get_page_models() if not getattr(model, "in_search", True)]
    pages = (
        Page.objects.live().filter(locale=locale).not_exact_type(*hidden).select_related("locale").specific()
    )
    found = list(pages.search(query, operator="and")[:MAX_RESULTS])
    if not found and " " in query:
        found = list(pages.search(query, operator="or")[:MAX_RESULTS])
    return found


# Nothing is changed by a search, and a CSRF token would need a cookie.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Show the search form and, for words sent by POST, the pages that hold them.

    POST because a GET would write the words into the address, the browser's history and the server's log.
    """
    words = request.POST.get("q", "").strip()[:MAX_LETTERS]
    context = {
        "page_class": PageClass.HELP,
        "words": words,
        "results": find(words, Locale.get_active()) if words else [],
    }
    response = render(request, "pages/search.html", context)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response
