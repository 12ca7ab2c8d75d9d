"""Response headers that follow from what a page is, and the policy for inline scripts and styles."""

from collections.abc import Callable

from csp.constants import SELF, UNSAFE_INLINE
from django.http import HttpRequest, HttpResponse

from amaranta.templatetags.assets import every_source
from home.page_policy import policy_of

Handler = Callable[[HttpRequest], HttpResponse]

# Wagtail's admin still writes inline scripts and styles of its own (wagtail/wagtail#1288).
ADMIN_POLICY: dict[str, list[str] | None] = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF, "data:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
    "require-trusted-types-for": None,
    "trusted-types": None,
}

PAGE_HEADERS = {
    # Chromium looks up the hosts of a page's links before anybody follows them.
    "X-DNS-Prefetch-Control": "off",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
}
"""On everything but the admin. `Clear-Site-Data` is missing on purpose: nothing is stored that it could
clear, and its "cache" makes Chromium search the whole cache for a second or more (docs/decisions.md)."""


def page_policy(request: HttpRequest) -> dict[str, list[str]]:
    """Return what the response's policy adds to the general one: our scripts and styles, by their hash."""
    own = policy_of(request).sources
    all_of_ours = every_source()
    return {
        directive: list(dict.fromkeys([*all_of_ours.get(directive, []), *own.get(directive, [])]))
        for directive in {*all_of_ours, *own}
    }


class PageHeadersMiddleware:
    """Adds to the content security policy what the rendered page registered (see templatetags.assets).

    Everything that did not say otherwise is `no-store`: a page left in a cache is a trace.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith("/admin/"):
            # A preview has been through here once already, as a public page, which no frame may show.
            response.headers.pop("Content-Security-Policy", None)
            response._csp_replace = ADMIN_POLICY  # type: ignore[attr-defined]
            # Under no-referrer a browser posts "Origin: null", which the CSRF check refuses: no login.
            response.headers["Referrer-Policy"] = "same-origin"
        else:
            response._csp_update = page_policy(request)  # type: ignore[attr-defined]
            for name, value in PAGE_HEADERS.items():
                response.headers.setdefault(name, value)
            if not _takes_from_elsewhere(request):
                response.headers.setdefault("Cross-Origin-Embedder-Policy", "require-corp")
            _keep_out_of_the_tab(response)
        response.headers.setdefault("Cache-Control", "no-store")
        return response


def _takes_from_elsewhere(request: HttpRequest) -> bool:
    """Tell whether the page loads scripts of others (Google's verification), which send no CORP header."""
    return any(source.startswith("https:") for source in policy_of(request).sources.get("script-src", []))


def _keep_out_of_the_tab(response: HttpResponse) -> None:
    """Let a browser save what is no page of ours, of whatever kind: shown in the tab, it would have no exit.

    Pictures and films inside a page, and what scripts fetch, are shown all the same (RFC 6266, 4.2).
    """
    kind, _, parameters = response.headers.get("Content-Disposition", "").partition(";")
    is_page = response.headers.get("Content-Type", "").startswith("text/html") and not kind
    if not is_page and kind.strip().lower() != "attachment":
        response.headers["Content-Disposition"] = f"attachment;{parameters}" if parameters else "attachment"
