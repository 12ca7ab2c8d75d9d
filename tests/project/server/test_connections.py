"""The web server in earnest: real processes, and people who hold on to their connections."""

import gc
import time
from contextlib import ExitStack, suppress
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest

from amaranta.last_error_page import bare_answer
from tests.project.server.request_heads import NOTICES, POST, SESSION, UPLOAD, arriving, is_in_a_file
from tests.project.server.served_site import PATIENCE, Site


def test_two_hundred_slow_writers_and_two_hundred_slow_readers_cost_a_visitor_nothing(site: Site) -> None:
    with ExitStack() as held:
        writers = [held.enter_context(site.connect(POST.format(1000) + "q=a")) for _ in range(200)]
        readers = [
            held.enter_context(site.connect(f"GET {path} HTTP/1.1\nHost: x\n\n", little=True))
            for path in ("/film", "/long")
            for _ in range(100)
        ]
        for reader in readers:
            assert reader.recv(1)
        asked = time.monotonic()
        for number in range(20):
            for connection in writers[number::20]:
                connection.sendall(b"b")
            site.get()
        lasted = time.monotonic() - asked
        for reader in readers:
            assert reader.recv(1), "A slow reader was dropped."

    # All of them still hold on: a server that waits for any of them would not have answered once.
    assert lasted < PATIENCE


def test_nothing_that_a_visitor_sends_is_ever_in_a_file(site: Site, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"

    def open_files() -> set[str]:
        found = set()
        for pid in site.children():
            for link in Path(f"/proc/{pid}/fd").iterdir():
                with suppress(OSError):
                    found.add(str(link.readlink()))
        return {name for name in found if str(temporary) in name or "/tmp" in name}

    def holds_a_file(head: str, sent: int) -> bool:
        with site.connect(head + "a" * sent):
            site.get()
            seen = False
            for _ in range(10):
                seen = seen or bool(open_files() - before)
                time.sleep(0.02)
            return seen

    before = open_files()
    assert holds_a_file(UPLOAD.format(900_000), 800_000), "It would not be seen."

    before = open_files()
    for length in (1_000, 200_000, 900_000, 3_000_000):
        assert not holds_a_file(POST.format(length), length - 1)
    assert not holds_a_file(NOTICES.format(900_000), 800_000)
    assert not holds_a_file(UPLOAD.format(900_000).replace(SESSION, "1"), 800_000)
    chunked = "POST / HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\nDBBA0\n"
    assert not holds_a_file(chunked, 899_999)


def test_the_cookie_of_an_upload_is_one_that_a_session_could_have() -> None:
    assert is_in_a_file(arriving(UPLOAD.format(900_000), 800_000))

    for cookie in ("1", SESSION + "a", SESSION[1:], SESSION.upper(), f"1; as={SESSION}"):
        assert not is_in_a_file(arriving(UPLOAD.format(900_000).replace(SESSION, cookie), 800_000))


def test_notices_of_a_provider_may_be_larger_than_a_form_where_they_are_read(settings: Any) -> None:
    assert not is_in_a_file(arriving(NOTICES.format(900_000), 800_000))
    settings.ANYMAIL = {"WEBHOOK_SECRET": "a:b"}

    assert is_in_a_file(arriving(NOTICES.format(900_000), 800_000))
    assert arriving(NOTICES.format(5_000_000)).error.code == 413


def test_all_uploads_of_a_process_together_have_room_for_two_of_the_largest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gc.collect()
    monkeypatch.setattr("amaranta.server.parser.MOST_UPLOADS", 4_000_000)
    held = [arriving(UPLOAD.format(2_000_000), 1_200_000) for _ in range(2)]

    assert not any(upload.error for upload in held)
    # Told before it sends anything, and not invited to.
    refused = arriving(UPLOAD.format(2_000_000).replace("Host", "Expect: 100-continue\nHost"))
    assert (refused.error.code, refused.expect_continue) == (503, False)
    assert "troppi file insieme" in bare_answer(503)[1].decode()
    chunked = UPLOAD.replace("Content-Length: {}", "Transfer-Encoding: chunked") + "F00000\n"
    growing = arriving(chunked, 2_000_000)
    assert growing.error.code == 503
    assert growing.body_rcv.getbuf().buf.file.closed
    assert not arriving(UPLOAD.format(900_000), 800_000).error

    held.pop().close()
    assert not arriving(UPLOAD.format(2_000_000), 1_200_000).error
    del held
    assert not arriving(UPLOAD.format(3_500_000), 3_000_000).error


def test_a_body_that_breaks_off_never_reaches_the_site(site: Site) -> None:
    assert " 1000 " in site.ask(POST.format(1000) + "a" * 1000)

    assert site.ask(POST.format(1000) + "a" * 999) == ""
    assert "200 OK" not in site.ask("POST / HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n5\nabc")


def test_a_body_larger_than_any_form_arrives_as_nothing_that_could_be_taken_for_it(site: Site) -> None:
    answer = site.ask(POST.format(300_000) + "a" * 300_000)

    assert answer.startswith("HTTP/1.1 400")
    assert 'href="tel:112"' in answer


def test_a_header_with_an_underscore_does_not_pass_for_the_one_with_a_hyphen(site: Site) -> None:
    head = "GET / HTTP/1.1\nHost: x\nSec-Fetch-Site: cross-site\nConnection: close\n"
    assert site.ask(f"{head}\n").endswith(" cross-site")

    assert site.ask(f"{head}Sec_Fetch_Site: same-origin\n\n").endswith(" cross-site")


@pytest.mark.parametrize(
    "text",
    [
        "no request at all\n\n",
        "GET / HTTP/1.1\nHost: x\nbad header\n\n",
        "POST / HTTP/1.1\nHost: x\nContent-Length: x\n\n",
        "POST / HTTP/1.1\nHost: x\nTransfer-Encoding: gzip\n\n",
        "GET / HTTP/1.1\nHost: x\nX: " + "a" * 40_000 + "\n\n",
        "GET /raise HTTP/1.1\nHost: x\nConnection: close\n\n",
        "POST / HTTP/1.1\nHost: x\nContent-Length: " + "9" * 5000 + "\n\n",
        "POST / HTTP/1.1\nHost: x\nContent-Length: 5000000\n\n" + "a" * 400_000,
    ],
    ids=["words", "header", "length", "coding", "large", "error", "long-number", "body"],
)
def test_what_no_page_can_be_made_for_is_answered_with_the_numbers_and_our_headers(
    site: Site, tmp_path: Path, text: str
) -> None:
    answer = site.ask(text)

    assert int(answer.split()[1]) >= HTTPStatus.BAD_REQUEST
    assert 'href="tel:112"' in answer
    assert 'href="tel:1522"' in answer
    assert "Content-Security-Policy: default-src 'none'" in answer
    assert "Cache-Control: no-store" in answer
    written = (tmp_path / "log").read_text()
    assert "secret" not in written
    assert "127.0.0.1" not in written


@pytest.mark.parametrize("coding", ["gzip", "identity", "gzip, chunked", "x"])
def test_a_transfer_coding_that_the_server_does_not_know_is_answered_as_rfc_9112_says(coding: str) -> None:
    assert arriving(f"POST / HTTP/1.1\nHost: x\nTransfer-Encoding: {coding}\n\n").error.code == 501
