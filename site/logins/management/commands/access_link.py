"""For whoever holds the server: a link for somebody whom no administrator can help any more."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandError, CommandParser

from logins.mails import address_of
from logins.models import Purpose
from logins.one_time_links import make, purpose_for


class Command(BaseCommand):
    help = (
        "Print a link by which somebody chooses a password, or with --new-factor makes a new second factor."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--new-factor", action="store_true", help="she needs her password as well")

    def handle(self, *args: Any, **options: Any) -> None:
        user = get_user_model().objects.filter(username=options["username"], is_active=True).first()
        if user is None:
            raise CommandError("There is no active account of that name.")
        _link, token = make(user, Purpose.FACTOR if options["new_factor"] else purpose_for(user))
        self.stdout.write(f"Once, within three days:\n{address_of(token)}")
