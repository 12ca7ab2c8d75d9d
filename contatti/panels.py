"""What the dashboard asks for the people who look after delivery and keys."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from contatti.attention import CONCERNS, Kind
from home.attention import Action, Item, Task, provider

MAY_SEE = "contatti.change_operatorcertificate"
MAY_RETRY = "contatti.change_outboxitem"
AT_MAILBOXES = (Kind.BUDGET, Kind.NO_MAILBOX)
RETRIED = (Kind.BOUNCED, Kind.ATTEMPTS, Kind.DELAY)


@provider
def delivery_and_keys(user: Any) -> Iterator[Task]:
    """Yield every concern of today; editors, who are others, see none of them."""
    if not user.has_perm(MAY_SEE):
        return
    now = timezone.now()
    retry = None
    if user.has_perm(MAY_RETRY):
        retry = Action(reverse("contatti_send_again"), _("Spedisci di nuovo adesso"))
    for concern in CONCERNS:
        is_retried = concern.kind in RETRIED
        place = reverse("caselle:index" if concern.kind in AT_MAILBOXES else "chiavi:index")
        items = [Item(line, url="" if is_retried else place) for line in concern.lines(now)]
        yield Task(concern.title, concern.advice, items, concern.urgent, action=retry if is_retried else None)
