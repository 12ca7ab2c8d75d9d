"""A connection, and what it is told when its request can't be read."""

import time
from typing import Any

from waitress.channel import HTTPChannel
from waitress.task import ErrorTask

from amaranta.bare import bare_answer
from amaranta.server.parser import Parser


class BareErrorTask(ErrorTask):
    """waitress's answer to what is no request, with the emergency numbers instead of what it could not read."""

    def execute(self) -> None:
        error = self.request.error
        self.status = f"{error.code} {error.reason}"
        headers, body = bare_answer(error.code)
        self.response_headers.extend(headers)
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Channel(HTTPChannel):
    """Knows since when a request has been arriving."""

    parser_class = Parser
    error_task_class = BareErrorTask
    arriving_since = 0.0
    """0 while none does."""

    def received(self, data: bytes) -> Any:
        result = super().received(data)
        if self.request is None:
            self.arriving_since = 0.0
        elif not self.arriving_since:
            self.arriving_since = time.time()
        return result
