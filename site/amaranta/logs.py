"""Logs and error reports that cannot carry a visitor's words.

An exception's message may quote what somebody typed (a database error prints the row), so neither
messages nor local variables nor request data are written: only the kind of error and where it arose.
"""

import logging
import traceback
from collections.abc import ItemsView
from types import TracebackType
from typing import Any

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class BareFormatter(logging.Formatter):
    """`LEVEL logger message`, and for an exception its classes and frames without their messages."""

    def __init__(self) -> None:
        super().__init__("{levelname} {name} {message}", style="{")

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802
        """Return one line per frame, outermost first, then the class of the exception and its causes."""
        lines: list[str] = []
        error = ei[1]
        while error is not None:
            lines += [
                f"  {frame.filename}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(error.__traceback__)
            ]
            lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


class NothingFilter(SafeExceptionReporterFilter):
    """Keeps POST data and local variables out of Django's error reports, in debug mode as well."""

    def is_active(self, request: HttpRequest | None) -> bool:
        return True

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_traceback_frame_variables(
        self, request: HttpRequest | None, tb_frame: Any
    ) -> ItemsView[str, Any]:
        return {}.items()
