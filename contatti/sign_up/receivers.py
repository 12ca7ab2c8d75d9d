"""Who may receive sign-ups: an editor chooses among them for each event."""

from typing import Any

from contatti.models import DeskMailbox


def desks_with_mailbox() -> Any:
    """Return the primary keys of the desks whose mailbox has an address, as a query.

    Those off the site count too: an event that names one keeps its choice, and its form is closed.
    """
    return DeskMailbox.objects.exclude(address="").values("desk")
