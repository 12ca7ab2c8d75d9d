import logging
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any
from wsgiref.types import WSGIApplication, WSGIEnvironment
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import Error, connections

from amaranta.server import PortTakenError, serve
from amaranta.server.parent import listen
from logins.factor_secrets import are_of_another_key

logger = logging.getLogger(__name__)


def _ignore(*start: Any) -> Callable[[bytes], object]:
    return len


OTHER_KEY = (
    "This host's AMARANTA_SECRET_KEY opens no second factor that was kept here: give it the key of the "
    "other hosts, or put the former one into AMARANTA_SECRET_KEY_FALLBACKS. Until then it refuses forms that "
    "other hosts gave out, and the codes of staff."
)
NO_DATABASE = (
    "The database cannot be read (%s), and nothing can be received until it can. Is DATABASE_URL right, does "
    "it run, and was `migrate` done?"
)


def can_work() -> bool:
    """Tell whether there is a database, and write down what else only visitors and staff would notice."""
    try:
        if are_of_another_key():
            logger.error(OTHER_KEY)
    except Error as error:
        logger.error(NO_DATABASE, type(error).__name__)  # noqa: TRY400 - the rest would be our files
        return False
    return True


def warm_up(application: WSGIApplication) -> None:
    """Ask for the home page once, so that what it needs is loaded before the processes part ways.

    A new process then answers its first visitor, and after a crash the next one, without a pause of seconds.
    """
    environ: WSGIEnvironment = {"HTTP_HOST": (settings.ALLOWED_HOSTS or ["localhost"])[0].lstrip("*.")}
    environ["wsgi.url_scheme"] = "https"
    setup_testing_defaults(environ)
    for _part in application(environ, _ignore):
        pass


class Command(BaseCommand):
    help = "Serve the site, in several processes that are replaced when one dies."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=settings.AMARANTA_PORT)
        parser.add_argument("--processes", type=int, default=2)
        parser.add_argument("--threads", type=int, default=4, help="threads in each process")

    def handle(self, *args: Any, **options: Any) -> None:
        from amaranta.wsgi import application

        host, port = options["host"], options["port"]
        try:
            listening = listen(host, port)
        except PortTakenError as error:
            raise CommandError(
                f"{host}:{port} cannot be used ({error.strerror}). Is the site running already? "
                "Another port: AMARANTA_PORT, or make run PORT=8001."
            ) from error
        if can_work():
            warm_up(application)
        connections.close_all()  # processes must not share one
        serve(application, listening, options["processes"], options["threads"])
