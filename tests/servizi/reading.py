"""Pages as a reader sees them."""

import re

from django.test import Client

from amaranta.demo.desks import slot

MORNINGS = [slot("0123456", "09:30", "12:30")]


def read(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def body(client: Client, address: str) -> str:
    """Return a page on one line, without its styles."""
    return " ".join(re.sub(r"<style>.*?</style>", "", read(client, address), flags=re.DOTALL).split())


def text(html: str) -> str:
    """What a reader sees, without the markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())
