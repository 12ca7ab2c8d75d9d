"""Odd requests to every address, by everybody: none is answered with an error of ours or kept in the log."""

import logging
import os
import time
from collections.abc import Iterator
from http import HTTPStatus
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from django.test import Client

from amaranta.guard import Guard
from amaranta.logs import BareFormatter
from tests.demonstration import build_demonstration
from tests.fuzzing import MARK, Fuzzer, Request, tally

SEED = int(os.environ.get("AMARANTA_FUZZ_SEED", "29"))
REQUESTS = int(os.environ.get("AMARANTA_FUZZ", "0"))
SECONDS = 70
FEWEST = 300
CSRF = "a" * 32
HEALTH = "/salute/"


class Portal:
    """The application as a server calls it, and who asks."""

    def __init__(self) -> None:
        self.application = Guard(WSGIHandler())
        self.cookies = [f"c={CSRF}", *(_cookies(user) for user in get_user_model().objects.all())]
        self.status = 0
        self.headers: dict[str, str] = {}

    def ask(self, request: Request, cookies: str) -> str:
        """Return the text of the answer; what the request changed is undone."""
        environ = request.environ()
        environ.setdefault("HTTP_COOKIE", cookies)
        environ["HTTP_X_CSRFTOKEN"] = CSRF
        # As the test client does: the connection must outlive the request.
        request_started.disconnect(close_old_connections)
        request_finished.disconnect(close_old_connections)
        with transaction.atomic():
            parts = self.application(environ, self._start)
            text = b"".join(parts) if "text/html" in self.headers.get("Content-Type", "") else b""
            if hasattr(parts, "close"):
                parts.close()
            transaction.set_rollback(True)
        return text.decode(errors="replace")

    def _start(self, status: str, headers: list[tuple[str, str]], exc_info: object = None) -> object:
        self.status = int(status.split()[0])
        self.headers = dict(headers)
        return lambda data: None


def _cookies(user: object) -> str:
    client = Client()
    client.force_login(user)
    return f"c={CSRF}; s={client.cookies['s'].value}"


@pytest.fixture
def log() -> Iterator[StringIO]:
    """Return what the log would hold, from every logger, at every level that production writes."""
    buffer = StringIO()
    handler = logging.StreamHandler(buffer)
    handler.setFormatter(BareFormatter())
    loggers = [logging.getLogger(), *(logging.getLogger(f"django{name}") for name in ("", ".request", ".security.csrf"))]
    for logger in loggers:
        logger.addHandler(handler)
    yield buffer
    for logger in loggers:
        logger.removeHandler(handler)


@pytest.fixture
def portal(db: None, run_folder: Path, tmp_path: Path, settings: Any) -> Portal:
    settings.MEDIA_ROOT = tmp_path
    build_demonstration(run_folder)
    return Portal()


def values() -> list[str]:
    """Return arguments that lead somewhere."""
    from wagtail.models import Page

    ids = [str(number) for number in range(1, 12)] + [str(pk) for pk in Page.objects.values_list("pk", flat=True)[:60]]
    return ids + ["home", "contatti", "servizi", "homepage", "deskpage", "partner", "it", "en", "image", "informationpage"]


def wrong(portal: Portal, request: Request, written: str) -> str | None:
    """Return what is wrong with an answer."""
    if portal.status >= HTTPStatus.INTERNAL_SERVER_ERROR and not (
        request.path.startswith(HEALTH) and portal.status == HTTPStatus.SERVICE_UNAVAILABLE
    ):
        lines = [line for line in written.splitlines() if "/" in line or "." in line]
        return f"{portal.status} {' | '.join(lines[-4:])} {request.method} {request.path[:80]}"
    if MARK in written:
        return f"in the log: {written[:300]}"
    missing = {"Content-Security-Policy", "Cache-Control", "X-Content-Type-Options", "Referrer-Policy"} - portal.headers.keys()
    if missing:
        return f"{portal.status} {request.method} {request.path[:60]} lacks {sorted(missing)}"
    if portal.status >= HTTPStatus.BAD_REQUEST and portal.headers["Cache-Control"] != "no-store" and "/admin/" not in request.path:
        return f"{portal.status} {request.path[:60]} may be kept: {portal.headers['Cache-Control']}"
    return None


def test_no_request_to_any_address_by_anybody_is_answered_with_an_error_of_ours(
    portal: Portal, log: StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    fuzzer = Fuzzer(SEED, values())
    failures: list[str] = []
    statuses: dict[int, int] = {}
    until = time.monotonic() + SECONDS
    done = 0
    while done < REQUESTS if REQUESTS else time.monotonic() < until or done < FEWEST:
        request = fuzzer.request()
        log.seek(0)
        log.truncate()
        page = portal.ask(request, fuzzer.random.choice(portal.cookies))
        if portal.status == HTTPStatus.OK and request.method == "GET":
            fuzzer.learn(request.path, page)
        fault = wrong(portal, request, log.getvalue())
        if fault:
            failures.append(fault)
        statuses[portal.status] = statuses.get(portal.status, 0) + 1
        done += 1
    with capsys.disabled():
        print(f"\n{done} requests to {len(fuzzer.addresses)} patterns, seed {SEED}: {dict(sorted(statuses.items()))}")

    assert statuses.get(200, 0) > done / 20
    assert not failures, tally(failures)
