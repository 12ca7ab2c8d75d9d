"""The app's settings, each with the value that holds where a project says nothing.

A project writes them with the prefix SEALED_, such as SEALED_ALARM_TO. They are read when they are needed,
so that a test may change one.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.module_loading import import_string

PREFIX = "SEALED_"

LANE_RATES: dict[str, float] = {"follow-up": 120, "sealed": 60, "plain": 60, "slow": 30}
LANE_MEGABYTES: dict[str, float] = {"follow-up": 128, "sealed": 1024, "plain": 256, "slow": 1024}

DEFAULTS: dict[str, Any] = {
    "SITE_ID": "site",
    "HOURLY_LIMIT": 300,
    "LANE_RATES": {},
    "LANE_MEGABYTES": {},
    "ALARM_TO": [],
    "ALARM_SMTP": {},
    "ALARM_FROM": "",
    "ALARM_MINUTES": 15,
    "ALARM_ATTEMPTS": 8,
    "KEEP_SENT_DAYS": 30,
    "DELIVERIES_AT_ONCE": 8,
    "SMTP_LIMITS": {},
    "BOUNCE_ADDRESS": "",
    "BOUNCE_IMAP_HOST": "",
    "BOUNCE_IMAP_PORT": 993,
    "BOUNCE_IMAP_USER": "",
    "BOUNCE_IMAP_PASSWORD": "",
    "BOUNCE_IMAP_FOLDER": "INBOX",
    "NOTICES_NEEDED": False,
    "WEBHOOK_PROVIDER": "",
    "MAILBOXES": "contatti.sealed.models.mailboxes.all_mailboxes",
    "WAIT": "contatti.sealed.conf.two_days",
    "ALSO_READ": "contatti.sealed.models.mailboxes.no_mailboxes",
    "READERS": "contatti.sealed.key_change_mails.nobody",
    "INDEPENDENT": "contatti.sealed.conf.always",
    "CHORES": [],
    "ALERTS": [],
    "VIEWSETS": "contatti.sealed.views.certificates.SealedGroup",
    "PANEL": True,
}


class SealedSettings:
    """Attribute access to the settings above; their meaning and units stand in README.md."""

    SITE_ID: str
    HOURLY_LIMIT: int
    LANE_RATES: dict[str, float]
    LANE_MEGABYTES: dict[str, float]
    ALARM_TO: list[str]
    ALARM_SMTP: dict[str, Any]
    ALARM_FROM: str
    ALARM_MINUTES: int
    ALARM_ATTEMPTS: int
    KEEP_SENT_DAYS: int
    DELIVERIES_AT_ONCE: int
    SMTP_LIMITS: dict[str, float]
    BOUNCE_ADDRESS: str
    BOUNCE_IMAP_HOST: str
    BOUNCE_IMAP_PORT: int
    BOUNCE_IMAP_USER: str
    BOUNCE_IMAP_PASSWORD: str
    BOUNCE_IMAP_FOLDER: str
    NOTICES_NEEDED: bool
    WEBHOOK_PROVIDER: str
    CHORES: list[tuple[float, str]]
    ALERTS: list[str]
    PANEL: bool

    def __getattr__(self, name: str) -> Any:
        if name not in DEFAULTS:
            raise AttributeError(name)
        return getattr(settings, PREFIX + name, DEFAULTS[name])

    def lane_rate(self, lane: str) -> float:
        """Return how many held requests leave a lane in an hour (SEALED_LANE_RATES)."""
        return {**LANE_RATES, **self.LANE_RATES}[lane]

    def lane_bytes(self, lane: str) -> int:
        """Return how many bytes of envelopes a lane may hold (SEALED_LANE_MEGABYTES)."""
        return int({**LANE_MEGABYTES, **self.LANE_MEGABYTES}[lane] * 2**20)

    def offered_mailboxes(self) -> QuerySet[Any]:
        """Return the mailboxes that the project offers to visitors now (SEALED_MAILBOXES)."""
        offered: Callable[[], QuerySet[Any]] = import_string(self.__getattr__("MAILBOXES"))
        return offered()

    def also_read(self) -> QuerySet[Any]:
        """Return the mailboxes to watch over to which no visitor writes (SEALED_ALSO_READ)."""
        others: Callable[[], QuerySet[Any]] = import_string(self.__getattr__("ALSO_READ"))
        return others()

    def readers_of(self, mailbox: Any) -> QuerySet[Any]:
        """Return the accounts of the people who read a mailbox (SEALED_READERS)."""
        readers: Callable[[Any], QuerySet[Any]] = import_string(self.__getattr__("READERS"))
        return readers(mailbox)

    def wait_until(self, mailbox: Any, asked_at: datetime) -> datetime:
        """Return when a change may be made that nobody else can agree to (SEALED_WAIT)."""
        wait: Callable[[Any, datetime], datetime] = import_string(self.__getattr__("WAIT"))
        return wait(mailbox, asked_at)

    def are_independent(self, one: Any, other: Any) -> bool:
        """Tell whether two accounts are two people (SEALED_INDEPENDENT)."""
        independent: Callable[[Any, Any], bool] = import_string(self.__getattr__("INDEPENDENT"))
        return independent(one, other)

    def viewset_group(self) -> Any:
        """Return what the administration's menu offers (SEALED_VIEWSETS)."""
        return import_string(self.__getattr__("VIEWSETS"))()

    def chores(self) -> list[tuple[float, Callable[[datetime], object]]]:
        """Return what else the worker does for the project, each with its interval in seconds."""
        return [(seconds, import_string(path)) for seconds, path in self.CHORES]

    def alerts(self) -> list[Any]:
        """Return what else is told by mail: alerts of the project (SEALED_ALERTS)."""
        return [import_string(path) for path in self.ALERTS]


def two_days(mailbox: Any, asked_at: datetime) -> datetime:
    """Return the moment two days later: how long a change waits where a project does not say."""
    return asked_at + timedelta(days=2)


def always(one: Any, other: Any) -> bool:
    """Take two accounts for two people, where a project does not know better."""
    return True


sealed_settings = SealedSettings()
