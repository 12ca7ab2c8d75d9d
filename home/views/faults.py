"""Reporting a fault of the site without a word of one's own; and crossing it off, in the administration."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from home import once
from home.faults import may_see_faults
from home.kept_answers import may_be_kept
from home.models import FaultCount, FaultKind, FaultPlace, HomePage, PageClass, SiteSettings


# A CSRF token would need a cookie; a number that another site makes grow by one harms nobody.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@once.answered_at("faults_answer")
def faults(request: HttpRequest) -> HttpResponse:
    """Show the two questions and count what is answered: nothing can be written, so nothing can be told."""
    if request.method != "POST":
        response = _page(request)
        may_be_kept(response)
        return response
    try:
        answers = once.posted_whole(request)
    except once.NotWhole:
        return _page(request, is_wrong=True)
    place, kind = answers.get("dove", ""), answers.get("cosa", "")
    if place not in FaultPlace.values or kind not in FaultKind.values:
        return _page(request, is_wrong=True, place=place, kind=kind)
    if request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin":
        FaultCount.objects.report(place, kind, timezone.localdate())
    return _page(request, is_done=True)


@require_safe
@once.answered_at("faults_answer")
def faults_answer(request: HttpRequest, word: str) -> HttpResponse:
    """Show the answer once; afterwards the questions again."""
    return once.replay(request, word) or _page(request)


@require_POST
def cross_off(request: HttpRequest, number: int) -> HttpResponse:
    """Take a fault off the list. Raises PermissionDenied for whoever does not see the list."""
    if not may_see_faults(request.user):
        raise PermissionDenied
    FaultCount.objects.filter(pk=number).delete()
    messages.success(request, _("Tolto dalla lista."))
    return redirect("wagtailadmin_home")


def _page(
    request: HttpRequest, *, is_wrong: bool = False, is_done: bool = False, place: str = "", kind: str = ""
) -> HttpResponse:
    home = HomePage.of_request(request)
    if home and home.loaded and home.loaded.main:
        SiteSettings.untranslated(request).take_translations(home.loaded.main)
    context = {
        "page_class": PageClass.HELP,
        "is_wrong": is_wrong,
        "is_done": is_done,
        "questions": (
            # Translators: read by visitors.
            ("dove", _("Dove?"), FaultPlace.choices, place),
            # Translators: read by visitors.
            ("cosa", _("Che cosa non va?"), FaultKind.choices, kind),
        ),
        "loaded": home and home.loaded,
    }
    response = render(request, "pages/faults.html", context)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response
