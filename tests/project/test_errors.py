"""Whatever goes wrong, the page keeps the exit and the emergency numbers and repeats nothing."""

from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import get_resolver

from home.models import HomePage

SENTINEL = "parola-che-nessun-altro-scriverebbe"


def assert_keeps_the_way_out(response: HttpResponse, status: int) -> None:
    text = response.content.decode()
    assert response.status_code == status
    assert "<title>Amaranta</title>" in text
    assert 'class="exit-link"' in text
    assert 'href="tel:112"' in text
    assert 'href="tel:1522"' in text
    assert SENTINEL not in text


def test_a_request_for_another_host_keeps_the_way_out(home: HomePage, client: Client) -> None:
    response = client.get(f"/{SENTINEL}/", headers={"Host": f"{SENTINEL}.example"})

    assert_keeps_the_way_out(response, 400)
    assert "sha256-" in response.headers["Content-Security-Policy"]


def test_a_page_that_is_not_for_everybody_keeps_the_way_out() -> None:
    refuse = get_resolver().resolve_error_handler(403)

    assert_keeps_the_way_out(refuse(RequestFactory().get("/"), PermissionDenied(SENTINEL)), 403)


@pytest.mark.django_db
def test_a_form_from_elsewhere_keeps_the_way_out_and_its_address_is_not_logged(written_log: StringIO) -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post(f"/admin/login/?next=/{SENTINEL}/", {"username": SENTINEL})

    assert_keeps_the_way_out(response, 403)
    assert "login" not in written_log.getvalue()
