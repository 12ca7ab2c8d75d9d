"""Counts the pages that visitors were given, kept ones included: stands outside of the page cache."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from home.kept_answers import visited_page
from visits.counter import counter

Handler = Callable[[HttpRequest], HttpResponseBase]


class VisitsMiddleware:
    """Looks at the answer alone, and of the request at its method and whether a browser only prefetches."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        page = visited_page(response)
        if page is not None and is_visit(request, response):
            counter.count(page.number, page.page_class, timezone.localdate())
        return response


def is_visit(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Tell whether somebody was given a page: not a preview, not staff who look at their work."""
    return (
        request.method == "GET"
        and response.status_code == 200
        and "prefetch" not in request.headers.get("Sec-Purpose", "")
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
    )
