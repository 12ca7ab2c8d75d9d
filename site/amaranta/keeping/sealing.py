"""Files that only the holder of a key can open: the age format (age-encryption.org/v1), in streaming."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

import pyrage

from amaranta.keeping.obstacles import DamagedError, KeepingError

Recipient = Any
Identity = Any
"""pyrage has no types."""


def recipient(line: str) -> Recipient:
    """Return the public key that a line names: age1…, ssh-ed25519 …, ssh-rsa …. Raises KeepingError."""
    kind = pyrage.ssh.Recipient if line.startswith("ssh-") else pyrage.x25519.Recipient
    try:
        return kind.from_str(line.strip())
    except pyrage.RecipientError:
        shown = f"{line.strip()[:12]}…"
        raise KeepingError(f"“{shown}” is not a public key of age (age1…) or of SSH (ssh-…).") from None


def identities(path: Path) -> list[Identity]:
    """Return the private keys in a file of age or of SSH. Raises KeepingError."""
    try:
        text = path.read_bytes()
        lines = [line.strip() for line in text.decode().splitlines()]
        found = [
            pyrage.x25519.Identity.from_str(line) for line in lines if line.startswith("AGE-SECRET-KEY-")
        ]
        return found or [pyrage.ssh.Identity.from_buffer(text)]
    except OSError as error:
        raise KeepingError(f"The key {path} cannot be read ({error.strerror}).") from error
    except (UnicodeDecodeError, pyrage.IdentityError):
        raise KeepingError(f"{path} holds no private key of age (AGE-SECRET-KEY-…) or of SSH.") from None


class _Noting:
    """A file that remembers the system's own error: the library would only say that something failed."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.error: OSError | None = None

    def write(self, data: bytes) -> int:
        try:
            return self._file.write(data)
        except OSError as error:
            self.error = error
            raise

    def flush(self) -> None:
        self._file.flush()


class _Beside:
    """The library's loop in a thread of its own, at the other end of a pipe."""

    def __init__(self, work: Callable[[], None]) -> None:
        self.error: Exception | None = None
        self._work = work
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._work()
        except Exception as error:  # noqa: BLE001 - raised again where it is waited for
            self.error = error

    def wait(self) -> Exception | None:
        self._thread.join()
        return self.error


@contextmanager
def sealing(target: BinaryIO, recipients: Sequence[Recipient]) -> Iterator[BinaryIO]:
    """Give a file whose content ends in `target`, sealed for the recipients, when the block is left.

    Raises OSError of the target, such as a full disk.
    """
    reading, writing = os.pipe()
    noted = _Noting(target)

    def seal() -> None:
        with os.fdopen(reading, "rb") as source:
            pyrage.encrypt_io(source, noted, recipients)

    beside = _Beside(seal)
    try:
        with os.fdopen(writing, "wb") as plain:
            yield plain
    except BrokenPipeError:
        raise _first(beside, noted) from None
    finally:
        beside.wait()
    if beside.error:
        raise _first(beside, noted)


def _first(beside: _Beside, noted: _Noting) -> Exception:
    """Return the error that began it: a broken pipe only follows from it."""
    return noted.error or beside.wait() or OSError("The file could not be sealed.")


@contextmanager
def opening(path: Path, keys: Sequence[Identity]) -> Iterator[BinaryIO]:
    """Give the content of a sealed file. Raises DamagedError in its place for whatever is wrong with it.

    Every piece is verified before it is given; that the end is the end is known when the block is left.
    """
    reading, writing = os.pipe()

    def unseal() -> None:
        with path.open("rb") as source, os.fdopen(writing, "wb") as plain:
            pyrage.decrypt_io(source, plain, keys)

    beside = _Beside(unseal)
    stopped: BaseException | None = None
    plain = os.fdopen(reading, "rb")
    try:
        yield plain
        plain.read()  # what follows the last member must be whole as well
    except BaseException as error:
        stopped = error
        raise
    finally:
        with suppress(OSError):
            plain.close()
        wrong = beside.wait()
        # Whoever leaves early breaks the pipe, which is no fault of the file.
        if wrong and (stopped is None or _is_fault(wrong)):
            raise DamagedError(_said(path, wrong)) from None


def _is_fault(error: Exception) -> bool:
    """Tell whether the file is to blame; within its body the library raises a bare OSError."""
    return isinstance(error, pyrage.DecryptError) or "decryption error" in str(error)


def _said(path: Path, error: Exception) -> str:
    if "No matching keys" in str(error):
        return f"{path.name} was not sealed for this key."
    return f"{path.name} is damaged, cut short, or no copy of this portal."
