"""The process that makes files; the worker starts it when there is something to make."""

import time
import uuid
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from home.making.limits import FILE_SECONDS, IDLE_SECONDS, LIFE_SECONDS, keep_to_limits, time_limit
from home.making.making_process import make_all, make_next


class Command(BaseCommand):
    help = "Make the files that wait (school materials, posters, previews). The worker does it by itself."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("token", type=uuid.UUID, nargs="?", help="Given by the worker, with limits.")

    def handle(self, *args: Any, token: uuid.UUID | None = None, **options: Any) -> None:
        if token is None:
            self.stdout.write(f"{make_all()} made.")
            return
        keep_to_limits()
        began = last = time.monotonic()
        while (now := time.monotonic()) - last < IDLE_SECONDS and now - began < LIFE_SECONDS:
            time_limit(FILE_SECONDS)
            if make_next(token):
                last = time.monotonic()
            else:
                time.sleep(0.5)
        time_limit(0)
