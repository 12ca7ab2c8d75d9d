from typing import Any

from django.core.management.base import BaseCommand

from amaranta.demo.build import build


class Command(BaseCommand):
    help = "Build the demonstration content. Running it again changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        build()
        self.stdout.write("The demonstration content is in place.")
