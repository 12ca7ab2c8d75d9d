"""Where a fresh proof of identity is asked, and how nothing that was written is lost by asking."""

from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from logins.factors import is_fresh

READING = frozenset(
    {
        "index", "index_results", "list", "results", "history", "history_results", "inspect", "usage",
        "usage_results", "users", "users_results",
    }
)  # fmt: skip
"""Last parts of names of addresses that only show: a look needs no fresh proof, a POST to them does."""
REFUSED = 403


def is_asked(request: HttpRequest) -> bool:
    """Tell whether a request needs a fresh proof and lacks it."""
    match = request.resolver_match
    if match is None or not _is_listed(match.view_name, match.kwargs):
        return False
    if request.method in ("GET", "HEAD") and match.url_name in READING:
        return False
    return not is_fresh(request)


def _is_listed(name: str, kwargs: dict[str, Any]) -> bool:
    if name == "wagtail_bulk_action" and kwargs.get("app_label") != "auth":
        return False
    listed = settings.LOGINS_FRESH_AT
    return name in listed or any(name.startswith(each) for each in listed if each.endswith(":"))


def ask(request: HttpRequest) -> HttpResponseBase:
    """Lead to the proof, and back. Raises PermissionDenied for an account that can prove nothing.

    A form that was posted too late is handed back to the browser, to be sent again from there: here it would
    have to be stored.
    """
    ways = get_adapter().get_reauthentication_methods(request.user)
    if not ways:
        raise PermissionDenied
    if request.method in ("GET", "HEAD"):
        return HttpResponseRedirect(f"{ways[0]['url']}?{urlencode({'next': request.get_full_path()})}")
    elsewhere = f"{ways[0]['url']}?{urlencode({'next': reverse('logins_proved')})}"
    if _is_by_script(request):
        words = _("Prima conferma che sei tu: apri «%(address)s» in un’altra scheda, poi premi di nuovo.")
        words %= {"address": request.build_absolute_uri(elsewhere.partition("?")[0])}
        return JsonResponse({"words": words}, status=REFUSED)
    kept = [
        (name, value)
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken"
        for value in values
    ]
    context = {"kept": kept, "files": list(request.FILES), "elsewhere": elsewhere}
    return render(request, "logins/prove_first.html", context, status=REFUSED)


def _is_by_script(request: HttpRequest) -> bool:
    mode = request.headers.get("Sec-Fetch-Mode", "navigate")
    return mode != "navigate" or request.headers.get("X-Requested-With") == "XMLHttpRequest"
