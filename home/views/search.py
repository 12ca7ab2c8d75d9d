"""The site's own search. The words are in no address, no log, no table; the answer is `no-store`."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Locale

from home import once
from home.kept_answers import may_be_kept
from home.models import HomePage, PageClass, SiteSettings
from home.search.query import find

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
@once.answered_at("search_answer")
def search(request: HttpRequest) -> HttpResponse:
    """Show the search form and, for words sent by POST, the pages that answer them.

    POST because a GET would write the words into the address, the browser's history and the server's log. A
    browser without our script is sent to search_answer() for the results (home.once).
    """
    if request.method != "POST":
        response = _page(request)
        may_be_kept(response)
        return response
    try:
        words = once.posted_whole(request).get("q", "")
    except once.NotWhole:
        return _page(request, note=_("Le parole sono arrivate incomplete: scrivile di nuovo."))
    return _page(request, words.strip()[:MAX_LETTERS])


@require_safe
@once.answered_at("search_answer")
def search_answer(request: HttpRequest, word: str) -> HttpResponse:
    """Show the results once; afterwards an empty search that says so."""
    gone = _("I risultati si aprono una volta sola, e le parole che avevi scritto non sono più qui.")
    return once.replay(request, word) or _page(request, note=gone)


def _page(request: HttpRequest, words: str = "", note: str = "") -> HttpResponse:
    home = HomePage.of_request(request)
    if home and home.loaded and home.loaded.main:
        SiteSettings.untranslated(request).take_translations(home.loaded.main)
    context = {
        "page_class": PageClass.HELP,
        "words": words,
        "note": note,
        "results": find(words, home.locale if home else Locale.get_active()) if words else [],
        "other_addresses": _addresses(home),
        "loaded": home and home.loaded,
    }
    response = render(request, "pages/search.html", context)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response
