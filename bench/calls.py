"""Python calls of one answer: a figure that no neighbour on the machine can change.

`python -m bench.calls module:variable path...`, with the environment of a server, prints them as JSON.
"""

import cProfile
import json
import pstats
import sys
from importlib import import_module
from io import BytesIO
from typing import Any
from wsgiref.types import WSGIApplication

WARM_UP, VISITS = 5, 10


def ask(application: WSGIApplication, address: str) -> None:
    """Ask for an address as a server would. Raises ValueError unless it answers with 200."""
    path, _mark, query = address.partition("?")
    environ: dict[str, Any] = {
        "REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "PATH_INFO": path, "QUERY_STRING": query,
        "SERVER_NAME": "localhost", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost", "HTTP_ACCEPT_ENCODING": "gzip", "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http", "wsgi.input": BytesIO(), "wsgi.errors": sys.stderr,
        "wsgi.multithread": True, "wsgi.multiprocess": True, "wsgi.run_once": False,
    }  # fmt: skip
    statuses: list[str] = []
    parts: Any = application(environ, lambda status, *_rest: statuses.append(status) or bytes.__len__)
    for _part in parts:
        pass
    parts.close()
    if not statuses[0].startswith("200"):
        raise ValueError(f"{address} answered {statuses[0]}")


def calls(application: WSGIApplication, address: str) -> int:
    """Return the calls of a warm visit."""
    for _visit in range(WARM_UP):
        ask(application, address)
    profile = cProfile.Profile()
    profile.enable()
    for _visit in range(VISITS):
        ask(application, address)
    profile.disable()
    return int(pstats.Stats(profile).total_calls // VISITS)  # type: ignore[attr-defined]


if __name__ == "__main__":
    module, _colon, variable = sys.argv[1].partition(":")
    served = getattr(import_module(module), variable)
    sys.stdout.write(json.dumps({address: calls(served, address) for address in sys.argv[2:]}))
