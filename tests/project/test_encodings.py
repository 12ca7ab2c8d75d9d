"""A browser gets the coding that it asks for (RFC 9110, 12.5.3): pages and files alike."""

import gzip
import hashlib

import brotli
import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from amaranta.accept_encoding import wanted
from amaranta.compression import CompressionMiddleware, packed
from home.models import HomePage

ASKED = {
    "": "",
    "br": "br",
    "gzip, br": "br",
    "gzip": "gzip",
    "x-gzip": "gzip",
    "GZIP": "gzip",
    "br;q=0, gzip": "gzip",
    "br;q=0": "",
    "gzip;q=0": "",
    "gzip;q=0.0, br;q=0.000": "",
    "br;q=0.2, gzip;q=0.5": "gzip",
    "br;q=0.5, gzip;q=0.2": "br",
    "xgzip, brx": "",
    "*": "br",
    "*;q=0": "",
    "br;q=0, *": "gzip",
    "gzip, *;q=0": "gzip",
    "identity": "",
    "identity;q=0, gzip": "gzip",
    "identity, br;q=0.5": "",
    "identity;q=0.5, br;q=0.5": "br",
    "br;q=2": "",
    "br;q=x, gzip": "gzip",
    ",, gzip ,": "gzip",
    "br ; q=1.000": "br",
}


@pytest.mark.parametrize("asked", ASKED)
def test_what_is_named_and_not_refused_may_be_used_best_first(asked: str) -> None:
    assert next((name for name in wanted(asked) if "identity" not in name), "") == ASKED[asked]


@pytest.mark.parametrize("asked", ASKED)
def test_a_page_comes_in_the_coding_that_was_asked_for(home: HomePage, client: Client, asked: str) -> None:
    answer = client.get("/", headers={"Accept-Encoding": asked})

    coding = answer.headers.get("Content-Encoding", "")
    assert coding == ASKED[asked]
    content = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[coding](answer.content)
    assert b"<!doctype html>" in content
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_a_coding_that_is_refused_is_not_taken_from_a_folder_of_compressed_files_either(
    client: Client,
) -> None:
    answer = client.get("/static/css/site.css", headers={"Accept-Encoding": "gzip;q=0, br;q=0"})

    assert answer.status_code == 200
    assert "Content-Encoding" not in answer.headers


def test_a_short_answer_is_compressed_where_plain_text_is_refused(home: HomePage, client: Client) -> None:
    assert "Content-Encoding" not in client.get("/salute/", headers={"Accept-Encoding": "br"}).headers

    answer = client.get("/salute/", headers={"Accept-Encoding": "br, identity;q=0"})

    assert brotli.decompress(answer.content) == b"ok"


def test_what_misses_the_first_window_by_little_is_packed_with_more_effort() -> None:
    words = "".join(f"<p>{hashlib.sha256(str(n).encode()).hexdigest()[:9]} casa</p>" for n in range(3000))
    content = next(
        words[:end].encode() for end in range(20_000, 60_000, 200)
        if len(brotli.compress(words[:end].encode(), quality=5)) > 14 * 1024
    )  # fmt: skip
    assert len(packed(content)) < len(brotli.compress(content, quality=5))
    assert brotli.decompress(packed(content)) == content
    assert packed(content[:9000]) == brotli.compress(content[:9000], quality=5)


def test_nor_is_an_older_browser_sent_more_than_it_must() -> None:
    words = "".join(f"<p>{hashlib.sha256(str(n).encode()).hexdigest()[:9]} casa</p>" for n in range(2400))

    def answer(_request: HttpRequest) -> HttpResponse:
        return HttpResponse(words)

    request = RequestFactory().get("/", HTTP_ACCEPT_ENCODING="gzip")
    given = CompressionMiddleware(answer)(request)
    assert gzip.decompress(given.content).decode() == words
    assert int(given.headers["Content-Length"]) == len(given.content)
    assert len(given.content) < len(gzip.compress(words.encode(), 9))
    lengths = {len(CompressionMiddleware(answer)(request).content) for _ in range(20)}
    assert len(lengths) > 1
