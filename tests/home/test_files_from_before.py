"""Files that were kept before the rules for files: what the command finds in them, mends, and leaves to people."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from amaranta.demo.pages import publish
from home.models import HomePage, InformationPage

from .document_samples import movie, text_note
from .drafts import downloads
from .picture_samples import kept, photograph

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = str(tmp_path)


FILMED = movie(text_note(b"\xa9xyz", "+45.5362+009.1890/"))
TEXT = b"Una pagina di prova.\n"


def from_before(file: Any, name: str, content: bytes) -> Any:
    """Put `content` under a library's file as it would be if nobody had looked into it."""
    stored = default_storage.save(name, ContentFile(content))
    type(file).objects.filter(pk=file.pk).update(file=stored)
    return type(file).objects.get(pk=file.pk)


def old_picture(content: bytes) -> Any:
    image = get_image_model().objects.create(title="Festa", file=ContentFile(photograph(), "a.jpg"))
    return from_before(image, "original_images/giulia.jpg", content)


def old_document(name: str, content: bytes) -> Any:
    document = get_document_model().objects.create(title="Video", file=ContentFile(TEXT, "a.txt"))
    return from_before(document, f"documents/{name}", content)


def look() -> str:
    out = StringIO()
    call_command("look_into_files", stdout=out)
    return out.getvalue()


def test_a_picture_loses_its_notes_and_the_old_file_is_gone() -> None:
    image = old_picture(photograph())
    told = image.file.name
    assert b"Giulia" in kept(image)[0]
    said = look()

    image.refresh_from_db()
    content, picture = kept(image)
    assert f"image {image.pk} «Festa»: made bare" in said
    assert not picture.getexif()
    assert b"Giulia" not in content
    assert (picture.size, image.file_size) == ((image.width, image.height), len(content))
    assert image.renditions.exists()
    assert not default_storage.exists(told)


def test_a_second_look_changes_nothing() -> None:
    image = old_picture(photograph())
    look()
    image.refresh_from_db()
    bare, content = image.file.name, kept(image)[0]

    assert look() == "No file is left to look at.\n"
    image.refresh_from_db()
    assert (image.file.name, kept(image)[0]) == (bare, content)


def test_a_film_that_says_where_it_was_made_is_named_with_its_page_and_left(home: HomePage) -> None:
    film = old_document("festa.mp4", FILMED)
    page = home.add_child(instance=InformationPage(title="La festa", slug="festa"))
    publish(page, downloads(film, "Il video"), {})
    out = StringIO()
    with pytest.raises(CommandError, match="1 files are left"):
        call_command("look_into_files", stdout=out)

    assert f"document {film.pk} «Video», on «La festa»: Il video dice dove è stato girato." in out.getvalue()


def test_a_file_that_is_missing_or_broken_stops_no_other() -> None:
    gone, broken, image = (
        old_document("sparito.txt", TEXT),
        old_picture(b"no picture"),
        old_picture(photograph()),
    )
    default_storage.delete(gone.file.name)
    out = StringIO()
    with pytest.raises(CommandError, match="2 files are left"):
        call_command("look_into_files", stdout=out)

    assert f"document {gone.pk} «Video», on no published page: " in out.getvalue()
    assert f"image {broken.pk} «Festa», on no published page: " in out.getvalue()
    assert f"image {image.pk} «Festa»: made bare" in out.getvalue()
