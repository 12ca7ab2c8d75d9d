"""The view behind every page asks whom Wagtail's view would ask, and loads what a page needs once."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from wagtail import hooks
from wagtail.models import Page

from .materials import Demo

Serve = Callable[..., HttpResponse]


def test_a_hook_may_answer_before_a_page_is_served(demo: Demo, client: Client) -> None:
    asked: list[str] = []

    def closed(
        page: Page, request: HttpRequest, arguments: list[Any], options: dict[str, Any]
    ) -> HttpResponse:
        asked.append(page.title)
        return HttpResponse("chiuso", status=503)

    assert client.get("/per-me/").status_code == 200
    with hooks.register_temporarily("before_serve_page", closed):
        response = client.get("/per-me/")

    assert (response.status_code, response.content) == (503, b"chiuso")
    assert len(asked) == 1


def test_hooks_stand_around_a_page_in_their_order(demo: Demo, client: Client) -> None:
    order: list[str] = []

    def around(name: str) -> Callable[[Serve], Serve]:
        def wrap(serve: Serve) -> Serve:
            def served(*arguments: Any) -> HttpResponse:
                order.append(name)
                return serve(*arguments)

            return served

        return wrap

    with (
        hooks.register_temporarily("on_serve_page", around("outer"), order=-1),
        hooks.register_temporarily("on_serve_page", around("inner"), order=1),
    ):
        response = client.get("/per-me/")

    assert response.status_code == 200
    assert order == ["outer", "inner"]


@pytest.mark.parametrize(
    "address", ["/niente/", "/per-me/niente/", "/en/nothing/", "/per-me/diritti/niente/"]
)
def test_an_address_of_no_page_is_not_found(demo: Demo, client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_translated_page_shows_the_main_pages_of_its_language(demo: Demo, client: Client) -> None:
    italian, english = client.get("/").content.decode(), client.get("/en/").content.decode()

    assert "/sportelli/" in italian
    assert "/en/desks/" in english
    assert "/sportelli/" not in english
