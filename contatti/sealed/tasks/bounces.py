"""Read the bounce mailbox: mark the requests that its notices name, leave the rest to people."""

import logging
from datetime import datetime

from django.db import Error

from contatti.sealed.conf import sealed_settings
from contatti.sealed.mail.outgoing import portal_domain
from contatti.sealed.models import BounceMailbox, OutboxState
from contatti.sealed.tracking import marks
from contatti.sealed.tracking.bounce_mailbox import OTHER, TO_READ, BounceInbox, StuckMailError, opened
from contatti.sealed.tracking.bounce_notice import Notice, NoticeAction, read

logger = logging.getLogger(__name__)

STUCK_PAUSE = 4
"""So many visits are left out while a mail can't be moved: each fetches it again."""


def is_configured() -> bool:
    """Tell whether there is a bounce mailbox to read."""
    return bool(sealed_settings.BOUNCE_IMAP_HOST)


class BounceReader:
    """Visits the mailbox; after a failure at growing intervals, lest its account is locked."""

    def __init__(self) -> None:
        self._failures = 0
        self._skip = 0

    def visit(self, now: datetime) -> None:
        """Read what is there; keep what went wrong for the staff. Raises django.db.Error alone."""
        if not is_configured():
            return
        if self._skip > 0:
            self._skip -= 1
            return
        try:
            unknown, stuck = read_all()
        except Error:
            raise
        except Exception as error:  # noqa: BLE001 - whatever keeps the mailbox unread, the alarm must tell it
            self._skip = min(2**self._failures, 60) - 1
            self._failures = min(self._failures + 1, 10)
            logger.warning("The bounce mailbox could not be read: %s", type(error).__name__)
            _remember(error=type(error).__name__)
        else:
            self._failures = 0
            if stuck:
                # Not the growing intervals: the notices of other requests lie in the same mailbox.
                self._skip = STUCK_PAUSE
                _remember(error=StuckMailError.__name__, unknown=unknown)
            else:
                _remember(read_at=now, error="", unknown=unknown)


def read_all() -> tuple[int, int]:
    """Read, mark and tidy; return how many mails wait for people, and how many could not be moved.

    A mail is deleted only after the database has what it said: a crash in between reads it twice, which
    changes nothing.
    """
    stuck = 0
    with opened() as inbox:
        for uid in inbox.uids():
            try:
                _read_one(inbox, uid)
            except StuckMailError as error:
                stuck += 1
                logger.warning("A mail stays in the bounce mailbox: the server refused %s", error)
        return inbox.number_in(TO_READ), stuck


def _read_one(inbox: BounceInbox, uid: str) -> None:
    raw = inbox.beginning(uid)
    if raw is None:
        return
    notice = read(raw, portal_domain())
    if notice.kind is NoticeAction.OTHER:
        inbox.put_aside(uid, OTHER)
    elif _apply(notice):
        inbox.delete(uid)
    else:
        inbox.put_aside(uid, TO_READ)


def _apply(notice: Notice) -> bool:
    """Mark the requests that a notice names; False if people must look at it.

    Only a message that left can come back: what waits for its first way is never touched.
    """
    ours = marks.named(set(notice.names))
    if not ours.exists():
        # Of a former sending or an erased request if it carries one of our names: of no use to anybody.
        return bool(notice.names) and notice.kind is not NoticeAction.UNKNOWN
    left = ours.exclude(state=OutboxState.REFUSED).exclude(state=OutboxState.WAITING, copies=0)
    if notice.kind is NoticeAction.FAILED:
        marks.returned(left, notice.code)
    elif notice.kind is NoticeAction.DELIVERED:
        marks.delivered(left)
    elif notice.kind is NoticeAction.DELAYED:
        left.filter(state=OutboxState.SENT).update(error_code=notice.code or "4.0.0")
    elif notice.kind is NoticeAction.UNKNOWN:
        left.filter(state=OutboxState.SENT).settle(OutboxState.UNCERTAIN)
        return False
    return True


def _remember(**changes: object) -> None:
    BounceMailbox.objects.update_or_create(pk=BounceMailbox.ONLY, defaults=changes)
