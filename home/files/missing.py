"""A file that the disk has lost is answered like one that was never there, and told in the log."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase

log = logging.getLogger(__name__)

View = Callable[..., HttpResponseBase]


def lost_is_not_found(view: View) -> View:
    """Let a view that opens files raise Http404 instead of FileNotFoundError."""

    @wraps(view)
    def found(*arguments: Any, **named: Any) -> HttpResponseBase:
        """Raise Http404 where the view finds no file."""
        try:
            return view(*arguments, **named)
        except FileNotFoundError:
            # The exception names the file.
            log.error("A public file is missing on the disk: restore it or publish its page again.")  # noqa: TRY400
            raise Http404 from None

    return found
