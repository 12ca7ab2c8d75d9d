"""From the answer to a POST to a redirect, and from the address of the redirect to the answer."""

import json
import re
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from home.once.store import keep, take
from home.page_policy import policy_of

ELSEWHERE = "once"
"""The address of answers whose view names none."""
FAILED = "once_failed"
ROBOTS = "noindex, nofollow, noarchive"
_NOTE = re.compile(rb'<[^>]* id="nota"')

View = Callable[..., HttpResponse]


def answered_at(name: str) -> Callable[[View], View]:
    """Let answers to what is posted to a view be opened at the address of that name."""

    def mark(view: View) -> View:
        view.__dict__["answered_at"] = name
        return view

    return mark


def answers_scripts(view: View) -> View:
    """Mark a view that only scripts post to: its answers are never a page in a browser's history."""
    view.__dict__["answers_scripts"] = True
    return view


def directly(request: HttpRequest) -> None:
    """Say that a script posted this: an old browser has no header that tells."""
    request.answered_directly = True  # type: ignore[attr-defined]


def place_of(request: HttpRequest) -> str:
    match = getattr(request, "resolver_match", None)
    return str(getattr(match and match.func, "answered_at", ELSEWHERE))


def see_other(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Keep an answer and return the redirect to it. Raises NotKept."""
    place = place_of(request)
    facts: dict[str, Any] = {
        "type": response.headers.get("Content-Type", "text/html"),
        "sources": policy_of(request).sources,
        "replaced": policy_of(request).replaced,
    }
    body = response.getvalue()
    word = keep(place, json.dumps(facts).encode() + b"\n" + (body or _nothing(request)))
    # The fragment moves the focus: to what is wrong, or to the content.
    fragment = "nota" if _NOTE.search(body) else "contenuto"
    redirect = HttpResponseRedirect(f"{reverse(place, args=[word])}#{fragment}", status=303)
    redirect.cookies = response.cookies
    return _private(redirect)


def failed() -> HttpResponse:
    """Return the redirect to the page that says that nothing was received: there is nothing else to show."""
    return _private(HttpResponseRedirect(reverse(FAILED), status=303))


def replay(request: HttpRequest, word: str) -> HttpResponse | None:
    """Return the answer that the word opens, once; None if there is none (any more).

    Its status is 200 whatever it says: the page at this address is exactly what was asked for.
    """
    if request.method == "HEAD" or "prefetch" in request.headers.get("Sec-Purpose", ""):
        return _private(HttpResponse())
    kept = take(place_of(request), word)
    if kept is None:
        return None
    head, _newline, body = kept.partition(b"\n")
    facts = json.loads(head)
    policy = policy_of(request)
    policy.sources, policy.replaced = facts["sources"], facts["replaced"]
    response = HttpResponse(body, content_type=facts["type"])
    policy.apply(response)
    return _private(response)


def _nothing(request: HttpRequest) -> bytes:
    """Return a page for an answer without any, such as 405."""
    words = _("Questa pagina non riceve niente: si può solo leggere.")
    context = {"request": request, "heading": _("Qualcosa non ha funzionato"), "words": words}
    return render_to_string("error.html", context).encode()


def _private(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = ROBOTS
    return response
