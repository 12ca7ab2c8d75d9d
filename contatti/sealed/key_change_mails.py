"""A mail at once to all keepers and to the readers of a mailbox when its keys or its address change.

Whoever adds a key of her own reads everything from then on: a line in a history, which nobody opens, would be
all that tells. Hung on the rows themselves, so that no view or command can forget it.
"""

import logging
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.core.mail import EmailMessage, get_connection
from django.db import models, transaction
from django.db.models import QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.log_actions import get_active_log_context

from contatti.sealed.conf import sealed_settings
from contatti.sealed.models import ChangeKind, Mailbox, OperatorCertificate, PendingChange

logger = logging.getLogger(__name__)

KEEPS = "sealed.change_operatorcertificate"
TOLD = {
    OperatorCertificate: ("mailbox_id", "holder", "role", "active", "fingerprint"),
    Mailbox: ("name", "address"),
}
"""What of a row concerns those who read requests."""


def remember(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Answer `pre_save`: keep what the row said before."""
    before = sender._default_manager.filter(pk=instance.pk) if instance.pk and not raw else None
    instance.told_before = before.values(*_told_of(instance)).first() if before is not None else None


def saved(sender: Any, instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Answer `post_save`."""
    now = {name: getattr(instance, name) for name in _told_of(instance)}
    # An empty mailbox gets nothing; of a key that is not in use yet tell_waiting() tells.
    is_nothing_yet = created and not (instance.address if isinstance(instance, Mailbox) else instance.active)
    if raw or is_nothing_yet or (not created and instance.told_before == now):
        return
    _announce(instance, _added(instance) if created else _changed(instance))


def deleted(instance: Any, **kwargs: Any) -> None:
    """Answer `post_delete`."""
    if isinstance(instance, OperatorCertificate) or instance.address:
        _announce(instance, _removed(instance))


def _added(row: Any) -> str:
    with override(settings.LANGUAGE_CODE):
        if isinstance(row, OperatorCertificate):
            return _("È stata aggiunta la chiave «%(holder)s», con l’impronta %(print)s.") % _facts(row)
        return _("È stata scritta la casella %(mailbox)s.") % _facts(row)


def _changed(row: Any) -> str:
    before = row.told_before
    with override(settings.LANGUAGE_CODE):
        if not isinstance(row, OperatorCertificate):
            facts = {**_facts(row), "before": before["address"] or "—"}
            return _("La casella era %(before)s, adesso è %(mailbox)s.") % facts
        if row.active == before["active"]:
            return _("È cambiata la chiave «%(holder)s», con l’impronta %(print)s.") % _facts(row)
        if row.active:
            return _("È di nuovo in uso la chiave «%(holder)s», con l’impronta %(print)s.") % _facts(row)
        return _("Non è più in uso la chiave «%(holder)s», con l’impronta %(print)s.") % _facts(row)


def _removed(row: Any) -> str:
    with override(settings.LANGUAGE_CODE):
        if isinstance(row, OperatorCertificate):
            return _("È stata cancellata la chiave «%(holder)s», con l’impronta %(print)s.") % _facts(row)
        return _("È stata cancellata la casella %(mailbox)s.") % _facts(row)


def _facts(row: Any) -> dict[str, str]:
    if isinstance(row, OperatorCertificate):
        return {"holder": row.holder, "print": row.fingerprint}
    return {"mailbox": row.address}


def _announce(row: Any, change: str) -> None:
    key = row.mailbox_id if isinstance(row, OperatorCertificate) else row.pk
    name = Mailbox.objects.filter(pk=key).values_list("name", flat=True).first() or str(row)
    context = get_active_log_context()
    who = context.user.get_username() if context and context.user else ""
    transaction.on_commit(partial(_send, key, name, change, who))


def tell_waiting() -> None:
    """Write to all concerned about changes that wait; one that can't be told now is told at the next look."""
    for change in PendingChange.objects.filter(told=False).select_related(
        "mailbox", "certificate", "asked_by"
    ):
        who = change.asked_by.get_username() if change.asked_by else ""
        if _send(change.mailbox_id, change.mailbox.name, _asked(change), who):
            PendingChange.objects.filter(pk=change.pk, asked_at=change.asked_at).update(told=True)


def _asked(change: PendingChange) -> str:
    with override(settings.LANGUAGE_CODE):
        if change.certificate:
            facts = _facts(change.certificate)
            asked = _("È stato chiesto di usare la chiave «%(holder)s», con l’impronta %(print)s.") % facts
        elif change.kind == ChangeKind.ADDRESS:
            asked = _("È stato chiesto di mandare le richieste a %(mailbox)s.") % {"mailbox": change.address}
        else:
            asked = _("È stato chiesto di finire la pausa della casella.")
        until = localtime(sealed_settings.wait_until(change.mailbox, change.asked_at))
        rest = _(
            "Vale quando una seconda persona dice di sì, in «Cambi da approvare»; se non c’è nessun’altra, "
            "da solo dopo il %(day)s. Chiunque di voi può fermarlo."
        ) % {"day": f"{until:%d/%m/%Y}"}
    return f"{asked}\n{rest}"


def _send(mailbox_id: int, name: str, change: str, who: str) -> bool:
    people = _told(mailbox_id)
    with override(settings.LANGUAGE_CODE):
        subject = _("%(site)s: chiavi e casella di «%(mailbox)s»") % {
            "site": settings.WAGTAIL_SITE_NAME,
            "mailbox": name,
        }
        by = (
            (_("L’ha fatto «%(who)s» dall’amministrazione.") % {"who": who})
            if who
            else _("L’ha fatto il server.")
        )
        advice = _(
            "Chi ha una chiave in uso legge le nuove richieste. Se non ne sai niente, telefona subito alle "
            "altre custodi delle chiavi: finché non è chiaro, mettete la casella in pausa."
        )
    words = f"{change}\n{by}\n\n{advice}\n"
    try:
        with get_connection() as connection:
            for address in people:
                EmailMessage(subject, words, None, [address], connection=connection).send()
    except Exception as error:  # noqa: BLE001 - the change stands, and is no fault of the page
        logger.error("A change of keys was not announced: %s", type(error).__name__)  # noqa: TRY400 - no address
        return False
    return True


def _told(mailbox_id: int) -> list[str]:
    users = get_user_model().objects
    keepers = users.with_perm(KEEPS, backend=f"{ModelBackend.__module__}.{ModelBackend.__qualname__}")
    mailbox = Mailbox.objects.filter(pk=mailbox_id).first()
    readers = sealed_settings.readers_of(mailbox) if mailbox else nobody()
    people = [*keepers, *readers.filter(is_active=True)]
    return sorted({person.email for person in people if person.email})


def nobody(mailbox: Mailbox | None = None) -> QuerySet[Any]:
    """Return no account: who reads where a project does not say (SEALED_READERS)."""
    return get_user_model().objects.none()


def _told_of(row: models.Model) -> tuple[str, ...]:
    return next(names for model, names in TOLD.items() if isinstance(row, model))
