"""Conditional answers (RFC 9110, 13) for what is public and no page: feeds, files, calendars, lists."""

import hashlib
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import parse_http_date_safe

Handler = Callable[[HttpRequest], HttpResponseBase]
# Programs ask for a calendar every hour, and keep it whatever is said about keeping.
ASKED_FOR_AGAIN = {"text/calendar"}
SAFE = {"GET", "HEAD"}


class ConditionalMiddleware:
    """Gives what may be kept a mark, and answers 304 to whoever has it already.

    A page gets no mark: it would have to be kept for it to be of use, and a page that is kept is a trace.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.method not in SAFE or response.status_code != 200 or not _is_public_file(response):
            return response
        if isinstance(response, HttpResponse) and not response.has_header("ETag"):
            # Weak: the same words may go out compressed in three ways.
            response.headers["ETag"] = f'W/"{hashlib.sha256(response.content).hexdigest()[:32]}"'
        return answered(request, response)


def answered(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Return an answer that has a mark or a day, or in its place 304 or 412 for whoever made conditions."""
    if not response.has_header("Last-Modified"):
        # RFC 9110, 13.1.4: ignored where there is no such day. Django takes that for a failure.
        request.META.pop("HTTP_IF_UNMODIFIED_SINCE", None)
    answer = get_conditional_response(
        request,
        etag=response.headers.get("ETag"),
        last_modified=parse_http_date_safe(response.headers.get("Last-Modified", "")),
        response=response,  # type: ignore[arg-type]  # a streamed one only lends its headers
    )
    if answer is None or answer is response:
        return response
    # Not closed here: that would end the request. An open file is closed with the answer.
    answer._resource_closers += response._resource_closers  # type: ignore[attr-defined]
    return answer


def _is_public_file(response: HttpResponseBase) -> bool:
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    is_kept = "no-store" not in response.headers.get("Cache-Control", "no-store")
    return kind != "text/html" and (is_kept or kind in ASKED_FOR_AGAIN or response.has_header("ETag"))
