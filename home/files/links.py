"""How files are led to: through a page of ours, which has the exit, and never straight."""

from typing import Any
from urllib.parse import unquote, urlsplit

from django.urls import reverse


def before(address: str) -> str:
    """Return the address of the page that shows the file at `address`, in the active language."""
    return reverse("look", args=[unquote(urlsplit(address).path).lstrip("/")])


def show_as(response: Any, words: str) -> None:
    """Say how the page before a file calls it; without, it is called by its name."""
    response.shown_as = words


def made_of(response: Any, name: str, mark: str) -> None:
    """Say where the storage has the file, and what changes with it: its pages are drawn from there."""
    response.stored_as = {"file": name, "mark": mark}
