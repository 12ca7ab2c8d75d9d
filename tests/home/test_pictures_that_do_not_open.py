"""A picture that can't be read is refused in words, wherever it is uploaded, and grey ones stay grey."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.images import get_image_model

from home.files.pictures import bare_picture
from tests.home.picture_samples import photograph

SENTENCE = "Scegli una foto JPEG, PNG o WebP che si apra."


def huge() -> bytes:
    """Return a PNG that says it has 900 million pixels."""
    written = BytesIO()
    Image.new("1", (1, 1)).save(written, "PNG")
    content = bytearray(written.getvalue())
    content[16:24] = (30_000).to_bytes(4) * 2
    import zlib

    content[29:33] = zlib.crc32(content[12:29]).to_bytes(4)
    return bytes(content)


BROKEN = {
    "senza-la-fine.jpg": photograph("JPEG")[:-2],
    "a-meta.jpg": photograph("JPEG")[:200],
    "pagina.jpg": b"\xff\xd8\xff\xe0<html><script>alert(1)</script></html>",
    "solo-l-inizio.png": b"\x89PNG\r\n\x1a\n",
    "a-meta.png": photograph("PNG")[:-40],
    "a-meta.webp": photograph("WEBP")[:-30],
    "enorme.png": huge(),
    "vuota.png": b"",
}


@pytest.mark.django_db
@pytest.mark.parametrize("way", ["add", "add_multiple", "chooser_create"])
def test_a_picture_that_does_not_open_is_refused_in_words(admin_client: Client, way: str) -> None:
    for name in BROKEN:
        assert_refused(admin_client, name, way)


def assert_refused(admin_client: Client, name: str, way: str) -> None:
    field = {"add": "file", "add_multiple": "files[]", "chooser_create": "image-chooser-upload-file"}[way]
    address = "wagtailimages_chooser:create" if way == "chooser_create" else f"wagtailimages:{way}"
    answer = admin_client.post(
        reverse(address),
        {
            "title": "x",
            "image-chooser-upload-title": "x",
            field: SimpleUploadedFile(name, BROKEN[name]),
            "collection": "1",
        },
        headers={"X-Requested-With": "XMLHttpRequest"},
    )

    assert answer.status_code in {200, 400}
    if answer.status_code == 200 and BROKEN[name]:
        text = answer.content.decode()
        words = (SENTENCE, "non è un'immagine", "corrotto", "troppi pixel")
        assert any(each in text for each in words), (name, text[-300:])
    assert not get_image_model().objects.exists()


def test_a_grey_picture_of_sixteen_bits_keeps_its_grey() -> None:
    written = BytesIO()
    Image.new("I;16", (4, 4), 40_000).save(written, "PNG")

    kept = Image.open(bare_picture(BytesIO(written.getvalue()))).convert("RGB").getpixel((1, 1))

    assert kept == (156, 156, 156)
