"""Parts of a file (RFC 9110, 14): iPhones play a film only from servers that give it away in parts."""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

ONE_RANGE = re.compile(r"bytes\s*=\s*(?:([0-9]{1,18})-([0-9]{0,18})|-([0-9]{1,18}))", re.IGNORECASE)
"""Several ranges at once may be ignored (14.2), and no player asks for them."""
BLOCK = 65_536


def in_parts(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Return the part of a file that the request asks for, the whole file if it asks for none."""
    if not isinstance(response, FileResponse) or response.status_code != 200:
        return response
    response.headers["Accept-Ranges"] = "bytes"
    asked = ONE_RANGE.fullmatch(request.headers.get("Range", "").strip())
    if request.method != "GET" or asked is None or not _is_same(request, response):
        return response
    length = int(response.headers["Content-Length"])
    first, last = _bounds(asked, length)
    if asked[2] and int(asked[2]) < int(asked[1]):
        return response  # invalid, and so ignored (14.1.1)
    if first > last:
        response.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{length}"})
    file: Any = response.file_to_stream
    file.seek(first)
    response.streaming_content = _blocks(file, last - first + 1)
    response.status_code = 206
    response.headers["Content-Length"] = str(last - first + 1)
    response.headers["Content-Range"] = f"bytes {first}-{last}/{length}"
    return response


def _is_same(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Tell whether the file is still the one of which the browser has parts (If-Range, 13.1.5)."""
    known = request.headers.get("If-Range")
    return known is None or known == response.headers.get("ETag")


def _bounds(asked: re.Match[str], length: int) -> tuple[int, int]:
    first, last, suffix = asked.groups()
    if suffix:
        return max(length - int(suffix), 0) if int(suffix) else length, length - 1
    return int(first), min(int(last), length - 1) if last else length - 1


def _blocks(file: BinaryIO, left: int) -> Iterator[bytes]:
    while left > 0 and (block := file.read(min(BLOCK, left))):
        left -= len(block)
        yield block
