"""How far people are with a request, set so that of two who press at once the second is told."""

from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from contatti.models import RequestProgress
from contatti.sealed.models import OutboxItem


class Step(StrEnum):
    """What an operator presses."""

    TAKE = "take"
    DONE = "done"
    BACK = "back"


class TooLate(Exception):  # noqa: N818 - something to tell an operator
    """Somebody else was faster; what is true now stands in the list. Carries words for her."""


def step(item: OutboxItem, user: Any, pressed: Step, seen: str) -> None:
    """Take a step from the state that she saw (see `state_seen`). Raises TooLate.

    Each step is one statement whose condition is that state: no lock is held, and none can be forgotten.
    """
    if pressed is Step.TAKE:
        RequestProgress.objects.bulk_create([RequestProgress(item=item, by=user)], ignore_conflicts=True)
        row = RequestProgress.objects.select_related("by").filter(item=item).first()
        if row is None or row.done or row.by != user:
            raise TooLate(_told(row))
        return
    rows = RequestProgress.objects.filter(item=item)
    as_seen = [row.pk for row in rows if state_seen(row) == seen]
    unchanged = rows.filter(pk__in=as_seen, **_conditions(seen))
    changed = unchanged.update(done=True) if pressed is Step.DONE else unchanged.delete()[0]
    if not changed:
        raise TooLate(_told(rows.select_related("by").first()))


def state_seen(row: RequestProgress | None) -> str:
    """Return a state as a form carries it back."""
    return "" if row is None else f"{int(row.done)}-{row.by_id or 0}"


def _conditions(seen: str) -> dict[str, Any]:
    done, _, by = seen.partition("-")
    return {"done": done == "1", "by": int(by) or None} if by.isdecimal() else {"pk": None}


def _told(row: RequestProgress | None) -> str:
    if row is None:
        return _("Intanto una collega l’ha rimessa tra le nuove.")
    name = row.by.get_username() if row.by else _("un account cancellato")
    if row.done:
        return _("Intanto risulta già fatta (%(name)s).") % {"name": name}
    return _("L’ha già presa in carico %(name)s.") % {"name": name}
