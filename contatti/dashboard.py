"""What the dashboard asks for the people who look after delivery and keys."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from contatti.availability import offered_mailboxes
from contatti.models import ContactPage
from contatti.sealed.alerts import ALERTS, RESENT, AlertCode
from contatti.sealed.models import OperatorCertificate
from contatti.sealed.views.changes import concerned
from home.admin.todos import Action, Item, Todo, provider
from home.launch_checklist import before_opening_too

MAY_SEE = "sealed.change_operatorcertificate"
MAY_RETRY = "sealed.change_outboxitem"
NOWHERE = (
    *RESENT,
    AlertCode.UNCERTAIN,
    AlertCode.NO_NOTICES,
    AlertCode.BOUNCE_MAILBOX,
    AlertCode.UNKNOWN_NOTICES,
)
"""Nothing in the administration mends them: their lines lead to no page."""
PLACES: dict[str, str] = {
    AlertCode.NO_MAILBOX: "caselle:index",
    AlertCode.FULL: "sealed_lanes",
    AlertCode.HELD: "sealed_lanes",
}


@provider
def delivery_and_keys(user: Any) -> Iterator[Todo]:
    """Yield every alert of today; editors, who are others, see none of them."""
    if not user.has_perm(MAY_SEE):
        return
    now = timezone.now()
    may_retry = user.has_perm(MAY_RETRY)
    for alert in ALERTS:
        place = reverse(PLACES.get(alert.kind, "chiavi:index"))
        lines = alert.lines(now)
        items = [Item(line, url="" if alert.kind in NOWHERE else place) for line in lines]
        if alert.kind is AlertCode.UNCERTAIN and lines and may_retry:
            items.append(_have_arrived())
        action = _retry(alert.kind) if may_retry else None
        yield Todo(alert.title, alert.advice, items, alert.urgent, action=action)


def _retry(kind: str) -> Action | None:
    """Return the button that sends again what an alert is about, if anything can be sent."""
    if kind is AlertCode.UNCERTAIN:
        return Action(reverse("sealed_send_uncertain_again"), _("Spedisci di nuovo quelle forse arrivate"))
    if kind not in RESENT:
        return None
    note = _(
        "Fa ripartire anche le richieste in pausa perché forse già arrivate: lo sportello può riceverne "
        "una seconda copia."
    )
    return Action(reverse("sealed_send_again"), _("Spedisci di nuovo adesso"), note=note)


def _have_arrived() -> Item:
    label = _("Le richieste forse arrivate ci sono tutte")
    return Item(label, action=Action(reverse("sealed_have_arrived"), _("Sono arrivate"), label))


@provider
def waiting_changes(user: Any) -> Iterator[Todo]:
    """Yield the changes that wait for a second person, to those who may agree or stop them."""
    items = [Item(str(change), url=reverse("sealed_changes")) for change in concerned(user)]
    yield Todo(
        _("Cambi da approvare"),
        _("Chiavi e caselle cambiano solo se due persone sono d’accordo. Se non ne sapete niente, fermate."),
        items,
        urgent=True,
    )


@provider
def desks_without_anything(user: Any) -> Iterator[Todo]:
    """Yield the desks on the site with neither key nor mailbox: no alert of delivery, and nobody's task."""
    if user.has_perm(MAY_SEE):
        keys = OperatorCertificate.objects.active().values("mailbox")
        bare = offered_mailboxes().filter(address="").exclude(pk__in=keys)
        yield Todo(
            _("Sportelli senza chiave e senza casella"),
            _(
                "La pagina per scrivere li mostra spenti. Aggiungi le chiavi di due operatrici e la casella, "
                "oppure togli lo sportello dal sito."
            ),
            [Item(mailbox.name, url=reverse("chiavi:index")) for mailbox in bare],
        )


@before_opening_too
def words_to_approve(user: Any) -> Iterator[Item]:
    """Yield the forms that are closed because nobody approved their words, to who may edit them."""
    for page in ContactPage.objects.live().order_by("path"):
        if not page.is_approved and page.permissions_for_user(user).can_edit():
            yield Item.of_page(page, _("parole da approvare"), "id_approve")


@provider
def forms_closed_by_words(user: Any) -> Iterator[Todo]:
    """Yield the same as what keeps women from writing now."""
    yield Todo(
        _("Il modulo per scrivere è chiuso"),
        _(
            "Nessuna può scrivere dal sito finché una persona non approva le parole su chi legge, sul dovere "
            "di segnalare e su chi ha meno di 18 anni."
        ),
        list(words_to_approve(user)),
        urgent=True,
    )
