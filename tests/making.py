"""Files as the worker makes them, for tests that ask for one."""

import uuid
from typing import Any

from django.test import Client

from home.making.making_process import make_next

TURNS = 4
"""What somebody waits for comes first: a file, then the pictures of its pages."""


def fetched(client: Client, address: str, **more: Any) -> Any:
    """Return the answer at an address, as a visitor gets it who waits for the file that it needs."""
    response = client.get(address, **more)
    for _turn in range(TURNS):
        if "Refresh" not in response.headers:
            break
        make_next(uuid.uuid4())
        response = client.get(address, **more)
    return response
