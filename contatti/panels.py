"""What the dashboard asks for the people who look after delivery and keys."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from contatti.attention import CONCERNS, Kind
from contatti.models import OperatorCertificate
from home.attention import Action, Item, Task, provider
from servizi.models import DeskPage

MAY_SEE = "contatti.change_operatorcertificate"
MAY_RETRY = "contatti.change_outboxitem"
RETRIED = (Kind.REFUSED, Kind.BOUNCED, Kind.ATTEMPTS, Kind.DELAY, Kind.ACCOUNT)
NOWHERE = (*RETRIED, Kind.UNCERTAIN, Kind.NO_NOTICES, Kind.BOUNCE_MAILBOX, Kind.UNKNOWN_NOTICES)
"""Nothing in the administration mends them: their lines lead to no page."""
AT_MAILBOXES = (Kind.BUDGET, Kind.NO_MAILBOX)


@provider
def delivery_and_keys(user: Any) -> Iterator[Task]:
    """Yield every concern of today; editors, who are others, see none of them."""
    if not user.has_perm(MAY_SEE):
        return
    now = timezone.now()
    may_retry = user.has_perm(MAY_RETRY)
    for concern in CONCERNS:
        place = reverse("caselle:index" if concern.kind in AT_MAILBOXES else "chiavi:index")
        lines = concern.lines(now)
        items = [Item(line, url="" if concern.kind in NOWHERE else place) for line in lines]
        if concern.kind is Kind.UNCERTAIN and lines and may_retry:
            items.append(_have_arrived())
        action = _retry(concern.kind) if may_retry else None
        yield Task(concern.title, concern.advice, items, concern.urgent, action=action)


def _retry(kind: Kind) -> Action | None:
    """Return the button that sends again what a concern is about, if anything can be sent."""
    if kind is Kind.UNCERTAIN:
        return Action(reverse("contatti_send_uncertain_again"), _("Spedisci di nuovo quelle forse arrivate"))
    if kind not in RETRIED:
        return None
    note = _(
        "Fa ripartire anche le richieste in pausa perché forse già arrivate: lo sportello può riceverne "
        "una seconda copia."
    )
    return Action(reverse("contatti_send_again"), _("Spedisci di nuovo adesso"), note=note)


def _have_arrived() -> Item:
    label = _("Le richieste forse arrivate ci sono tutte")
    return Item(label, action=Action(reverse("contatti_have_arrived"), _("Sono arrivate"), label))


@provider
def desks_without_anything(user: Any) -> Iterator[Task]:
    """Yield the desks on the site with neither key nor mailbox: no concern of delivery, and nobody's task."""
    if user.has_perm(MAY_SEE):
        keys = OperatorCertificate.objects.active().values("desk")
        main = DeskPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE)
        desks = main.filter(intake=None).exclude(pk__in=keys).order_by("title")
        yield Task(
            _("Sportelli senza chiave e senza casella"),
            _(
                "La pagina per scrivere li mostra spenti. Aggiungi le chiavi di due operatrici e la casella, "
                "oppure togli lo sportello dal sito."
            ),
            [Item(title, url=reverse("chiavi:index")) for title in desks.values_list("title", flat=True)],
        )
