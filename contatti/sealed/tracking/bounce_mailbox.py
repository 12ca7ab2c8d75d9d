"""The bounce mailbox, over TLS with the server's certificate checked (RFC 8314), never in clear."""

import imaplib
import random
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from contatti.sealed.conf import sealed_settings

TIMEOUT = 30
MOST_BYTES = 262_144
"""So much of each mail is read: the report and the returned headers stand before everything long."""
MOST_AT_ONCE = 100
TO_READ = "Rimbalzi-da-leggere"
OTHER = "Rimbalzi-altro"
"""Folders for what a machine may not decide about: refusals in unknown forms, and everything else."""
PERSONAL = rb'^\(\("((?:[^"\\]|\\.)*)" '
"""The first of the personal namespaces in an answer to NAMESPACE (RFC 2342)."""
SEPARATOR = rb'\) "(.)" '
"""What stands between levels, in an answer to LIST about no folder (RFC 3501, 6.3.8)."""


class MailboxError(Exception):
    """The server said no. Carries the command, never the server's words."""


class StuckMailError(MailboxError):
    """It said no about one mail, of which nothing changed: the others have their turn."""


class BounceInbox:
    """The folder in which notices arrive; its mails are named by their UID."""

    def __init__(self, imap: imaplib.IMAP4) -> None:
        self._imap = imap
        self._beginnings = _beginnings(imap)
        self._made: dict[str, str | None] = {}

    def uids(self) -> list[str]:
        """Return mails to read now, drawn by lot where there are many: those that stay hold up no other."""
        (found,) = self._ask("SEARCH", None, "UNDELETED")
        uids = (found or b"").decode().split()
        return random.sample(uids, min(len(uids), MOST_AT_ONCE))

    def beginning(self, uid: str) -> bytes | None:
        """Return the first part of a mail, None if it is gone. Raises StuckMailError."""
        answer = self._ask("FETCH", uid, f"(BODY.PEEK[]<0.{MOST_BYTES}>)", refusal=StuckMailError)
        return next((part[1] for part in answer if isinstance(part, tuple)), None)

    def delete(self, uid: str) -> None:
        self._ask("STORE", uid, "+FLAGS.SILENT", r"(\Deleted)")

    def put_aside(self, uid: str, folder: str) -> None:
        """Move a mail; with COPY, which every server has. Raises StuckMailError if it stays where it is."""
        if folder not in self._made:
            self._made[folder] = self._make(folder)
        name = self._made[folder]
        if name is None:
            raise StuckMailError("CREATE")
        self._ask("COPY", uid, _quoted(name), refusal=StuckMailError)
        self.delete(uid)

    def number_in(self, folder: str) -> int:
        """Return how many mails lie in a folder, 0 if there is none of the name."""
        numbers = (self._number(beginning + folder) for beginning in self._beginnings)
        return next((number for number in numbers if number is not None), 0)

    def _make(self, folder: str) -> str | None:
        """Return the whole name of a folder, made if it is missing; None where the server allows none."""
        for name in (beginning + folder for beginning in self._beginnings):
            self._imap.create(_quoted(name))  # refused where it exists
            if self._number(name) is not None:
                return name
        return None

    def _number(self, name: str) -> int | None:
        found = _found(rb"MESSAGES (\d+)", *self._imap.status(_quoted(name), "(MESSAGES)"))
        return int(found[1]) if found else None

    def _ask(self, command: str, *arguments: Any, refusal: type[MailboxError] = MailboxError) -> Any:
        status, data = self._imap.uid(command, *arguments)
        if status != "OK":
            raise refusal(command)
        return data


@contextmanager
def opened() -> Iterator[BounceInbox]:
    """Log in and select the folder; what was deleted is gone at the end.

    Raises OSError, IMAP4.error, MailboxError; UnicodeError for what the server cannot be told.
    """
    imap = imaplib.IMAP4_SSL(
        sealed_settings.BOUNCE_IMAP_HOST,
        sealed_settings.BOUNCE_IMAP_PORT,
        ssl_context=ssl.create_default_context(),
        timeout=TIMEOUT,
    )
    try:
        _log_in(imap, sealed_settings.BOUNCE_IMAP_USER, sealed_settings.BOUNCE_IMAP_PASSWORD)
        if imap.select(_quoted(sealed_settings.BOUNCE_IMAP_FOLDER))[0] != "OK":
            raise MailboxError("SELECT")
        try:
            yield BounceInbox(imap)
        finally:
            imap.expunge()
    finally:
        with suppress(OSError, imaplib.IMAP4.error):
            imap.logout()


def _log_in(imap: imaplib.IMAP4, user: str, password: str) -> None:
    """LOGIN knows ASCII alone; PLAIN takes UTF-8 (RFC 4616)."""
    if (user + password).isascii() or "AUTH=PLAIN" not in imap.capabilities:
        imap.login(user, password)
    else:
        words = f"\0{user}\0{password}".encode()
        imap.authenticate("PLAIN", lambda _: words)


def _beginnings(imap: imaplib.IMAP4) -> list[str]:
    """Return what the name of a folder of ours may have to begin with, in the order in which to try.

    Asked after the login: many servers name NAMESPACE among their capabilities only then.
    """
    with suppress(imaplib.IMAP4.error):
        status, data = imap.namespace()
        if personal := _found(PERSONAL, status, data):
            return [re.sub(r"\\(.)", r"\1", personal[1].decode("ascii"))]
    status, data = imap.list('""', '""')
    separator = _found(SEPARATOR, status, data)
    return ["", f"INBOX{separator[1].decode('ascii')}"] if separator else [""]


def _found(pattern: bytes, status: str, data: list[Any]) -> re.Match[bytes] | None:
    """Look into an answer; one with literals, which are tuples, holds none of what we look for."""
    return re.search(pattern, data[-1]) if status == "OK" and isinstance(data[-1], bytes) else None


def _quoted(folder: str) -> str:
    return '"' + folder.replace("\\", "\\\\").replace('"', '\\"') + '"'
