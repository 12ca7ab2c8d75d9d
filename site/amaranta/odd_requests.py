"""What may come in, and that odd input is answered with 400, 404 or 405 and never with 500.

Views, Wagtail's and ours, take what they expect. Whatever is missing from a form that no browser would send
so, too large for the database, or no text at all is found out here, for all of them.
"""

import logging
import re
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.db import DataError, IntegrityError
from django.http import Http404, HttpRequest, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import NoReverseMatch
from django.utils.datastructures import MultiValueDictKeyError
from modelsearch.backends.base import FieldError
from wagtail.actions.copy_for_translation import ParentNotTranslatedError
from whitenoise.middleware import WhiteNoiseMiddleware

from amaranta import errors
from amaranta.request_guard import ODD

log = logging.getLogger(__name__)
Handler = Callable[[HttpRequest], HttpResponseBase]

METHODS = ("GET", "HEAD", "POST")
FOR_STAFF = ("DELETE", "PATCH")
"""What Wagtail's scripts send to the few views with a method for it: clear a preview, close a hint."""
LARGEST_KEY = 2**63 - 1
LONGEST_NAME = 255
"""Bytes of a file's name; a slug has no more letters."""
READERS = frozenset(
    {
        "value_from_datadict",
        "value_omitted_from_data",
        "get_form_kwargs",
        "full_clean",
        "to_python",
        "get_prep_value",
        "clean",
        "total_form_count",
        "initial_form_count",
    }
)
"""Functions of forms, fields and widgets that turn what was posted into values."""
OUR_FILES = tuple(str(settings.ROOT / folder) + "/" for folder in ("home", "servizi", "contatti"))


@dataclass(frozen=True, slots=True)
class Cause:
    """Kinds of exceptions that mean odd input, everywhere or where they come out of certain code."""

    kinds: tuple[type[Exception], ...]
    functions: frozenset[str] = frozenset()
    """Names of functions, in one of which the error arose or below it."""
    files: str = ""
    """A part of a path, likewise."""
    last: str = ""
    """What the path of the file matches in which the error itself arose."""

    def explains(self, error: BaseException) -> bool:
        if not isinstance(error, self.kinds):
            return False
        frames = traceback.extract_tb(error.__traceback__)
        if self.last:
            return bool(frames) and re.search(self.last, frames[-1].filename) is not None
        if not self.functions and not self.files:
            return True
        places = [number for number, frame in enumerate(frames) if self._is_named(frame)]
        # What our own code did after that is our fault, and stays a 500.
        return bool(places) and not any(
            frame.filename.startswith(OUR_FILES) for frame in frames[places[-1] + 1 :]
        )

    def _is_named(self, frame: traceback.FrameSummary) -> bool:
        return frame.name in self.functions or (bool(self.files) and self.files in frame.filename)


CAUSES = (
    # A key that is missing from the query or the form.
    Cause((MultiValueDictKeyError, DataError, UnicodeError)),
    Cause((OverflowError,), files="/django/db/"),
    # `?offset=` above what a row can have: to SQLite it is no whole number.
    Cause((IntegrityError, OverflowError), files="/wagtail/api/"),
    # A hundred thousand brackets, one in the other.
    Cause((RecursionError,), last="/json/"),
    Cause((RecursionError,), functions=READERS),
    Cause((ValueError, TypeError, LookupError, AttributeError, OverflowError), functions=READERS),
    # `?pk=abc`: a lookup says that it can't take the value.
    Cause(
        (ValueError, TypeError), functions=frozenset({"get_prep_value", "get_prep_lookup", "build_lookup"})
    ),
    # What an address or a form of the administration names is not there: the parent of the root page, the
    # form of a chooser in which nothing can be made, a step that was not taken before.
    Cause((AttributeError, LookupError, ValueError, TypeError), last="/wagtail/.*/views/"),
    # A search beside a filter for what its index does not hold.
    Cause((AttributeError,), last="/modelsearch/"),
    Cause((FieldError, ParentNotTranslatedError)),
)
GONE_ON = Cause((NoReverseMatch,), functions=frozenset({"resolve_url"}))
"""`next=true`: where to go when all is done, taken for the name of a view."""


class StaticMiddleware(WhiteNoiseMiddleware):
    """WhiteNoise for what it can answer; other methods are refused further in, with our headers."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response: HttpResponseBase
        if request.method in ("GET", "HEAD") and "\x00" not in request.path_info:
            response = super().__call__(request)
        else:
            response = self.get_response(request)
        return response


class InputMiddleware:
    """Stands where its refusals still get all headers."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        is_for_staff = request.method in FOR_STAFF and request.path_info.startswith(errors.STAFF)
        if request.method not in METHODS and not is_for_staff:
            return errors.not_allowed(request, HttpResponseNotAllowed(METHODS))
        if request.META.get(ODD) or "\x00" in request.path_info:
            raise BadRequest
        if any("\x00" in value for values in request.GET.lists() for value in (values[0], *values[1])):
            raise BadRequest
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            return errors.not_allowed(request, response)
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Raise Http404 for a number in the address that no row can have, and for a name that no file can.

        A view without a method for what the staff's scripts send would take it for a GET.
        """
        if request.method in FOR_STAFF and not hasattr(
            getattr(view, "view_class", None), request.method.lower()
        ):
            return errors.not_allowed(request, HttpResponseNotAllowed(METHODS))
        for value in (*args, *kwargs.values()):
            if isinstance(value, str) and any(len(part.encode()) > LONGEST_NAME for part in value.split("/")):
                raise Http404
            is_number = isinstance(value, int) or (isinstance(value, str) and value.isdecimal())
            if is_number and (len(str(value)) > 19 or int(value) > LARGEST_KEY):
                raise Http404
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        """Answer 400 to what odd input made a view raise. The log keeps it: it may be our fault too."""
        if GONE_ON.explains(error):
            return redirect("wagtailadmin_home")
        if not any(cause.explains(error) for cause in CAUSES):
            return None
        if isinstance(error, RecursionError):  # where it arose says nothing, in a thousand lines
            log.warning("Odd input, too deep.")
        else:
            log.warning("Odd input.", exc_info=(type(error), error, error.__traceback__))
        return errors.bad_request(request, error)
