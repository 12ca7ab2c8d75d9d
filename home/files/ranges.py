"""Parts of a file (RFC 9110, 14): iPhones play a film only from servers that give it away in parts."""

import re
from io import SEEK_CUR, SEEK_END, SEEK_SET
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
    part = ByteRange(file, first, last - first + 1)
    response.streaming_content = iter(lambda: part.read(BLOCK), b"")
    # The server reads it by itself then, and no thread waits for a slow reader.
    response.file_to_stream = part  # type: ignore[assignment]  # it need not be more than a file
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


class ByteRange:
    """A part of an open file that looks like a whole one."""

    def __init__(self, file: BinaryIO, first: int, length: int) -> None:
        self.file = file
        self.first = first
        self.length = length
        self.place = 0

    def read(self, size: int = -1) -> bytes:
        left = max(self.length - self.place, 0)
        self.file.seek(self.first + self.place)
        block = self.file.read(left if size < 0 else min(size, left))
        self.place += len(block)
        return block

    def tell(self) -> int:
        return self.place

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        start = {SEEK_SET: 0, SEEK_CUR: self.place, SEEK_END: self.length}[whence]
        self.place = max(start + offset, 0)
        return self.place

    def close(self) -> None:
        self.file.close()
