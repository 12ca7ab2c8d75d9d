"""The bounce mailbox, over TLS with the server's certificate checked (RFC 8314), never in clear."""

import imaplib
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.conf import settings

TIMEOUT = 30
MOST_BYTES = 262_144
"""So much of each mail is read: the report and the returned headers stand before everything long."""
MOST_AT_ONCE = 100
TO_READ = "Amaranta-da-leggere"
OTHER = "Amaranta-altro"
"""Folders for what a machine may not decide about: refusals in unknown forms, and everything else."""


class MailboxError(Exception):
    """The server said no. Carries the command, never the server's words."""


class BounceInbox:
    """The folder in which notices arrive; its mails are named by their UID."""

    def __init__(self, imap: imaplib.IMAP4) -> None:
        self._imap = imap

    def mails(self) -> Iterator[tuple[str, bytes]]:
        """Yield the oldest mails, each with the first part of its bytes."""
        (found,) = self._ask("SEARCH", None, "UNDELETED")
        for uid in (found or b"").split()[:MOST_AT_ONCE]:
            answer = self._ask("FETCH", uid.decode(), f"(BODY.PEEK[]<0.{MOST_BYTES}>)")
            raw = next((part[1] for part in answer if isinstance(part, tuple)), None)
            if raw is not None:
                yield uid.decode(), raw

    def delete(self, uid: str) -> None:
        self._ask("STORE", uid, "+FLAGS.SILENT", r"(\Deleted)")

    def put_aside(self, uid: str, folder: str) -> None:
        """Move a mail; with COPY, which every server has."""
        self._imap.create(folder)  # refused where it exists
        self._ask("COPY", uid, folder)
        self.delete(uid)

    def number_in(self, folder: str) -> int:
        """Return how many mails lie in a folder, 0 if there is none of the name."""
        status, data = self._imap.status(folder, "(MESSAGES)")
        found = re.search(rb"MESSAGES (\d+)", data[0] or b"") if status == "OK" else None
        return int(found[1]) if found else 0

    def _ask(self, command: str, *arguments: Any) -> Any:
        status, data = self._imap.uid(command, *arguments)
        if status != "OK":
            raise MailboxError(command)
        return data


@contextmanager
def opened() -> Iterator[BounceInbox]:
    """Log in and select the folder; what was deleted is gone at the end.

    Raises OSError, IMAP4.error, MailboxError.
    """
    imap = imaplib.IMAP4_SSL(
        settings.AMARANTA_BOUNCE_IMAP_HOST,
        settings.AMARANTA_BOUNCE_IMAP_PORT,
        ssl_context=ssl.create_default_context(),
        timeout=TIMEOUT,
    )
    try:
        imap.login(settings.AMARANTA_BOUNCE_IMAP_USER, settings.AMARANTA_BOUNCE_IMAP_PASSWORD)
        if imap.select(_quoted(settings.AMARANTA_BOUNCE_IMAP_FOLDER))[0] != "OK":
            raise MailboxError("SELECT")
        try:
            yield BounceInbox(imap)
        finally:
            imap.expunge()
    finally:
        with suppress(OSError, imaplib.IMAP4.error):
            imap.logout()


def _quoted(folder: str) -> str:
    return '"' + folder.replace("\\", "\\\\").replace('"', '\\"') + '"'
