"""The process that delivers what the web processes stored; several may run, on several machines."""

import logging
import os
import signal
import threading
from argparse import ArgumentParser
from time import monotonic
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandError, SystemCheckError
from django.db import Error, connections
from django.utils import timezone

from contatti.sealed.mail.backends import BackendRefused, require_configured
from contatti.sealed.tasks.chores import chores
from contatti.sealed.tasks.deliver import MailSender
from contatti.sealed.tasks.monitoring import beat
from contatti.sealed.tasks.pool import Pool

logger = logging.getLogger(__name__)

POLL_SECONDS = 1.0
AFTER_DATABASE_ERROR_SECONDS = 5.0
BEAT_SECONDS = 30.0


class Command(BaseCommand):
    help = "Deliver sealed requests, read refusals, watch over delivery, erase and publish what is due."
    # Made apart: they load every view of the project, which no delivery needs (45 MB for the worker's life).
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="Do what is due now, then end.")
        parser.add_argument("--skip-checks", action="store_true", help="Skip system checks.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            require_configured()
        except BackendRefused as refused:
            raise CommandError(
                f"EMAIL_BACKEND {refused} would lose sealed requests: it sends only the body. "
                "Use Django's SMTP backend (a provider's SMTP relay too) or Anymail's Amazon SES."
            ) from refused
        if not options["skip_checks"]:
            self._check_apart()
        worker = Worker()
        if options["once"]:
            worker.run_once()
            return
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, worker.stop)
        logger.info("Worker started.")
        worker.run()

    def _check_apart(self) -> None:
        """Make the system checks in a process that ends with them. Raises CommandError."""
        child = os.fork()
        if child == 0:
            code = 1
            try:
                self.check()
                code = 0
            except SystemCheckError as error:
                self.stderr.write(str(error))
            finally:
                os._exit(code)
        if os.waitpid(child, 0)[1]:
            raise CommandError("The system checks found errors.")


class Worker:
    """Delivers several requests at once, looks after the rest beside."""

    def __init__(self) -> None:
        self._stopped = threading.Event()
        self._pool = Pool(self._stopped)
        self._chores = chores()
        self._next_beat = monotonic()

    def stop(self, signum: int, frame: FrameType | None) -> None:
        """End after the messages at hand; a second worker takes over whatever a hard kill interrupts."""
        self._stopped.set()

    def run(self) -> None:
        """Work until stopped; a database that is gone is waited for."""
        while not self._stopped.is_set():
            try:
                self._beat()
                for chore in self._chores:
                    if chore.is_due():
                        chore.start()
                self._pool.fill()
                pause = POLL_SECONDS
            except Error as error:
                logger.warning("The database refused: %s", type(error).__name__)
                connections.close_all()
                pause = AFTER_DATABASE_ERROR_SECONDS
            self._stopped.wait(pause)
        self._pool.wait()

    def run_once(self) -> None:
        """Attempt everything that is due, one after the other, then look once at how things stand."""
        carrier = MailSender()
        while carrier.deliver_next():
            pass
        self._beat()
        for chore in self._chores:
            if chore.is_due():
                chore.do_now()

    def _beat(self) -> None:
        if monotonic() >= self._next_beat:
            now = timezone.now()
            beat(now)
            self._pool.renew(now)
            self._next_beat = monotonic() + BEAT_SECONDS
