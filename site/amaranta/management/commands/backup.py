from argparse import ArgumentParser
from pathlib import Path
from smtplib import SMTPException
from typing import Any

import pyrage
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from amaranta.keeping.backup import erase_old, make
from amaranta.keeping.obstacles import KeepingError
from amaranta.keeping.sealing import recipient
from contatti.sealed.mail.backends import alarm_connection

NO_KEY = (
    "AMARANTA_BACKUP_KEYS names no public key, and nothing is ever copied in clear. "
    "Make a pair with: manage.py backup --new-key FILE."
)
NEW_KEY = """The private key is in {file}. Print it, or take it to another machine, and delete it here:
whoever has it reads every copy, and without it no copy can be read.
Add to the settings of the portal:
AMARANTA_BACKUP_KEYS={public}
"""


class Command(BaseCommand):
    help = "Copy database and media into one file that only the holder of a key can open; erase old copies."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--to", type=Path, default=settings.AMARANTA_BACKUP_FOLDER, help="a folder")
        parser.add_argument("--tell", action="store_true", help="mail those who get alarms if it fails")
        parser.add_argument("--new-key", type=Path, metavar="FILE", help="make a pair of keys, and no copy")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["new_key"]:
            self._make_key(options["new_key"])
            return
        try:
            self._make_copy(options["to"])
        except CommandError:
            if options["tell"]:
                tell_staff()
            raise

    def _make_copy(self, folder: Path) -> None:
        """Raises CommandError."""
        if not settings.AMARANTA_BACKUP_KEYS:
            raise CommandError(NO_KEY)
        try:
            made = make(folder, [recipient(line) for line in settings.AMARANTA_BACKUP_KEYS])
            erased = erase_old(folder, settings.AMARANTA_KEEP_BACKUP_DAYS)
        except KeepingError as error:
            raise CommandError(f"No copy was made. {error}") from error
        except OSError as error:
            raise CommandError(f"No copy was made: {error.strerror or error} ({folder}).") from error
        self.stdout.write(f"{made} ({made.stat().st_size // 1024} kB), read back and whole.")
        if erased:
            self.stdout.write(f"{len(erased)} older than {settings.AMARANTA_KEEP_BACKUP_DAYS} days erased.")

    def _make_key(self, file: Path) -> None:
        pair = pyrage.x25519.Identity.generate()
        try:
            file.touch(mode=0o600, exist_ok=False)
            file.write_text(f"# public key: {pair.to_public()}\n{pair}\n")
        except OSError as error:
            raise CommandError(f"{file} cannot be written ({error.strerror}).") from error
        self.stdout.write(NEW_KEY.format(file=file, public=pair.to_public()))


def tell_staff() -> None:
    """Mail that there is no copy, by the second mail server if the first fails; silent if both do."""
    ways = ((get_connection(), None), (alarm_connection(), settings.SEALED_ALARM_FROM or None))
    for connection, sender in ways:
        if connection is None:
            continue
        message = EmailMessage(
            f"{settings.WAGTAIL_SITE_NAME}: {_('Nessuna copia stanotte')}",
            _(
                "La copia di sicurezza di questa notte non è riuscita. Chi cura il server lanci «amaranta "
                "backup»: dice in una frase che cosa manca."
            ),
            sender,
            settings.SEALED_ALARM_TO,
            connection=connection,
        )
        try:
            message.send()
        except (SMTPException, OSError):
            continue
        return
