"""Whoever owns the site is named on public pages; a logo that can do harm is refused, and public while it is one."""

import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.images import get_image_model

from home.models import BasePage, HomePage, SiteSettings
from tests.accounts import signed_in

from .picture_samples import photograph

pytestmark = pytest.mark.django_db
SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def large_picture() -> bytes:
    """Return a whole picture of some 20 MB, such as a scanner makes."""
    written = BytesIO()
    Image.new("RGB", (2700, 2700)).save(written, "PNG", compress_level=0)
    return written.getvalue()


def add_picture(admin: Client, name: str, content: bytes, kind: str) -> str:
    file = SimpleUploadedFile(name, content, kind)
    return admin.post(reverse("wagtailimages:add"), {"title": "Stemma", "file": file}).content.decode()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("stemma.png", large_picture(), "troppo grande"),
        ("stemma.svg", SCRIPT, "Formato immagine non supportato"),
        ("stemma.png", SCRIPT, "corrisponde al formato del file"),
    ],
    ids=["20 MB", "an SVG with a script", "an SVG called PNG"],
)
def test_a_logo_that_can_do_harm_is_refused_with_a_sentence(
    home: HomePage, admin_user: object, name: str, content: bytes, sentence: str
) -> None:
    page = add_picture(signed_in(admin_user), name, content, "image/png")

    assert sentence in page
    assert not get_image_model().objects.exists()


def test_the_logo_is_shown_to_everybody_while_it_is_the_logo(
    home: HomePage, client: Client, admin_user: object
) -> None:
    add_picture(signed_in(admin_user), "stemma.png", photograph("PNG"), "image/png")
    SiteSettings.objects.update(owner="Comune di Prova", logo=get_image_model().objects.get())

    source = re.findall(r'<img src="([^"]+)"', client.get("/").content.decode())[0]
    assert client.get(source).status_code == 200

    SiteSettings.objects.update(logo=None)
    assert "<img" not in client.get("/").content.decode()
    assert client.get(source).status_code == 404


def test_who_runs_the_site_stands_above_a_public_page_and_not_above_the_form(
    demo: dict[str, BasePage], client: Client
) -> None:
    strip = "<b>Ambito Amaranta (esempio)</b> · Regione (esempio)"

    for address in ("/", "/sportelli/", "/per-me/", "/en/"):
        assert strip in client.get(address).content.decode().split("</header>")[0], address
    for address in ("/scrivi/", "/en/write/"):
        assert "Ambito Amaranta" not in client.get(address).content.decode(), address
    press = client.get("/chi-siamo/stampa/").content.decode()
    assert re.search(r">Chi gestisce</th><td>Ambito Amaranta \(esempio\)", press)
    assert "stampa@example.org" in press
