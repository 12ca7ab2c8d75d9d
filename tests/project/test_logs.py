"""What a visitor typed must not come back in a log line or an error report."""

import logging
import sys

from django.test import RequestFactory
from django.views.debug import ExceptionReporter

from amaranta.logs import BareFormatter

SENTINEL = "una frase che nessun altro scriverebbe"


def test_a_log_line_about_an_error_names_its_kind_and_place_but_not_its_message() -> None:
    try:
        try:
            raise ValueError(SENTINEL)
        except ValueError as error:
            raise RuntimeError(SENTINEL) from error
    except RuntimeError:
        record = logging.LogRecord("contatti", logging.ERROR, __file__, 1, "refused", None, sys.exc_info())

    line = BareFormatter().format(record)

    assert "builtins.RuntimeError" in line
    assert "builtins.ValueError" in line
    assert "test_logs.py" in line
    assert SENTINEL not in line


def test_an_error_report_holds_neither_what_was_posted_nor_local_variables() -> None:
    request = RequestFactory().post("/invia/", {"testo": SENTINEL})
    try:
        typed = request.POST["testo"]
        raise RuntimeError
    except RuntimeError:
        report = ExceptionReporter(request, *sys.exc_info()).get_traceback_data()

    assert typed == SENTINEL
    assert SENTINEL not in str([frame["vars"] for frame in report["frames"]])
    assert not report["filtered_POST_items"]
