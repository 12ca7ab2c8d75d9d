"""The site's own search, as somebody asks it."""

import re

from django.http import HttpResponse
from django.test import Client

from home.models import BasePage

Demo = dict[str, BasePage]


def ask(client: Client, words: str, address: str = "/cerca/") -> HttpResponse:
    """Search as a browser without our script does, and return the page that it ends on."""
    response = client.post(address, {"q": words, "v": "1"})
    assert response.status_code == 303
    return client.get(response.headers["Location"].partition("#")[0])


def found(client: Client, words: str, address: str = "/cerca/") -> list[str]:
    """Return the addresses of the results, first to last."""
    html = ask(client, words, address).content.decode()
    results = html.split('id="risultati"')[1].split("</section>")[0]
    links = re.findall(r'<li><a href="([^"]+)"(?: data-to="([^"]+)")?', results)
    return [beyond or address for address, beyond in links]
