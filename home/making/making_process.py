"""What happens in the process that makes files: one after the other, each once, until nothing is left."""

import hashlib
import logging
import uuid
from datetime import timedelta
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import Error
from django.utils import timezone

from home.making.makers import CannotBeMadeError, Made, maker_of
from home.models.made_files import MOST_TRIES, PAUSE, FileKind, FileState, MadeFile

logger = logging.getLogger(__name__)


def make_next(token: uuid.UUID) -> bool:
    """Make the next file that is due; False if nothing is. Raises django.db.Error alone."""
    row = MadeFile.objects.take(timezone.now(), token)
    if row is None:
        return False
    try:
        made = maker_of(row.kind)(row.source)
        _keep(row, made)
    except Error:
        raise
    except CannotBeMadeError as error:
        logger.error("A file cannot be made here (%s): %s", row.kind, error)  # noqa: TRY400 - its words are all
        _fail(row, "unavailable", for_good=True)
    # A full disk, a store that is away, a picture that PDFium chokes on: the next file has no part in it.
    except Exception as error:
        logger.exception("A file could not be made (%s).", row.kind)
        _fail(row, type(error).__name__, for_good=row.tries >= MOST_TRIES)
    return True


def make_all() -> int:
    """Make everything that is due, here; return how many."""
    token, number = uuid.uuid4(), 0
    while make_next(token):
        number += 1
    return number


def _keep(row: MadeFile, made: Made) -> None:
    """Store the files, then say so: a process that is killed in between leaves the row waiting."""
    names = [_stored(row, name, data) for name, data in made.files.items()]
    before = row.files
    now_made = {
        "state": FileState.MADE,
        "files": names,
        "facts": made.facts,
        "source": {},
        "tries": 0,
        "error": "",
        "urgent": False,
        "lease_token": None,
        "lease_until": None,
    }
    mine = MadeFile.objects.filter(pk=row.pk, lease_token=row.lease_token)
    if mine.filter(wanted=row.wanted).update(**now_made):
        row.remove([name for name in before or _strangers(row) if name not in names])
        return
    # Something else is wanted by now, or nobody wants it any more: the next turn makes that.
    row.remove([name for name in names if name not in before])
    mine.update(lease_token=None, lease_until=None, tries=0)


def _strangers(row: MadeFile) -> list[str]:
    """Return what lies in the folder of a file that is made for the first time: an older version left it."""
    try:
        _folders, names = default_storage.listdir(row.place)
    except FileNotFoundError:
        return []
    return [f"{row.place}/{name}" for name in names]


def _stored(row: MadeFile, name: str, data: bytes) -> str:
    """Save a file under the digest of what it shows; what a killed process left there is replaced."""
    mark = hashlib.sha256(f"{row.wanted}{name}".encode()).hexdigest()[:32]
    path = f"{row.place}/{mark}{PurePosixPath(name).suffix}"
    if default_storage.exists(path):
        default_storage.delete(path)
    return str(default_storage.save(path, ContentFile(data)))


def _fail(row: MadeFile, error: str, *, for_good: bool) -> None:
    mine = MadeFile.objects.filter(pk=row.pk, lease_token=row.lease_token, wanted=row.wanted)
    until = timezone.now() + PAUSE * row.tries
    failed = {"state": FileState.FAILED, "lease_until": None} if for_good else {"lease_until": until}
    mine.update(lease_token=None, error=error[:60], **failed)


def tidy(older_than: timedelta = timedelta(hours=1)) -> None:
    """Remove what editors looked at while they typed."""
    MadeFile.objects.filter(kind=FileKind.PREVIEW, queued_at__lte=timezone.now() - older_than).discard()
