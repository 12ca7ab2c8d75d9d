"""What the watch over delivery remembers between two looks; nothing of a request."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q


class Alarm(models.Model):
    """A condition that needs people, from the first look that found it to the one that no longer does."""

    kind = models.CharField(max_length=20, primary_key=True)
    since = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True)
    failures = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()


class Heartbeat(models.Model):
    """The last sign of life of a background process."""

    process = models.CharField(max_length=20, primary_key=True)
    beat_at = models.DateTimeField()

    class Meta:
        default_permissions = ()


class MailAccountQuerySet(models.QuerySet["MailAccount"]):
    """Questions about the account at the mail server."""

    LONGEST = timedelta(hours=1)

    def trouble(self, mark: str) -> Self:
        """The row about the login that is configured now, if it was refused."""
        return self.filter(mark=mark)

    def paused(self, now: datetime) -> Self:
        """Those that nobody may try yet; a pause beyond the longest was written by another clock."""
        return self.filter(next_try_at__gt=now, next_try_at__lte=now + self.LONGEST)

    def take_turn(self, trouble: "MailAccount", now: datetime, pause: timedelta) -> bool:
        """Take the one try after a pause; False while it lasts, or if another process was faster."""
        over = Q(next_try_at__lte=now) | Q(next_try_at__gt=now + self.LONGEST)
        same = self.filter(over, pk=trouble.pk, next_try_at=trouble.next_try_at)
        return bool(same.update(next_try_at=now + pause))


class MailAccount(models.Model):
    """That the mail server refused the portal's login. mark: which login it was, as a fingerprint."""

    ONLY = 1

    mark = models.CharField(max_length=16)
    failures = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20, blank=True)
    next_try_at = models.DateTimeField()

    objects = MailAccountQuerySet.as_manager()

    class Meta:
        default_permissions = ()


class BounceMailbox(models.Model):
    """How the last visits to the bounce mailbox went. unknown: mails that only people can understand."""

    ONLY = 1

    read_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=80, blank=True)
    unknown = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
