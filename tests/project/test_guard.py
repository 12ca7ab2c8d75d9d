"""Whatever server calls the application: only what is whole comes in, only what is complete goes out."""

from io import BytesIO
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client, RequestFactory

from contatti.sealed.models import OutboxItem
from home.models import HomePage
from tests.asking import answer_of
from tests.contatti.site import ContactSite, build_contact_site

FORM = "application/x-www-form-urlencoded"


def ask(application: Any, body: bytes = b"", **environ: Any) -> tuple[int, dict[str, str], str]:
    """Call the application as a server does. `stream` is what came over the wire of `body`."""
    stream = environ.pop("stream", body)
    made = (
        RequestFactory()
        .generic("POST" if body else "GET", environ.pop("path", "/invia/"), body, FORM)
        .environ
    )
    made.update({"wsgi.input": BytesIO(stream), **environ})
    made.setdefault("HTTP_SEC_FETCH_MODE", "cors")  # as our script posts: its answer is no page
    status, headers, content = answer_of(application, made)
    return status, headers, content.decode()


@pytest.fixture
def contact(home: HomePage) -> ContactSite:
    return build_contact_site(home)


def posted(contact: ContactSite) -> bytes:
    from urllib.parse import urlencode

    return urlencode(contact.fields(d="x" * 400)).encode()


def test_a_form_that_came_in_part_is_refused_with_our_page_and_nothing_is_kept(contact: ContactSite) -> None:
    body = posted(contact)
    same_site = {"HTTP_SEC_FETCH_SITE": "same-origin"}
    for length in (0, 1, len(body) // 2, len(body) - 1):
        status, headers, text = ask(WSGIHandler(), body, stream=body[:length], **same_site)

        assert status == 400
        assert 'href="tel:1522"' in text
        assert "sha256-" in headers["Content-Security-Policy"]
    assert not OutboxItem.objects.exists()


def test_whoever_posts_a_part_without_javascript_is_told_so(contact: ContactSite, client: Client) -> None:
    body = posted(contact)
    navigation = {"HTTP_SEC_FETCH_MODE": "navigate", "HTTP_SEC_FETCH_SITE": "same-origin"}
    status, headers, _text = ask(WSGIHandler(), body, **navigation)
    assert status == 303
    assert OutboxItem.objects.count() == 1

    status, headers, _text = ask(WSGIHandler(), posted(contact), stream=body[:-1], **navigation)

    assert status == 303
    assert "non capisce" in client.get(headers["Location"]).content.decode()
    assert OutboxItem.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (
            b'--B\r\nContent-Disposition: form-data; name="q"\r\n\r\na\r\n--B--\r\n',
            "multipart/form-data; boundary=B",
        ),
        (b"username=a&password=b", FORM),
    ],
    ids=["multipart", "urlencoded"],
)
@pytest.mark.parametrize("path", ["/admin/login/", "/cerca/", "/invia/"])
def test_a_body_that_breaks_off_is_refused_at_every_address(path: str, body: bytes, kind: str) -> None:
    status, _headers, _text = ask(WSGIHandler(), body, stream=body[:-3], path=path, CONTENT_TYPE=kind)

    assert status in {400, 403, 405, 409, 413, 415}


def test_a_body_without_a_length_is_refused(contact: ContactSite) -> None:
    body = posted(contact)
    status, _headers, _text = ask(WSGIHandler(), body, CONTENT_LENGTH="", HTTP_TRANSFER_ENCODING="chunked")

    assert status == 400
    assert not OutboxItem.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("charset", ["hex", "rot13", "utf-16", "niente", "", "zip", '"'])
def test_a_charset_that_is_no_text_is_refused_and_not_an_error_of_ours(charset: str) -> None:
    for path in ("/invia/", "/cerca/", "/admin/login/", "/"):
        status, headers, _text = ask(
            WSGIHandler(), b"q=a", path=path, CONTENT_TYPE=f"{FORM}; charset={charset}"
        )

        assert 400 <= status < 500
        assert "Content-Security-Policy" in headers


@pytest.mark.django_db
def test_too_many_parameters_are_refused_with_and_without_a_charset() -> None:
    many = "&".join(["a=b"] * 1100)
    for kind in (FORM, f"{FORM}; charset=utf-8", f"{FORM}; charset=latin-1"):
        status, headers, text = ask(
            WSGIHandler(), b"q=a", path="/cerca/", QUERY_STRING=many, CONTENT_TYPE=kind
        )

        assert status == 400
        assert "sha256-" in headers["Content-Security-Policy"]
        assert 'href="tel:112"' in text


@pytest.mark.django_db
def test_a_form_in_utf_8_that_says_so_is_read() -> None:
    status, _headers, text = ask(
        WSGIHandler(), b"q=citt%C3%A0&v=1", path="/cerca/", CONTENT_TYPE=f"{FORM}; charset=UTF-8"
    )

    assert status == 200
    assert "città" in text


def test_an_error_that_no_page_was_made_for_has_our_headers_and_the_numbers(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(environ: Any, start_response: Any) -> Any:
        raise RuntimeError

    for method in ("GET", "HEAD"):
        status, headers, text = ask(broken, REQUEST_METHOD=method)

        assert status == 500
        assert headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert headers["Cache-Control"] == "no-store"
        assert ('href="tel:112"' in text) is (method == "GET")
