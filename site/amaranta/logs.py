"""Logs and error reports that cannot carry a visitor's words.

An exception's message may quote what somebody typed (a database error prints the row), so neither
messages nor local variables nor request data are written: only the kind of error and where it arose. Other
people's libraries write addresses, paths and values into their lines: of those only the place is written.
"""

import logging
import sys
import threading
import traceback
import warnings
from collections.abc import ItemsView
from types import TracebackType
from typing import Any

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

OURS = ("amaranta", "home", "servizi", "contatti")
"""Loggers whose messages are written: our own code puts no value of a request into them."""


class BareFormatter(logging.Formatter):
    """`LEVEL logger message`, and for an exception its classes and frames without their messages."""

    def __init__(self) -> None:
        super().__init__("{levelname} {name} {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; for a library's record with the place that wrote it instead of its words."""
        if record.name.partition(".")[0] not in OURS:
            status = getattr(record, "status_code", "")
            words = f"{record.module}.py:{record.lineno} {record.funcName} {status}".rstrip()
            record = logging.makeLogRecord({**record.__dict__, "msg": words, "args": None})
        # Another formatter may have kept its own text of the exception in the record.
        record.exc_text = None
        return super().format(record)

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802
        """Return one line per frame, outermost first, then the class of the exception and its causes."""
        lines: list[str] = []
        error = ei[1]
        seen: set[int] = set()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            lines += [
                f"  {frame.filename}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(error.__traceback__)
            ]
            lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


def write_everything_barely() -> None:
    """Lead to the log, and so to its formatter, what Python would print by itself with its words.

    That are exceptions that nobody caught, in any thread, and warnings; and an error of logging itself,
    which would print the record, is silent.
    """
    log = logging.getLogger(f"{OURS[0]}.uncaught")

    def thread_died(args: threading.ExceptHookArgs) -> None:
        log.error("A thread died.", exc_info=(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback))

    def uncaught(kind: type[BaseException], error: BaseException, frames: TracebackType | None) -> None:
        log.critical("The process died.", exc_info=(kind, error, frames))

    def unraisable(args: Any) -> None:
        log.error("An error that could not be raised.", exc_info=(args.exc_type, args.exc_value, args.exc_traceback))

    sys.excepthook, threading.excepthook, sys.unraisablehook = uncaught, thread_died, unraisable
    logging.raiseExceptions = False
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


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
