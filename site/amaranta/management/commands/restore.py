from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from amaranta.keeping.about import About
from amaranta.keeping.backup import verify
from amaranta.keeping.obstacles import KeepingError
from amaranta.keeping.restore import Restored, restore
from amaranta.keeping.sealing import Identity, identities

OTHER_KEY = (
    "This host has another AMARANTA_SECRET_KEY than the one on which the copy was made: invitations and "
    "links for a new password that were mailed are void, and so is whatever was encrypted under it. "
    "Requests, answers, pages and passwords are not concerned."
)


class Command(BaseCommand):
    help = "Put a copy made by `backup` in the place of database and media: all of it, or nothing."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("copy", type=Path)
        parser.add_argument("--key", type=Path, required=True, help="the file with the private key")
        parser.add_argument("--check", action="store_true", help="only read it, and say what it holds")
        parser.add_argument(
            "--force", action="store_true", help="although there is data here; it is put aside"
        )
        parser.add_argument(
            "--forget-present", action="store_true", help="take requests and answers from the copy too"
        )
        parser.add_argument(
            "--ask",
            action="store_true",
            help="do not send what waited in the copy; staff ask the desks first",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        copy: Path = options["copy"]
        if not copy.is_file():
            raise CommandError(f"Nothing was changed. There is no file {copy}.")
        try:
            keys = identities(options["key"])
            if options["check"]:
                self._tell_about(copy, keys)
                return
            restored = restore(
                copy,
                keys,
                force=options["force"],
                forget_present=options["forget_present"],
                ask=options["ask"],
            )
        except KeepingError as error:
            raise CommandError(f"Nothing was changed. {error}") from error
        except OSError as error:
            raise CommandError(f"Nothing was changed: {error.strerror or error}.") from error
        self._tell(restored)

    def _tell_about(self, copy: Path, keys: list[Identity]) -> None:
        about = verify(copy, keys)
        self.stdout.write(f"{copy.name} is whole. {_described(about)}")

    def _tell(self, restored: Restored) -> None:
        self.stdout.write(f"Restored. {_described(restored.about)}")
        if restored.carried:
            self.stdout.write(
                "Requests and answers are those that were here: the copy is of this very database, which "
                "knows better what was sent and erased since."
            )
        self.stdout.write(f"Requests that the worker will send: {restored.waiting}.")
        if not restored.carried and restored.waiting:
            self.stdout.write(
                "One that left after the copy was made goes out a second time, under the same Message-ID."
            )
        if restored.other_key:
            self.stdout.write(self.style.WARNING(OTHER_KEY))
        if restored.kept:
            self.stdout.write(
                f"What was here before is in {restored.kept}; `backup` erases it after "
                f"{settings.AMARANTA_KEEP_BACKUP_DAYS} days. It is not encrypted."
            )
        self.stdout.write("Everybody logs in anew. Compare the keys of the desks with the printed list.")


def _described(about: About) -> str:
    rows = sum(about.counts.values())
    made = f"{about.moment:%d/%m/%Y at %H:%M} UTC"
    return f"It was made on {made} by version {about.version}, of {about.database}: {rows} rows."
