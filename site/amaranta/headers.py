"""Response headers that follow from what a page is, and the policy for inline scripts and styles."""

from collections.abc import Callable

from csp.constants import SELF, UNSAFE_INLINE
from django.http import HttpRequest, HttpResponse

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


class PageHeadersMiddleware:
    """Adds to the content security policy what the rendered page registered (see templatetags.assets).

    Everything that did not say otherwise is `no-store`: a page left in a cache is a trace.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith("/admin/"):
            response._csp_replace = ADMIN_POLICY  # type: ignore[attr-defined]
            # Under no-referrer a browser posts "Origin: null", which the CSRF check refuses: no login.
            response.headers["Referrer-Policy"] = "same-origin"
        else:
            hashes: dict[str, list[str]] = getattr(request, "inline_hashes", {})
            response._csp_update = hashes  # type: ignore[attr-defined]
        response.headers.setdefault("Cache-Control", "no-store")
        return response
