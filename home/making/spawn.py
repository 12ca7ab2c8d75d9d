"""How the worker has files made: by a process beside it that does this and ends.

The worker itself draws nothing. So it stays small, a file that needs too much memory or time ends that
process and no delivery, and processor time goes to deliveries first.
"""

import logging
import subprocess
import sys
import uuid
from datetime import datetime

from django.conf import settings
from django.db import connections

from home.making.limits import LIFE_SECONDS
from home.making.making_process import tidy
from home.models.made_files import MadeFile

logger = logging.getLogger(__name__)


def make_due(now: datetime) -> None:
    """Start the process if there is anything to make, and wait for its end; a chore of the worker."""
    if gone := MadeFile.objects.give_up(now):
        logger.error("Files given up, because making them ended the process each time: %d", gone)
    if not MadeFile.objects.due(now).exists():
        return
    token = uuid.uuid4()
    connections.close_all()  # a minute may pass
    command = [sys.executable, str(settings.ROOT / "manage.py"), "make_files", str(token)]
    # Its standard input ends with this process, however that ends.
    with subprocess.Popen(command, stdin=subprocess.PIPE, cwd=settings.ROOT) as process:  # noqa: S603 - ours
        try:
            code = process.wait(LIFE_SECONDS + 30)
        except subprocess.TimeoutExpired:
            process.kill()
            code = process.wait()
    if code:
        logger.warning("The process that makes files ended with %d.", code)
    MadeFile.objects.free(token)


def tidy_previews(now: datetime) -> None:
    """Remove old previews; a chore of the worker."""
    tidy()
