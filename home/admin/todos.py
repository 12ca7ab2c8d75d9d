"""What needs people: one list of questions, which every app adds to, and one panel that asks them all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from wagtail.models import Page


@dataclass(frozen=True, slots=True)
class Action:
    """A button: posts to `url`; `label` is read aloud in full, `text` is what is seen.

    `note`: what to know before pressing it.
    """

    url: str
    text: str | Promise
    label: str | Promise = ""
    note: str | Promise = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A further address, such as the page as readers will see it."""

    url: str
    text: str | Promise


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at: its words, a remark, where to deal with it, and what can be done at once."""

    text: str
    remark: str = ""
    url: str = ""
    action: Action | None = None
    more: tuple[Link, ...] = ()
    language: str = ""

    @classmethod
    def of_page(
        cls,
        page: Page,
        remark: str = "",
        anchor: str = "",
        action: Action | None = None,
        more: tuple[Link, ...] = (),
    ) -> "Item":
        """Return a page as something to look at: in its own language, and at the field it is about."""
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return cls(
            page.title, remark, f"{url}#{anchor}" if anchor else url, action, more, page.locale.language_code
        )


@dataclass(frozen=True, slots=True)
class Todo:
    """A kind of trouble and what to do about it; `urgent` when women wait meanwhile."""

    title: str | Promise
    advice: str | Promise
    items: list[Item] = field(default_factory=list)
    urgent: bool = False
    action: Action | None = None


Provider = Callable[[Any], Iterator[Todo]]
"""Yields what concerns one user, who sees nothing that they may not see elsewhere."""

PROVIDERS: list[Provider] = []


def provider(ask: Provider) -> Provider:
    """Add a question to the panel; each app does so when its hooks are loaded."""
    PROVIDERS.append(ask)
    return ask


def todos_for(user: Any) -> list[Todo]:
    """Return everything that waits for `user`, what is urgent first."""
    found = [task for ask in PROVIDERS for task in ask(user) if task.items]
    return sorted(found, key=lambda task: not task.urgent)
