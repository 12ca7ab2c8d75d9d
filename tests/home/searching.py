"""The site's own search, as somebody asks it."""

import re

from django.test import Client

from home.models import BasePage

Demo = dict[str, BasePage]


def found(client: Client, words: str, address: str = "/cerca/") -> list[str]:
    """Return the addresses of the results, first to last."""
    html = client.post(address, {"q": words}).content.decode()
    results = html.split('id="risultati"')[1].split("</section>")[0]
    links = re.findall(r'<li><a href="([^"]+)"(?: data-to="([^"]+)")?', results)
    return [beyond or address for address, beyond in links]
