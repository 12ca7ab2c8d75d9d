"""Odd requests to every address, by everybody: none is answered with an error of ours or kept in the log."""

import logging
import os
import time
from collections.abc import Iterator
from http import HTTPStatus
from importlib import reload
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.handlers.wsgi import WSGIHandler
from django.db import transaction
from django.test import Client
from django.urls import clear_url_caches

import amaranta.urls
from amaranta.logs import BareFormatter
from tests.asking import answer_of
from tests.demonstration import build_demonstration
from tests.fuzzing import MARK, Fuzzer, Request, every_address, tally

SEED = int(os.environ.get("AMARANTA_FUZZ_SEED", "29"))
REQUESTS = int(os.environ.get("AMARANTA_FUZZ", "0"))
SECONDS = 40
FEWEST = 300
CSRF = "a" * 32
HEALTH = "/salute/"
"""Also below /vedi/, which passes a 503 on."""


class Portal:
    """The application as a server calls it, and who asks."""

    def __init__(self) -> None:
        self.application = WSGIHandler()
        self.cookies = [f"c={CSRF}", *(_cookies(user) for user in get_user_model().objects.all())]
        self.status = 0
        self.headers: dict[str, str] = {}

    def ask(self, request: Request, cookies: str) -> str:
        """Return the text of the answer; what the request changed is undone."""
        environ = request.environ()
        environ.setdefault("HTTP_COOKIE", cookies)
        environ["HTTP_X_CSRFTOKEN"] = CSRF
        undone = transaction.atomic()
        # As Django's own TestCase says of its transaction: what is durable may stand inside.
        undone._from_testcase = True
        with undone:
            self.status, self.headers, body = answer_of(self.application, environ)
            transaction.set_rollback(True)
        return body.decode(errors="replace") if "text/html" in self.headers.get("Content-Type", "") else ""


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
    loggers = [
        logging.getLogger(),
        *(logging.getLogger(f"django{name}") for name in ("", ".request", ".security.csrf")),
    ]
    for logger in loggers:
        logger.addHandler(handler)
    yield buffer
    for logger in loggers:
        logger.removeHandler(handler)


@pytest.fixture
def portal(db: None, run_folder: Path, tmp_path: Path, settings: Any) -> Iterator[Portal]:
    settings.MEDIA_ROOT = tmp_path
    # The addresses of delivery notices exist with a secret only.
    settings.ANYMAIL = {"WEBHOOK_SECRET": "a:b"}
    reload(amaranta.urls)
    clear_url_caches()
    build_demonstration(run_folder)
    yield Portal()
    settings.ANYMAIL = {}
    reload(amaranta.urls)
    clear_url_caches()


def values() -> list[str]:
    """Return arguments that lead somewhere."""
    from wagtail.models import Page

    ids = [str(number) for number in range(1, 12)] + [
        str(pk) for pk in Page.objects.values_list("pk", flat=True)[:60]
    ]
    names = "home contatti servizi homepage deskpage partner it en image informationpage"
    return [*ids, *names.split()]


def is_meant(request: Request, status: int) -> bool:
    """Tell whether a status above 500 is the right answer."""
    if status == HTTPStatus.NOT_IMPLEMENTED:  # a coding that nobody here knows: RFC 9112, 6.1
        return request.headers.get("HTTP_TRANSFER_ENCODING", "chunked") != "chunked"
    return status == HTTPStatus.SERVICE_UNAVAILABLE and HEALTH in request.path


def wrong(portal: Portal, request: Request, written: str) -> str | None:
    """Return what is wrong with an answer."""
    if portal.status >= HTTPStatus.INTERNAL_SERVER_ERROR and not is_meant(request, portal.status):
        lines = [line for line in written.splitlines() if "/" in line or "." in line]
        return f"{portal.status} {' | '.join(lines[-4:])} {request.method} {request.path[:80]}"
    if MARK in written:
        return f"in the log: {written[:300]}"
    missing = {
        "Content-Security-Policy",
        "Cache-Control",
        "X-Content-Type-Options",
        "Referrer-Policy",
    } - portal.headers.keys()
    if missing:
        return f"{portal.status} {request.method} {request.path[:60]} lacks {sorted(missing)}"
    if (
        portal.status >= HTTPStatus.BAD_REQUEST
        and portal.headers["Cache-Control"] != "no-store"
        and "/admin/" not in request.path
    ):
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
        print(  # noqa: T201
            f"\n{done} requests to {len(fuzzer.addresses)} patterns, seed {SEED}: {dict(sorted(statuses.items()))}"
        )

    assert statuses.get(200, 0) > done / 20
    assert not failures, tally(failures)


def test_no_address_of_the_site_fails_when_it_is_asked_for_as_a_file_to_look_at(
    portal: Portal, log: StringIO
) -> None:
    failures: list[str] = []
    for address in every_address():
        for value in ("1", "it"):
            path = "/vedi/" + address.text % dict.fromkeys(address.arguments, value)
            for request in (Request("GET", path), Request("GET", path, "pagina=1")):
                portal.ask(request, portal.cookies[0])
                fault = wrong(portal, request, "")
                failures += [fault] if fault else []

    assert not failures, tally(failures)
