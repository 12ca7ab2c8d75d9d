"""Uploaded files that no folder of this host holds go into a copy, and come back into their store."""

import io
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, default_storage
from pytest_django import Settings

from amaranta.keeping import media
from amaranta.keeping.about import About
from amaranta.keeping.tar_archive import reading, writing


@pytest.fixture
def store(settings: Settings) -> InMemoryStorage:
    """Return the common storage: one that is elsewhere, with two pictures, a film and a poster."""
    elsewhere = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": elsewhere}
    for name in ("images/a.jpg", "images/deep/b.jpg", "documents/film.mp4", "kit/1/0/cartoncino/x.pdf"):
        default_storage.save(name, ContentFile(name.encode()))
    return default_storage  # type: ignore[return-value]


def copied(folder: Path) -> dict[str, bytes]:
    about = About(1, "0", "", "sqlite", {}, "", "", "", {}, media=True, size=0)
    written = io.BytesIO()
    with writing(written, about) as members:
        media.pack(members, list(media.uploaded()), folder)
    written.seek(0)
    return {name: file.read() for name, file in reading(written) if name.startswith("media/")}


def staged(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder / "media"


def test_a_copy_holds_what_was_uploaded_and_not_what_can_be_made_anew(
    store: InMemoryStorage, tmp_path: Path
) -> None:
    assert not media.is_here()
    found = copied(tmp_path)

    assert found["media/documents/film.mp4"] == b"documents/film.mp4"
    assert sorted(found) == ["media/documents/film.mp4", "media/images/a.jpg", "media/images/deep/b.jpg"]


def test_what_is_missing_or_differs_comes_back_and_what_came_since_stays(
    store: InMemoryStorage, tmp_path: Path
) -> None:
    copy = staged(tmp_path, copied(tmp_path))
    store.delete("images/a.jpg")
    store.delete("documents/film.mp4")
    store.save("documents/film.mp4", ContentFile(b"another, of another length"))
    store.save("images/new.jpg", ContentFile(b"new"))

    with ExitStack() as undo:
        media.put_in_place(copy, tmp_path / "kept", undo)
        undo.pop_all()

    assert store.open("images/a.jpg").read() == b"images/a.jpg"
    assert store.open("documents/film.mp4").read() == b"documents/film.mp4"
    assert store.open("images/new.jpg").read() == b"new"
    assert (tmp_path / "kept/media/documents/film.mp4").read_bytes() == b"another, of another length"


def test_a_restore_that_fails_leaves_the_store_as_it_was(store: InMemoryStorage, tmp_path: Path) -> None:
    copy = staged(tmp_path, copied(tmp_path))
    store.delete("images/a.jpg")
    store.delete("documents/film.mp4")
    store.save("documents/film.mp4", ContentFile(b"another, of another length"))

    undo = ExitStack()
    media.put_in_place(copy, tmp_path / "kept", undo)
    assert store.exists("images/a.jpg")
    undo.close()

    assert not store.exists("images/a.jpg")
    assert store.open("documents/film.mp4").read() == b"another, of another length"
