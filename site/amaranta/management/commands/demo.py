from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.test.utils import override_settings

from amaranta.demo.build import build
from amaranta.demo.staff import PASSWORD, STAFF

WELCOME = """
Amaranta runs on this machine only.

  The site           http://localhost:{port}/
  The administration http://localhost:{port}/admin/     users: {users}; password: {password}
  The desks' mailbox http://localhost:{mailbox}/

Try it: open the site, write to the desk of Bresso, open the request in the mailbox with an operator's key,
and answer it as operatrice at http://localhost:{port}/admin/console/rispondi/ (README.md plays both sides).
Do it again with JavaScript switched off. Stop everything with Ctrl+C.
"""


class Command(BaseCommand):
    help = "Build the demonstration content. Running it again changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=settings.AMARANTA_PORT, help="port of the web server")

    def handle(self, *args: Any, **options: Any) -> None:
        # The demonstration's passwords are printed here for everyone to read.
        if not settings.DEMO:
            raise CommandError("Its accounts have published passwords: it runs under the dev settings only.")
        # Its keys and mailboxes are nobody's, and its mail server runs only after this.
        with override_settings(EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend"):
            build(options["port"])
        users = ", ".join(member.username for member in STAFF)
        self.stdout.write(
            WELCOME.format(
                port=options["port"],
                mailbox=settings.AMARANTA_MAILBOX_PORT,
                users=users,
                password=PASSWORD,
            )
        )
