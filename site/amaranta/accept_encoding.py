"""Which codings a browser takes (RFC 9110, 12.5.3), told once to everybody who compresses.

Django looks for the word `gzip` anywhere in Accept-Encoding and WhiteNoise too, so that `gzip;q=0` got gzip.
The header is therefore rewritten before anybody reads it: it holds what we can make and the browser wants.
"""

import re
from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

OURS = ("br", "gzip")
"""What we can make, best first."""
IDENTITY = "identity"
NAME = r"([!#$%&'*+.^_`|~0-9A-Za-z-]+)"
WEIGHT = r"(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)"
PART = re.compile(rf"\s*{NAME}\s*(?:;\s*q\s*=\s*{WEIGHT}\s*)?", re.IGNORECASE)
SAME = {"x-gzip": "gzip"}
"""RFC 9110, 8.4.1.3."""


def weights(header: str) -> dict[str, float]:
    """Return the weight of each coding that is named; what is misspelt counts as absent."""
    found = {}
    for part in header.split(","):
        match = PART.fullmatch(part)
        if match:
            name = match[1].lower()
            found[SAME.get(name, name)] = float(match[2] or 1)
    return found


def wanted(header: str) -> list[str]:
    """Return the codings that may be used, best for this browser first; `identity` only where it is refused.

    An empty list means: as it is.
    """
    named = weights(header)
    other = named.get("*", 0.0)
    plain = named.get(IDENTITY)
    able = {name: named.get(name, other) for name in OURS}
    # Plain text is always allowed unless it is refused, and better only where the browser says so.
    floor = plain or 0.0
    best = sorted(
        (name for name in OURS if able[name] > 0 and able[name] >= floor), key=lambda name: -able[name]
    )
    # Whoever compresses takes the first that it knows, in an order of its own: leave only the best.
    best = [name for name in best if able[name] == able[best[0]]]
    refused = plain == 0 or (plain is None and named.get("*") == 0)
    return [*best, f"{IDENTITY};q=0"] if refused and best else best


class EncodingsMiddleware:
    """Rewrites Accept-Encoding; stands before everybody who reads it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.META["HTTP_ACCEPT_ENCODING"] = ", ".join(wanted(request.META.get("HTTP_ACCEPT_ENCODING", "")))
        request.__dict__.pop("headers", None)
        return self.get_response(request)
