"""What happened to keys and mailboxes, in Wagtail's log: the hour and the person, never a case.

Hung on the rows themselves, as the mails about them are, so that no view or command can forget it.
"""

from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter, log
from wagtail.models import BaseLogEntry

from contatti.sealed.models import ChangeKind, LaneAside, Mailbox, OperatorCertificate, PendingChange
from contatti.sealed.moments import truncate_to_hour

WATCHED = {
    OperatorCertificate: ("holder", "role", "active"),
    Mailbox: ("address", "paused"),
}
"""What of a row decides who reads requests, or whether any come."""

ACTIONS: dict[str, str | Promise] = {
    "sealed.key_added": gettext_lazy("chiave aggiunta, non ancora in uso"),
    "sealed.key_in_use": gettext_lazy("chiave presa in uso"),
    "sealed.key_out_of_use": gettext_lazy("chiave tolta dall’uso"),
    "sealed.key_renamed": gettext_lazy("chiave con un altro nome o tipo"),
    "sealed.key_deleted": gettext_lazy("chiave cancellata"),
    "sealed.mailbox_moved": gettext_lazy("casella cambiata"),
    "sealed.mailbox_paused": gettext_lazy("casella messa in pausa"),
    "sealed.mailbox_reopened": gettext_lazy("pausa finita"),
    "sealed.mailbox_deleted": gettext_lazy("casella cancellata"),
    "sealed.lane_aside_asked": gettext_lazy("chiesto di mettere da parte richieste trattenute"),
    "sealed.lane_aside": gettext_lazy("richieste trattenute messe da parte, col sì di una seconda persona"),
    "sealed.lane_aside_stopped": gettext_lazy("richieste trattenute: fermato, restano in fila"),
    "sealed.lane_returns": gettext_lazy("richieste messe da parte: rimesse in fila"),
    "sealed.change_asked": gettext_lazy("cambio chiesto"),
    "sealed.change_approved": gettext_lazy("cambio approvato da una seconda persona"),
    "sealed.change_ripened": gettext_lazy("cambio valido dopo l’attesa, senza una seconda persona"),
    "sealed.change_stopped": gettext_lazy("cambio fermato"),
}


class ChangeFormatter(LogFormatter):
    """Says which change it was, and who had asked for it."""

    def format_message(self, log_entry: BaseLogEntry) -> str:
        data = log_entry.data
        kind = dict(ChangeKind.choices).get(data.get("kind"), "")
        facts = {"action": self.label, "kind": kind, "who": data.get("asked_by", "")}
        if not facts["who"]:
            return _("%(action)s: %(kind)s") % facts
        return _("%(action)s: %(kind)s (chiesto da %(who)s)") % facts


def register(actions: LogActionRegistry) -> None:
    """Answer Wagtail's hook `register_log_actions`."""
    for action, words in ACTIONS.items():
        if action.startswith("sealed.change_"):
            actions.register_action(action)(type("Formatter", (ChangeFormatter,), {"label": words}))
        else:
            actions.register_action(action, words, words)


def write_down(row: Any, action: str, user: Any = None, **data: Any) -> None:
    """Add a line about a key or a mailbox; without a user it is of whoever is signed in, or the server's."""
    name = f"{row.mailbox}: {row}" if isinstance(row, OperatorCertificate) else str(row)
    log(row, action, user=user, title=name, data=data, timestamp=truncate_to_hour(timezone.now()))


def write_down_change(change: PendingChange, action: str, user: Any = None) -> None:
    """Add a line about a change that waits, or waited."""
    asked_by = change.asked_by.get_username() if change.asked_by and change.asked_by != user else ""
    write_down(change.certificate or change.mailbox, action, user, kind=change.kind, asked_by=asked_by)


def write_down_lane(row: LaneAside, action: str, user: Any) -> None:
    """Add a line about what was put aside of a lane; of which hour stands there while it is aside."""
    log(row, action, user=user, title=str(row), timestamp=truncate_to_hour(timezone.now()))


def remember(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Answer `pre_save`: keep what the row said before."""
    before = sender._default_manager.filter(pk=instance.pk) if instance.pk and not raw else None
    instance.logged_before = before.values(*_watched(instance)).first() if before is not None else None


def saved(sender: Any, instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Answer `post_save`."""
    if raw:
        return
    before = instance.logged_before or {}
    of_key = isinstance(instance, OperatorCertificate)
    for action in _key_actions(instance, before) if of_key else _mailbox_actions(instance, before):
        write_down(instance, action)


def deleted(instance: Any, **kwargs: Any) -> None:
    """Answer `pre_delete`: afterwards the row has no number."""
    is_key = isinstance(instance, OperatorCertificate)
    write_down(instance, "sealed.key_deleted" if is_key else "sealed.mailbox_deleted")


def _key_actions(key: OperatorCertificate, before: dict[str, Any]) -> list[str]:
    if not before:
        return ["sealed.key_in_use" if key.active else "sealed.key_added"]
    found = []
    if (before["holder"], before["role"]) != (key.holder, key.role):
        found.append("sealed.key_renamed")
    if before["active"] != key.active:
        found.append("sealed.key_in_use" if key.active else "sealed.key_out_of_use")
    return found


def _mailbox_actions(mailbox: Mailbox, before: dict[str, Any]) -> list[str]:
    found = []
    if mailbox.address != before.get("address", ""):
        found.append("sealed.mailbox_moved")
    if mailbox.paused != before.get("paused", False):
        found.append("sealed.mailbox_paused" if mailbox.paused else "sealed.mailbox_reopened")
    return found


def _watched(row: Any) -> tuple[str, ...]:
    return next(names for model, names in WATCHED.items() if isinstance(row, model))
