"""An error of ours, wherever it arises: the way out, our headers, words for whoever reads it, a bare log."""

import logging
import logging.config
import threading
from io import StringIO
from typing import Any

import pytest
from django.conf import settings as configured
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from amaranta import urls as ours
from home.models import HomePage
from tests.project.test_guard import ask

SENTINEL = "una-frase-che-nessun-altro-scriverebbe"
SAFE = {"Content-Security-Policy", "Cache-Control", "X-Content-Type-Options", "Referrer-Policy"}


def fail(request: HttpRequest) -> HttpResponse:
    raise RuntimeError(SENTINEL)


urlpatterns = [path("rotto/", fail), path("admin/rotto/", fail), *ours.urlpatterns]
handler400, handler403 = ours.handler400, ours.handler403
handler404, handler500 = ours.handler404, ours.handler500


class Broken:
    """A middleware that fails on the way in, or on the way out."""

    on_the_way_out = False

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self.on_the_way_out:
            self.get_response(request)
        raise RuntimeError(SENTINEL)


class BrokenAfter(Broken):
    on_the_way_out = True


@pytest.mark.django_db
@pytest.mark.parametrize("place", range(len(configured.MIDDLEWARE) + 1))
@pytest.mark.parametrize("middleware", ["Broken", "BrokenAfter"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_an_error_in_any_middleware_keeps_headers_and_numbers_and_says_nothing_in_the_log(
    settings: Any, written_log: StringIO, place: int, middleware: str, method: str
) -> None:
    from django.core.handlers.wsgi import WSGIHandler

    chain = list(configured.MIDDLEWARE)
    chain.insert(place, f"tests.project.test_errors_anywhere.{middleware}")
    settings.MIDDLEWARE = chain

    status, headers, text = ask(WSGIHandler(), path=f"/{SENTINEL}/", REQUEST_METHOD=method)

    assert status == 500
    assert headers.keys() >= SAFE
    assert headers["Cache-Control"] == "no-store"
    assert method == "HEAD" or ('href="tel:112"' in text and 'href="tel:1522"' in text)
    assert "test_errors_anywhere.py" in written_log.getvalue()
    assert SENTINEL not in written_log.getvalue()


def test_without_the_database_the_numbers_and_the_way_out_still_come(
    monkeypatch: pytest.MonkeyPatch, written_log: StringIO
) -> None:
    from django.core.handlers.wsgi import WSGIHandler

    def gone(*args: object) -> None:
        raise OperationalError(SENTINEL)

    monkeypatch.setattr(connection, "ensure_connection", gone)
    monkeypatch.setattr(connection, "cursor", gone)
    for address, cookie in (
        ("/", ""),
        ("/sportelli/", "s=x"),
        ("/cerca/", ""),
        ("/non-esiste/", ""),
        ("/salute/", ""),
    ):
        status, headers, text = ask(WSGIHandler(), path=address, HTTP_COOKIE=cookie)

        assert status == 500
        assert headers.keys() >= SAFE
        assert 'class="exit-link"' in text
        assert 'href="tel:1522"' in text
    assert SENTINEL not in written_log.getvalue()


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_staff_are_told_of_a_fault_as_staff_and_a_visitor_as_a_visitor(admin_client: Client) -> None:
    visitor, staff = Client(raise_request_exception=False), admin_client
    staff.raise_request_exception = False
    assert "il messaggio non è stato ricevuto" in visitor.get("/rotto/").content.decode()

    page = staff.get("/admin/rotto/").content.decode()

    assert "guasto del portale" in page
    assert "il messaggio non è stato ricevuto" not in page
    assert 'href="/admin/"' in page
    missing = staff.get("/admin/failwhale/")
    assert missing.status_code == 404
    assert "Quello che cerchi è stato tolto" in missing.content.decode()
    for address in ("/admin/non-esiste/", "/admin/pages/99999/edit/"):
        assert "Esci" not in staff.get(address).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"])
@pytest.mark.parametrize(
    "address",
    ["/", "/cerca/", "/static/css/site.css", "/admin/", "/robots.txt", "/invia/", "/media/images/x"],
)
def test_methods_that_nothing_here_needs_are_refused_everywhere(
    home: HomePage, client: Client, method: str, address: str
) -> None:
    answer = client.generic(method, address)

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, POST"
    assert 'href="tel:112"' in answer.content.decode()
    # The administration's policy is another, as Wagtail's own scripts need it.
    assert ("frame-src" if address == "/admin/" else "sha256-") in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "name", ["", "django", "django.request", "django.server", "waitress", "py.warnings", "asyncio"]
)
def test_no_logger_writes_the_words_of_a_library_or_of_an_exception(name: str) -> None:
    buffer = StringIO()
    logger = logging.getLogger(name)
    handlers = logger.handlers or logging.getLogger().handlers
    for handler in handlers:
        if type(handler) is logging.StreamHandler:
            handler.setStream(buffer)
    try:
        raise ValueError(SENTINEL)
    except ValueError:
        logger.exception(f"{SENTINEL} %s", SENTINEL)  # noqa: G004

    assert "builtins.ValueError" in buffer.getvalue()
    assert SENTINEL not in buffer.getvalue()


def test_an_error_that_nobody_caught_is_written_without_its_words(
    written_log: StringIO, monkeypatch: Any
) -> None:
    import sys

    from amaranta.logs import write_everything_barely

    for module, hook in (
        (sys, "excepthook"),
        (threading, "excepthook"),
        (sys, "unraisablehook"),
        (logging, "raiseExceptions"),
    ):
        monkeypatch.setattr(module, hook, getattr(module, hook))
    write_everything_barely()

    def die() -> None:
        raise RuntimeError(SENTINEL)

    thread = threading.Thread(target=die)
    thread.start()
    thread.join()

    assert "builtins.RuntimeError" in written_log.getvalue()
    assert SENTINEL not in written_log.getvalue()


@pytest.mark.django_db
def test_a_path_that_leads_elsewhere_is_not_in_the_log(client: Client, written_log: StringIO) -> None:
    assert client.get(f"/media/images/../{SENTINEL}").status_code in {400, 404}

    assert SENTINEL not in written_log.getvalue()
