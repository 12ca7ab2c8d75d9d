"""What editors upload can be seen, and nothing else of the folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission, User
from django.core.files.storage import default_storage
from django.test import Client
from pytest_django import Settings
from wagtail.images import get_image_model
from wagtail.images.models import AbstractRendition
from wagtail.images.tests.utils import get_test_image_file

from home.files.pictures import stored_size
from home.models import HomePage
from tests.accounts import signed_in
from tests.home.document_pages import CONTENT, a_document, a_page, downloads

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(home: HomePage) -> Iterator[AbstractRendition]:
    """Return a size of a picture that no page shows yet."""
    picture = get_image_model().objects.create(title="Prova", file=get_test_image_file())
    size = stored_size(picture, "figure")
    assert size
    yield size
    size.file.delete(save=False)
    picture.file.delete(save=False)


def test_a_picture_answers_at_its_address_as_long_as_a_published_page_shows_it(
    client: Client, home: HomePage, shown: AbstractRendition
) -> None:
    assert client.get(shown.url).status_code == 404

    page = a_page(home, ("text", f'<embed embedtype="image" id="{shown.image_id}" alt="" format="left"/>'))
    response = client.get(shown.url)
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("image/")

    page.unpublish()
    assert client.get(shown.url).status_code == 404


def test_a_picture_of_a_draft_is_seen_by_who_writes_and_not_by_who_only_enters(
    home: HomePage, shown: AbstractRendition, admin_client: Client
) -> None:
    enters = User.objects.create_user("entra")
    enters.user_permissions.add(Permission.objects.get(codename="access_admin"))

    assert admin_client.get(shown.url).status_code == 200
    assert signed_in(enters).get(shown.url).status_code == 404


def test_nothing_but_pictures_can_be_fetched_from_the_folder(client: Client) -> None:
    name = default_storage.save("documents/prova.txt", get_test_image_file())

    assert (Path(settings.MEDIA_ROOT) / name).exists()
    assert client.get(f"/media/{name}").status_code == 404
    assert client.get("/media/images/../documents/prova.txt").status_code == 400
    default_storage.delete(name)


@pytest.fixture
def elsewhere(settings: Settings, tmp_path: Path) -> None:
    """Keep uploaded files where several hosts would find them: in no folder of this one."""
    settings.MEDIA_ROOT = str(tmp_path)
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "tests.elsewhere.Elsewhere",
            "OPTIONS": {"base_url": settings.MEDIA_URL},
        },
    }


def test_files_of_several_hosts_come_through_the_portal_and_only_while_a_page_shows_them(
    client: Client, home: HomePage, elsewhere: None
) -> None:
    picture = get_image_model().objects.create(title="Prova", file=get_test_image_file())
    size = stored_size(picture, "figure")
    paper = a_document()
    assert size
    assert size.url.startswith("/media/images/")
    assert not (Path(settings.MEDIA_ROOT) / size.file.name).exists()
    image = f'<embed embedtype="image" id="{picture.pk}" alt="" format="left"/>'
    assert [client.get(url).status_code for url in (size.url, paper.url)] == [404, 404]

    a_page(home, ("text", image))
    page = a_page(home, downloads(paper), slug="carte")
    seen = client.get(size.url)
    assert seen.status_code == 200
    assert seen.headers["Content-Type"].startswith("image/")
    given = client.get(paper.url)
    assert given.status_code == 200
    assert b"".join(given) == CONTENT

    default_storage.delete(size.file.name)
    assert client.get(size.url).status_code == 404
    page.unpublish()
    assert client.get(paper.url).status_code == 404
