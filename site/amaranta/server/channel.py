"""A connection, and what it is told when its request can't be read."""

import socket
import time
from contextlib import suppress
from typing import Any

from waitress.channel import HTTPChannel
from waitress.task import ErrorTask

from amaranta.last_error_page import bare_answer
from amaranta.server.parser import Parser


class BareErrorTask(ErrorTask):
    """waitress's answer to what is no request, with the numbers instead of what it could not read."""

    def execute(self) -> None:
        error = self.request.error
        self.status = f"{error.code} {error.reason}"
        headers, body = bare_answer(error.code)
        self.response_headers.extend(headers)
        self.channel.said_no = True
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Channel(HTTPChannel):
    """Knows since when a request has been arriving."""

    parser_class = Parser
    error_task_class = BareErrorTask
    arriving_since = 0.0
    """0 while none does."""
    leaving_since = 0.0
    """Since when all is said and the other side is still talking; 0 before."""
    said_no = False
    close_when_flushed: bool

    def received(self, data: bytes) -> Any:
        result = super().received(data)
        if self.request is None:
            self.arriving_since = 0.0
        elif not self.arriving_since:
            self.arriving_since = time.time()
        return result

    def handle_write(self) -> None:
        """Send; after a refusal that was sent whole, let the other side finish before the connection closes.

        A connection that is closed with words of the other side unread is reset, and the refusal with it.
        """
        if self.said_no and self.close_when_flushed and not self.will_close:
            self._flush_exception(self._flush_some)
            if not self.total_outbufs_len and not self.will_close:
                self.close_when_flushed = False
                self.leaving_since = time.time()
                with suppress(OSError):
                    self.socket.shutdown(socket.SHUT_WR)
            return
        super().handle_write()

    def handle_read(self) -> None:
        if not self.leaving_since:
            super().handle_read()
            return
        with suppress(OSError):
            if self.recv(self.adj.recv_bytes):
                return
        self.handle_close()
