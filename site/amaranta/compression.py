"""Brotli for pages, where the browser takes it: a first visit must fit one TCP initial window (14 kB)."""

import secrets
import zlib

import brotli
import deflate
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

from amaranta.accept_encoding import IDENTITY

QUALITY = 5
"""Of 11. Two milliseconds for a page; the next steps cost more time than they save bytes."""
SLOW_QUALITY = 10
"""Some 6 % smaller, in 18 ms: for those that miss the first window by little."""
GZIP_LEVEL = 10
"""Of libdeflate's 12: some 4 % smaller than zlib makes them, in 5 ms; for the same pages."""
GZIP_HEADER = b"\x1f\x8b\x08\x08\0\0\0\0\x02\xff"
"""RFC 1952: deflate, with a name, of no time."""
WINDOW, NEAR = 14 * 1024, 17 * 1024
MIN_BYTES = 200
MIN_COMMENT = len("<!---->")


class CompressionMiddleware(GZipMiddleware):
    """Brotli instead of gzip for whole responses, files as they are, and Django's middleware for the rest.

    Compression can leak a secret beside reflected input (BREACH). Tokens in our pages are new, or newly
    masked, in every response, with one exception: a contact form given back repeats its own ticket beside
    what was typed. Whoever guessed it would gain nothing: a ticket gives no rights, it only names a form that
    we gave out, and anybody gets one by opening the page. Nor do a browser's own words come back to a post
    that another site makes: no cookie ties the two, so the answer holds what that post itself brought.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        # Films, pictures and PDFs are small already, and a part of a file is counted in the file's own bytes.
        if isinstance(response, FileResponse):
            return response
        if isinstance(response, HttpResponse) and (length := getattr(response, "fixed_length", 0)):
            return filled(response, length)
        accepted = request.META.get("HTTP_ACCEPT_ENCODING", "")  # see encodings
        smallest = 1 if IDENTITY in accepted else MIN_BYTES
        if (
            "br" not in accepted
            or not isinstance(response, HttpResponse)
            or response.has_header("Content-Encoding")
        ):
            return self._gzipped(request, response)
        patch_vary_headers(response, ("Accept-Encoding",))
        if len(response.content) >= smallest:
            response.content = packed(response.content)
            response.headers["Content-Length"] = str(len(response.content))
            response.headers["Content-Encoding"] = "br"
        return response

    def _gzipped(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not isinstance(response, HttpResponse) or response.has_header("Content-Encoding"):
            return super().process_response(request, response)
        content = response.content
        super().process_response(request, response)  # changes it in place
        if response.has_header("Content-Encoding") and WINDOW < len(response.content) <= NEAR:
            response.content = gzipped(content, self.max_random_bytes)
            response.headers["Content-Length"] = str(len(response.content))
        return response


def filled(response: HttpResponse, length: int) -> HttpResponse:
    """Return an answer of that length at least, not compressed: what it says is in no number of bytes.

    A page is filled up with a comment behind its end, to the next multiple.
    """
    missing = -len(response.content) % length
    if missing:
        missing += length if missing < MIN_COMMENT else 0
        noise = secrets.token_urlsafe(missing)[: missing - MIN_COMMENT].replace("-", "_")
        response.content += f"<!--{noise}-->".encode()
    response.headers["Content-Length"] = str(len(response.content))
    return response


def packed(content: bytes) -> bytes:
    """Return content in Brotli, with more effort where that makes it fit into the first window."""
    quick: bytes = brotli.compress(content, quality=QUALITY)
    if WINDOW < len(quick) <= NEAR:
        return bytes(brotli.compress(content, quality=SLOW_QUALITY))
    return quick


def gzipped(content: bytes, most_noise: int) -> bytes:
    """Return content in gzip with much effort, behind a name of random length, as Django hides its own.

    The name never carries over the edge of the first window what fits into it.
    """
    sums = b"".join(number.to_bytes(4, "little") for number in (zlib.crc32(content), len(content)))
    body = bytes(deflate.deflate_compress(content, GZIP_LEVEL)) + sums
    room = WINDOW - len(GZIP_HEADER) - len(body)
    noise = secrets.randbelow(min(most_noise, room) if room > 0 else most_noise)
    return GZIP_HEADER + b"a" * noise + b"\0" + body
