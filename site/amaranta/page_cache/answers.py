"""One kept answer, and the bounded store of a process."""

import gzip
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

import brotli
from django.http import HttpResponse

from amaranta.compression import NEAR, QUALITY, SLOW_QUALITY, WINDOW
from amaranta.page_cache.splice import Split, split
from home.kept_answers import Fresh, Visited, is_page, visited_page

MOST_BYTES = 16 * 1024 * 1024
"""In one process: some thousand pages. The demonstration has a hundred."""
MOST_KNOWN = 20_000
OVERHEAD = 4096
"""Bytes that an answer takes beside its body."""
LONGEST = 5 * 60
"""Seconds. If a change should ever be missed, in a crash between commit and telling, this ends it."""

Key = tuple[str, ...]
DECODERS: dict[str, Callable[[bytes], bytes]] = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}


@dataclass(frozen=True, slots=True)
class Answer:
    """`minute` is that for which it was made, None where it says nothing of the time."""

    body: bytes | Split
    headers: tuple[tuple[str, str], ...]
    make: Callable[[], str] | None
    piece_length: int
    minute: int | None
    until: float
    page: Visited | None

    def is_good(self, minute: int) -> bool:
        return self.minute in (None, minute) and time.monotonic() < self.until

    @property
    def size(self) -> int:
        return OVERHEAD + (len(self.body) if isinstance(self.body, bytes) else self.body.size)

    def response(self) -> HttpResponse | None:
        """Return it for one reader; None if the piece that is new for each has another length by now."""
        body = self.body
        if not isinstance(body, bytes):
            piece = self.make().encode() if self.make else b""
            if len(piece) != self.piece_length:
                return None
            body = body.joined(piece)
        response = HttpResponse(body)
        for name, value in self.headers:
            response.headers[name] = value
        response.headers["Content-Length"] = str(len(body))
        is_page(response, self.page)
        return response


def answer_of(response: HttpResponse, fresh: Fresh | None, minute: int | None) -> Answer:
    """Return what is kept of a finished answer. Raises NotSplit."""
    headers = tuple((name, value) for name, value in response.headers.items() if name != "Content-Length")
    until = time.monotonic() + LONGEST
    page_told = visited_page(response)
    if fresh is None:
        return Answer(response.content, headers, None, 0, minute, until, page_told)
    encoding = response.headers.get("Content-Encoding", "")
    page = DECODERS[encoding](response.content)
    piece = fresh.value.encode()
    body = split(page, piece, encoding, QUALITY)
    if encoding == "br" and WINDOW < len(body.joined(piece)) <= NEAR:
        body = split(page, piece, encoding, SLOW_QUALITY)
    return Answer(body, headers, fresh.make, len(piece), minute, until, page_told)


class Store:
    """Answers of one generation, those longest unused given up first. Safe for threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._answers: OrderedDict[Key, Answer] = OrderedDict()
        self._generation: object = None
        self._bytes = 0
        self._making: dict[Key, threading.Event] = {}
        self._known: set[Key] = set()

    def get(self, key: Key, generation: object, minute: int) -> Answer | None:
        with self._lock:
            self._forget_others(generation)
            answer = self._answers.get(key)
            if answer is None or not answer.is_good(minute):
                return None
            self._answers.move_to_end(key)
            return answer

    def put(self, key: Key, generation: object, answer: Answer) -> None:
        """Keep an answer that was begun under `generation`; under another it is wrong already."""
        with self._lock:
            if generation != self._generation:
                return
            self._drop(key)
            self._answers[key] = answer
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known.add(key)
            self._bytes += answer.size
            while self._bytes > MOST_BYTES:
                self._drop(next(iter(self._answers)))

    def first(self, key: Key) -> threading.Event | None:
        """Return None to whoever is the first to make an answer, and to others what to wait for.

        Nobody waits at an address of which nothing was ever kept.
        """
        with self._lock:
            if key in self._making:
                return self._making[key]
            if key in self._known:
                self._making[key] = threading.Event()
            return None

    def made(self, key: Key) -> None:
        """Let those go on who wait for an answer, whether it is there or not."""
        with self._lock:
            if event := self._making.pop(key, None):
                event.set()

    def _forget_others(self, generation: object) -> None:
        if generation != self._generation:
            self._answers.clear()
            self._bytes = 0
            self._generation = generation

    def _drop(self, key: Key) -> None:
        if (old := self._answers.pop(key, None)) is not None:
            self._bytes -= old.size
