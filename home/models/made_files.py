"""Files that the worker makes, one row each: what is wanted, who is at it, and what there is of it."""

import hashlib
import json
import uuid
from datetime import datetime, timedelta
from typing import Any, Self

from django.core.files.storage import default_storage
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

MOST_TRIES = 3
"""A file that fails so often is given up until staff ask for it again."""
LEASE = timedelta(minutes=3)
"""Longer than one file may take (home.making.making_process); one that has run out was a dead process's."""
PAUSE = timedelta(seconds=20)
"""After a failure, times the tries: a disk or a store that is away may come back."""


class FileKind(models.TextChoices):
    """What is made, and so by whom (home.making.makers)."""

    CAMPAIGN = "campaign"
    PIECE = "piece"
    PREVIEW = "preview"
    LOOK = "look"
    MATERIAL = "material"
    LEAFLET = "leaflet"
    FOLDED = "folded"
    PRESS = "press"


class FileState(models.TextChoices):
    WAITING = "waiting"
    MADE = "made"
    FAILED = "failed"


class MadeFileQuerySet(models.QuerySet["MadeFile"]):
    """The queue: whoever wants a file asks here, and the processes that make them take from here."""

    def want(self, kind: FileKind, place: str, source: dict[str, Any], *, urgent: bool = False) -> "MadeFile":
        """Return the file at `place`, queued unless it shows exactly `source` already.

        urgent: somebody waits for it. A plain read where nothing changes: it is asked at every visit.
        """
        wanted = hashlib.sha256(json.dumps([kind, source], sort_keys=True).encode()).hexdigest()
        row = self.filter(place=place).first()
        if row is None or row.wanted != wanted:
            fresh = {
                "kind": kind,
                "wanted": wanted,
                "source": source,
                "state": FileState.WAITING,
                "urgent": urgent,
                "tries": 0,
                "queued_at": timezone.now(),
            }
            row, _made = self.update_or_create(place=place, defaults=fresh)
        elif urgent and not row.urgent and row.state == FileState.WAITING:
            self.filter(pk=row.pk).update(urgent=True)
        return row

    def due(self, now: datetime) -> Self:
        """Those that a process may take now, the ones that somebody waits for first."""
        free = Q(lease_until=None) | Q(lease_until__lte=now) | Q(lease_until__gt=now + LEASE)
        waiting = self.filter(free, state=FileState.WAITING, tries__lt=MOST_TRIES)
        return waiting.order_by("-urgent", "queued_at", "pk")

    def take(self, now: datetime, token: uuid.UUID) -> "MadeFile | None":
        """Take the next one under a lease; None if nothing is due. No two processes get the same."""
        for row in self.due(now)[:10]:
            taken = self.due(now).order_by().filter(pk=row.pk, wanted=row.wanted)
            if taken.update(lease_token=token, lease_until=now + LEASE, tries=F("tries") + 1):
                row.lease_token = token
                row.tries += 1
                return row
        return None

    def free(self, token: uuid.UUID) -> None:
        """Take back the leases of a process that has ended."""
        self.filter(lease_token=token).update(lease_token=None, lease_until=None)

    def give_up(self, now: datetime) -> int:
        """Call failed what killed its process time and again; return how many."""
        dead = Q(lease_until=None) | Q(lease_until__lte=now)
        given_up = self.filter(dead, state=FileState.WAITING, tries__gte=MOST_TRIES)
        return given_up.update(state=FileState.FAILED, error="killed", lease_token=None)

    def failed(self) -> Self:
        return self.filter(state=FileState.FAILED).order_by("place")

    def again(self) -> int:
        """Queue what failed once more, at the request of staff; return how many."""
        return self.failed().update(
            state=FileState.WAITING, tries=0, error="", queued_at=timezone.now(), lease_until=None
        )

    def discard(self) -> None:
        """Delete rows and files."""
        for row in self:
            row.delete()
            row.remove(row.files)


class MadeFile(models.Model):
    """A file, or a few that belong together, kept in the common storage.

    place: what it is, and the folder of its files. wanted: the digest of what it shall show. source: what
    its maker needs, emptied once it is made. files: their names there, those of before while it waits.
    """

    wagtail_reference_index_ignore = True

    place = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=10, choices=FileKind.choices)
    wanted = models.CharField(max_length=64)
    source = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=FileState.choices, default=FileState.WAITING)
    urgent = models.BooleanField(default=False)
    queued_at = models.DateTimeField(default=timezone.now)
    lease_token = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=60, default="")
    files = models.JSONField(default=list)
    facts = models.JSONField(default=dict)

    objects = MadeFileQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["state", "urgent", "queued_at"], name="next_file_to_make")]

    def __str__(self) -> str:
        return self.place

    @property
    def is_made(self) -> bool:
        return self.state == FileState.MADE

    @property
    def has_failed(self) -> bool:
        return self.state == FileState.FAILED

    def read(self, number: int = 0) -> bytes | None:
        """Return one of its files; None while it is not made, and when the storage has lost it.

        What was lost is wanted again, by the next visit: copies of the portal leave it out.
        """
        if not self.is_made or not 0 <= number < len(self.files):
            return None
        try:
            with default_storage.open(self.files[number]) as file:
                data: bytes = file.read()
        except FileNotFoundError:
            self.delete()
            return None
        return data

    def remove(self, names: list[str]) -> None:
        for name in names:
            default_storage.delete(name)
