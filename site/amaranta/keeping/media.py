"""Uploaded files in a copy, wherever they are kept: a folder of this host, or a store that several share.

What can be made anew is left out (home.making.anew).
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.core.files import File
from django.core.files.storage import FileSystemStorage, default_storage

from amaranta.keeping.tar_archive import BLOCK, MEDIA, Writer
from home.making.anew import FOLDERS


@dataclass(frozen=True, slots=True)
class Uploaded:
    """An uploaded file by its name in the storage, and its size."""

    name: str
    size: int

    @property
    def member(self) -> str:
        return f"{MEDIA}/{self.name}"


def is_here() -> bool:
    """Tell whether uploaded files lie in a folder of this host."""
    storage = getattr(default_storage, "_wrapped", default_storage)
    return isinstance(storage, FileSystemStorage)


def uploaded() -> Iterator[Uploaded]:
    """Yield every uploaded file; not what can be made anew."""
    yield from _of_folder(Path(settings.MEDIA_ROOT)) if is_here() else _of_store("")


def _of_folder(root: Path) -> Iterator[Uploaded]:
    for folder, folders, names in os.walk(root):
        if Path(folder) == root:
            folders[:] = [name for name in folders if name not in FOLDERS]
        for name in sorted(names):
            path = Path(folder, name)
            with suppress(FileNotFoundError):
                if not path.is_symlink():
                    yield Uploaded(path.relative_to(root).as_posix(), path.stat().st_size)


def _of_store(folder: str) -> Iterator[Uploaded]:
    folders, names = default_storage.listdir(folder)
    for name in sorted(names):
        whole = f"{folder}{name}"
        with suppress(FileNotFoundError):
            yield Uploaded(whole, default_storage.size(whole))
    for each in sorted(folders):
        if each and (folder or each not in FOLDERS):
            yield from _of_store(f"{folder}{each}/")


def pack(members: Writer, files: list[Uploaded], staging: Path) -> None:
    """Add uploaded files to a copy; what has gone meanwhile is left out. Raises OSError."""
    for file in files:
        if is_here():
            members.add_file(file.member, Path(settings.MEDIA_ROOT, file.name))
            continue
        # On the disk first: a store may give another size than it told, and a member cannot.
        with tempfile.NamedTemporaryFile(dir=staging) as fetched, suppress(FileNotFoundError):
            with default_storage.open(file.name) as stored:
                shutil.copyfileobj(stored, fetched, BLOCK)
            fetched.flush()
            members.add_file(file.member, Path(fetched.name))


def put_in_place(staged: Path, kept: Path, undo: ExitStack) -> None:
    """Put the files of a copy where they belong; `undo` takes it back, `kept` has what was there.

    Raises OSError.
    """
    staged.mkdir(exist_ok=True)
    if is_here():
        _swap(staged, kept, undo)
        return
    for path in sorted(staged.rglob("*")):
        if path.is_file():
            _upload(path, path.relative_to(staged).as_posix(), kept / MEDIA, undo)


def _swap(staged: Path, kept: Path, undo: ExitStack) -> None:
    media = Path(settings.MEDIA_ROOT)
    media.parent.mkdir(parents=True, exist_ok=True)
    if media.exists():
        media.rename(kept / MEDIA)
        undo.callback((kept / MEDIA).rename, media)
    staged.rename(media)
    undo.callback(shutil.rmtree, media)


def _upload(path: Path, name: str, kept: Path, undo: ExitStack) -> None:
    """Bring a file into the store unless it is there; other hosts' files that the copy lacks stay."""
    if default_storage.exists(name):
        if default_storage.size(name) == path.stat().st_size:
            return
        before = kept / PurePosixPath(name)
        before.parent.mkdir(parents=True, exist_ok=True)
        with default_storage.open(name) as stored, before.open("wb") as saved:
            shutil.copyfileobj(stored, saved, BLOCK)
        default_storage.delete(name)
        undo.callback(_save, name, before)
    undo.callback(partial(default_storage.delete, name))
    _save(name, path)


def _save(name: str, path: Path) -> None:
    with path.open("rb") as file:
        default_storage.save(name, File(file))
