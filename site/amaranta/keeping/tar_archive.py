"""The inside of a copy: a compressed tar in streaming, which says first what it is and last what it held."""

import gzip
import json
import os
import tarfile
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from amaranta.keeping.about import About
from amaranta.keeping.obstacles import DamagedError

ABOUT, HASHES = "about.json", "hashes.json"
DATABASE, MEDIA = "database", "media"
PRIVATE = 0o600
BLOCK = 1024 * 1024
BROKEN = (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile)


class _Hashing:
    """A file that is hashed while it is read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.hash = sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self.hash.update(data)
        return data


class Writer:
    """Adds members one after the other."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self.hashes: dict[str, str] = {}

    def add_bytes(self, name: str, data: bytes) -> None:
        self._add(name, BytesIO(data), len(data), time.time())

    def add_file(self, name: str, path: Path) -> bool:
        """Add a file as it is now; False if it is gone. Raises OSError."""
        try:
            file = path.open("rb")
        except FileNotFoundError:
            return False
        with file:
            found = os.fstat(file.fileno())
            self._add(name, file, found.st_size, found.st_mtime)
        return True

    def _add(self, name: str, file: BinaryIO, size: int, changed: float) -> None:
        member = tarfile.TarInfo(name)
        member.size, member.mtime, member.mode = size, int(changed), PRIVATE
        hashing = _Hashing(file)
        self._tar.addfile(member, hashing)
        self.hashes[name] = hashing.hash.hexdigest()


@contextmanager
def writing(target: BinaryIO, about: About) -> Iterator[Writer]:
    """Give a writer of an archive into `target`."""
    with (
        gzip.GzipFile(fileobj=target, mode="wb", compresslevel=1, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as tar,
    ):
        writer = Writer(tar)
        writer.add_bytes(ABOUT, about.to_json())
        yield writer
        writer.add_bytes(HASHES, json.dumps(writer.hashes).encode())


def reading(source: BinaryIO) -> Iterator[tuple[str, BinaryIO]]:
    """Yield each member, `about.json` first, and compare all hashes at the end. Raises DamagedError."""
    hashes: dict[str, str] = {}
    told: dict[str, str] | None = None
    try:
        with tarfile.open(fileobj=gzip.GzipFile(fileobj=source), mode="r|") as tar:
            for member in tar:
                file = tar.extractfile(member)
                if file is None or not _is_safe(member.name) or (not hashes and member.name != ABOUT):
                    raise DamagedError("The copy holds something that no copy of this portal holds.")
                hashing = _Hashing(file)  # type: ignore[arg-type]
                if member.name == HASHES:
                    told = json.loads(hashing.read())
                    continue
                yield member.name, hashing  # type: ignore[misc]
                while hashing.read(BLOCK):
                    pass
                hashes[member.name] = hashing.hash.hexdigest()
    except BROKEN:
        raise DamagedError("The copy is damaged.") from None
    if told != hashes:
        raise DamagedError("The copy does not hold what was put into it.")


def _is_safe(name: str) -> bool:
    """Tell whether a member can be written below a folder, and nowhere else."""
    path = PurePosixPath(name)
    known = name in {ABOUT, HASHES, DATABASE} or path.parts[:1] == (MEDIA,)
    return known and not path.is_absolute() and ".." not in path.parts
