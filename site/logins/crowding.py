"""Passwords are hashed one at a time in each process; whoever comes meanwhile is told to try again, at once.

A hash takes the processor for 30 ms on purpose. Without a bound, a few clients that post to the login would
keep visitors waiting for seconds, and threads that wait would do so as well.
"""

from collections.abc import Callable
from functools import wraps
from threading import BoundedSemaphore
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

SLOT = BoundedSemaphore(1)
BUSY = 503
AGAIN_SECONDS = 3

View = Callable[..., HttpResponseBase]


def one_at_a_time(view: View) -> View:
    """Let a view that hashes for anybody answer one POST at a time; not one that also sends a mail."""

    @wraps(view)
    def alone(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        if not SLOT.acquire(blocking=False):
            response = render(request, "logins/busy.html", status=BUSY)
            response.headers["Retry-After"] = str(AGAIN_SECONDS)
            return response
        try:
            return view(request, *args, **kwargs)
        finally:
            SLOT.release()

    return alone
