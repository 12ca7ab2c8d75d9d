"""What a visitor reads who comes before a file is made."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from home.models.made_files import MadeFile

STEPS = ((timedelta(seconds=30), 4), (timedelta(minutes=5), 15), (timedelta(hours=1), 60))
"""For how long the page asks again after how many seconds; later it leaves that to its reader."""


def not_yet(request: HttpRequest, row: MadeFile, context: dict[str, Any]) -> HttpResponse:
    """Answer 202, or 503 where it failed, with one true sentence; the page loads itself again for an hour."""
    more = {"failed": row.has_failed, "again_after": again_after(row)}
    status = 503 if row.has_failed else 202
    response = render(request, "pages/file_later.html", {**context, **more}, status=status)
    response.headers["X-Robots-Tag"] = "noindex"
    ask_again(response, row)
    return response


def ask_again(response: HttpResponse, row: MadeFile) -> None:
    """Let the browser load the page again by itself: no script, and the same entry of its history."""
    if seconds := again_after(row):
        response.headers["Retry-After"] = response.headers["Refresh"] = str(seconds)


def again_after(row: MadeFile) -> int:
    """Return after how many seconds to look again, 0 for not by itself."""
    if row.has_failed:
        return 0
    waited = timezone.now() - row.queued_at
    return next((seconds for most, seconds in STEPS if waited < most), 0)
