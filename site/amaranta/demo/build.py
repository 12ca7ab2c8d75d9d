"""The order in which the demonstration content is made; each step does nothing when its work is done."""

from django.db import transaction

from .home import build_home


@transaction.atomic
def build() -> None:
    """Make everything that `make run` shows; running it again changes nothing."""
    build_home(port=8000)
