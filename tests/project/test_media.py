"""What editors upload can be seen, and nothing else of the folder."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.test import Client
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

pytestmark = pytest.mark.django_db


def test_an_uploaded_picture_answers_at_its_address(client: Client) -> None:
    picture = get_image_model().objects.create(title="Prova", file=get_test_image_file())

    shown = picture.get_rendition("width-100")
    response = client.get(shown.url)

    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("image/")
    shown.file.delete(save=False)
    picture.file.delete(save=False)


def test_nothing_but_pictures_can_be_fetched_from_the_folder(client: Client) -> None:
    name = default_storage.save("documents/prova.txt", get_test_image_file())

    assert (Path(settings.MEDIA_ROOT) / name).exists()
    assert client.get(f"/media/{name}").status_code == 404
    assert client.get("/media/images/../documents/prova.txt").status_code == 400
    default_storage.delete(name)
