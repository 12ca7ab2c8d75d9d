"""The application as a server calls it: through everything that stands around Django, inside a test's transaction."""

from collections.abc import Mapping
from typing import Any

from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from amaranta.request_guard import Guard


def answer_of(application: Any, environ: Mapping[str, Any]) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body; the body of a film or a picture too."""
    answer: dict[str, Any] = {}

    def start(status: str, headers: list[tuple[str, str]], exc_info: object = None) -> Any:
        answer.update(status=int(status.split(maxsplit=1)[0]), headers=dict(headers))
        return lambda data: None

    # As Django's test client does: a connection in the middle of a test's transaction counts as broken.
    signals = (request_started, request_finished)
    connected = [signal for signal in signals if signal.disconnect(close_old_connections)]
    try:
        parts = Guard(application)(dict(environ), start)
        body = b"".join(parts)
        if hasattr(parts, "close"):
            parts.close()
    finally:
        for signal in connected:
            signal.connect(close_old_connections)
    return answer["status"], answer["headers"], body
