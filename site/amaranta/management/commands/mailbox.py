"""The demonstration's mail server and the page that shows what it received."""

import logging
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

HOST = "127.0.0.1"


@contextmanager
def _told(port: int, variable: str) -> Iterator[None]:
    """Say in a sentence that a port is taken. Raises CommandError."""
    try:
        yield
    except OSError as error:
        raise CommandError(
            f"{HOST}:{port} cannot be used ({error.strerror}). Is the demonstration running already? "
            f"Another port: {variable}."
        ) from error


class Command(BaseCommand):
    help = "Receive the desks' mail on this machine, and show it. For demonstrations only."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--smtp-port", type=int, default=settings.EMAIL_PORT)
        parser.add_argument("--http-port", type=int, default=None)

    def handle(self, *args: Any, **options: Any) -> None:
        # It opens requests with keys that lie on this machine: no real desk may ever be served like that.
        if not settings.DEMO:
            raise CommandError("The mailbox plays the operators: it runs under the dev settings only.")
        try:
            from aiosmtpd.controller import Controller
        except ImportError as error:
            raise CommandError("aiosmtpd is missing: install the optional dependencies `demo`.") from error
        from amaranta.demo.mailbox import Keeper
        from amaranta.demo.mailbox_viewer import Viewer

        # aiosmtpd writes every address down at INFO.
        logging.getLogger("mail.log").setLevel(logging.WARNING)
        smtp_port = options["smtp_port"]
        http_port = options["http_port"] or settings.AMARANTA_MAILBOX_PORT
        smtp = Controller(Keeper(), hostname=HOST, port=smtp_port)
        with _told(smtp_port, "AMARANTA_SMTP_PORT"):
            smtp.start()
        with _told(http_port, "AMARANTA_MAILBOX_PORT"):
            server = ThreadingHTTPServer((HOST, http_port), Viewer)
        self.stdout.write(f"Mailbox of the desks: http://localhost:{http_port}/")
        self.stdout.flush()
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            pass
        finally:
            smtp.stop()
