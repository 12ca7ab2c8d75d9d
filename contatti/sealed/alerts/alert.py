"""What an alert is. Its lines hold names of mailboxes, labels of keys and counts, nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.utils.functional import Promise


class AlertCode(StrEnum):
    """Names a condition in the database and in health answers."""

    DELAY = "delay"
    ATTEMPTS = "attempts"
    BOUNCED = "bounced"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"
    ACCOUNT = "account"
    NO_NOTICES = "no-notices"
    BOUNCE_MAILBOX = "bounce-mailbox"
    UNKNOWN_NOTICES = "unknown-notices"
    NO_KEY = "no-key"
    UNPROVED = "unproved"
    NO_PROOF = "no-proof"
    FULL = "full"
    HELD = "held"
    REFUSING = "refusing"
    UNREADABLE = "unreadable"
    EXPIRED = "expired"
    EXPIRING = "expiring"
    ALONE = "alone"
    NO_MAILBOX = "no-mailbox"


@dataclass(frozen=True, slots=True)
class Alert:
    """A condition, what to say of it, and when to write to the staff about it.

    kind: an AlertCode, or a name that a project gives to an alert of its own (SEALED_ALERTS).
    lines: one per mailbox or key concerned, empty if all is well. patience: how long it may last before
    a mail. repeat: how long after a mail the next one goes, while it lasts. urgent: requests are stuck or
    refused.
    """

    kind: str
    title: str | Promise
    advice: str | Promise
    lines: Callable[[datetime], list[str]]
    urgent: bool
    patience: Callable[[], timedelta] = lambda: timedelta(0)
    repeat: timedelta = timedelta(days=1)
