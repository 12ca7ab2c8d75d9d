"""The process that delivers what the web processes stored; several may run, on several machines."""

import logging
import signal
import threading
from argparse import ArgumentParser
from datetime import datetime, timedelta
from types import FrameType
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import Error, connections
from django.utils import timezone

from contatti.backends import BackendRefused, require_configured
from contatti.tasks.deliver import Carrier
from contatti.tasks.retention import empty_journal, purge
from contatti.tasks.watch import beat, look
from home import once

logger = logging.getLogger(__name__)

POLL_SECONDS = 1.0
AFTER_DATABASE_ERROR_SECONDS = 5.0
LOOK_EVERY = timedelta(seconds=30)
PURGE_EVERY = timedelta(hours=1)
PUBLISH_EVERY = timedelta(minutes=1)


class Command(BaseCommand):
    help = "Deliver sealed requests, watch over delivery, erase what is old, publish what is due."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="Do what is due now, then end.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            require_configured()
        except BackendRefused as refused:
            raise CommandError(
                f"EMAIL_BACKEND {refused} would lose sealed requests: it sends only the body. "
                "Use Django's SMTP backend (a provider's SMTP relay too) or Anymail's Amazon SES."
            ) from refused
        worker = Worker()
        if options["once"]:
            worker.run_once()
            return
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, worker.stop)
        logger.info("Worker started.")
        worker.run()


class Worker:
    """Delivers while anything is due, looks after the rest in between."""

    def __init__(self) -> None:
        self._stopped = threading.Event()
        self._carrier = Carrier()
        self._next_look = self._next_purge = self._next_publication = timezone.now()

    def stop(self, signum: int, frame: FrameType | None) -> None:
        """End after the message at hand; a second worker takes over whatever a hard kill interrupts."""
        self._stopped.set()

    def run(self) -> None:
        """Work until stopped; a database that is gone is waited for."""
        while not self._stopped.is_set():
            try:
                self._look_after(timezone.now())
                pause = 0.0 if self._carrier.deliver_next() else POLL_SECONDS
            except Error as error:
                logger.warning("The database refused: %s", type(error).__name__)
                connections.close_all()
                pause = AFTER_DATABASE_ERROR_SECONDS
            self._stopped.wait(pause)
        self._carrier.close()

    def run_once(self) -> None:
        """Attempt everything that is due, then look once at how things stand."""
        while self._carrier.deliver_next():
            pass
        self._look_after(timezone.now())

    def _look_after(self, now: datetime) -> None:
        if now >= self._next_look:
            beat(now)
            look_around(now)
            self._next_look = now + LOOK_EVERY
        if now >= self._next_purge:
            purge(now)
            empty_journal()
            self._next_purge = now + PURGE_EVERY
        if now >= self._next_publication:
            publish_due()
            sweep_answers()
            self._next_publication = now + PUBLISH_EVERY


def look_around(now: datetime) -> None:
    """Look once at what needs people."""
    try:
        look(now)
    except Error:
        raise
    except Exception:  # whatever can not be told to the staff, requests must still be delivered
        logger.exception("A look at what needs people failed.")


def sweep_answers() -> None:
    """Erase answers to posted forms that nobody opened in time."""
    try:
        once.sweep()
    except Exception:  # whatever is wrong with that store, requests must still be delivered
        logger.exception("Old answers could not be erased.")


def publish_due() -> None:
    """Publish and unpublish the pages whose time has come."""
    try:
        call_command("publish_scheduled")
    except Error:
        raise
    except Exception:  # whatever is wrong with a page, requests must still be delivered
        logger.exception("A scheduled publication failed.")
