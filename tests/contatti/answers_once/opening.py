"""The address of an answer, and what opens there."""

from django.http import HttpResponse
from django.test import Client

TEXT = "la chiave blu sta sotto il vaso di basilico"


def location(response: HttpResponse) -> str:
    assert response.status_code == 303
    assert response.content == b""
    assert response.headers["Cache-Control"] == "no-store"
    return response.headers["Location"].partition("#")[0]


def opened(client: Client, response: HttpResponse) -> str:
    page = client.get(location(response))
    assert page.status_code == 200
    assert page.headers["Cache-Control"] == "no-store"
    assert "noindex" in page.headers["X-Robots-Tag"]
    assert "script-src 'sha256-" in page.headers["Content-Security-Policy"]
    return page.content.decode()
