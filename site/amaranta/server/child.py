"""One web process: a loop that holds all connections, and a few threads that see whole requests only."""

import logging
import resource
import signal
import socket
import time
from typing import Any
from wsgiref.types import WSGIApplication

from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.server import TcpWSGIServer
from waitress.task import ThreadedTaskDispatcher

from amaranta.request_guard import LARGEST_FORM
from amaranta.server.channel import Channel
from amaranta.server.parser import LARGEST_UPLOAD

MOST_CONNECTIONS = 2000
"""In one process. One more closes the oldest that waits: who holds thousands pushes out himself."""
REQUEST_SECONDS = 300
"""How long a request may take to arrive. 175 kB, the largest form, at 1 kB/s are 175 s."""
LEAVING_SECONDS = 10
"""How long whoever was refused may go on sending, so that the refusal reaches him."""
ENDING_SECONDS = 30
"""How long an answer under way may take after SIGTERM, to be made and to be read."""
SEND_AHEAD = 131_072
"""Bytes that the kernel takes ahead of a reader; it doubles them."""
ARRIVING_SECONDS = 5
"""How long a request that is still arriving then may take to be whole."""


class Server(TcpWSGIServer):
    """waitress's server, which never stops accepting."""

    channel_class = Channel

    def handle_accept(self) -> None:
        if len(self.active_channels) >= self.most_connections():
            self._make_room()
        super().handle_accept()

    def most_connections(self) -> int:
        # A connection that reads a file costs two descriptors.
        return int(min(MOST_CONNECTIONS, (resource.getrlimit(resource.RLIMIT_NOFILE)[0] - 100) // 2))

    def _make_room(self) -> None:
        oldest = next((channel for channel in self.active_channels.values() if not channel.requests), None)
        if oldest is not None:
            oldest.handle_close()

    def maintenance(self, now: float) -> None:
        """Close what has been silent, and requests that never become whole."""
        super().maintenance(now)
        for channel in self.active_channels.values():
            arriving, leaving = channel.arriving_since, channel.leaving_since
            if (arriving and now - arriving > REQUEST_SECONDS) or (
                leaving and now - leaving > LEAVING_SECONDS
            ):
                channel.will_close = True

    def is_busy(self, *, with_arriving: bool) -> bool:
        """Tell whether an answer is being made or read, or (`with_arriving`) a request is coming in."""
        return any(
            channel.requests or channel.total_outbufs_len or (with_arriving and channel.arriving_since)
            for channel in self.active_channels.values()
        )


def serve_requests(application: WSGIApplication, listening: socket.socket, threads: int) -> None:
    """Serve until SIGTERM; then accept nothing new, and return when what was under way is done."""
    connections: dict[int, Any] = {}
    settings = adjustments(threads)
    dispatcher = ThreadedTaskDispatcher()
    dispatcher.set_thread_count(settings.threads)
    server = Server(
        application,
        connections,
        True,
        listening,
        dispatcher,
        settings,
        sockinfo=(listening.family, listening.type, listening.proto, listening.getsockname()),
        bind_socket=False,
    )
    ended: list[float] = []

    def end(signum: int, frame: object) -> None:
        ended.append(time.monotonic())
        server.pull_trigger()

    signal.signal(signal.SIGTERM, end)
    # Ctrl+C reaches the whole group; the parent tells us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while not ended:
        wasyncore.loop(timeout=1, use_poll=True, map=connections, count=1)
    server.del_channel()  # the socket is the parent's and the other processes'
    server.accepting = False
    while _has_work(server, time.monotonic() - ended[0]):
        wasyncore.loop(timeout=0.1, use_poll=True, map=connections, count=1)


def _has_work(server: Server, seconds: float) -> bool:
    return seconds < ENDING_SECONDS and server.is_busy(with_arriving=seconds < ARRIVING_SECONDS)


def adjustments(threads: int) -> Adjustments:
    """Return how waitress is set up here, wherever that differs from its own way."""
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    settings = Adjustments(
        threads=threads,
        ident=None,
        # We close the oldest instead of refusing the newest.
        connection_limit=1_000_000,
        cleanup_interval=10,
        asyncore_use_poll=True,
        # What is larger may lie in a temporary file, and only staff may send it (see parser).
        inbuf_overflow=LARGEST_FORM,
        max_request_body_size=LARGEST_UPLOAD,
        max_request_header_size=32_768,
        # A thread must never wait for a slow reader: what he has not read yet is kept for him, above
        # `outbuf_overflow` in a temporary file. An answer to a form is far smaller.
        outbuf_high_watermark=2**40,
        # Django decides by AMARANTA_BEHIND_PROXY whether to believe X-Forwarded-Proto.
        clear_untrusted_proxy_headers=False,
        # It would write the client's address.
        log_socket_errors=False,
    )
    # The kernel would take up to 4 MB ahead of every slow reader, and waitress reads as much at once.
    settings.socket_options = [*Adjustments.socket_options, (socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_AHEAD)]
    return settings
