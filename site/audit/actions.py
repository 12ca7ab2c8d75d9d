"""What the register knows: each kind of line with its words, and the one way to write one."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter, log
from wagtail.models import BaseLogEntry, ModelLogEntry

from contatti.sealed.moments import truncate_to_hour

PREFIXES = ("audit.", "sealed.")
"""Of the actions that the register shows; those of keys and mailboxes are contatti.sealed.history's."""

ACTIONS: dict[str, str | Promise] = {
    "audit.login": gettext_lazy("accesso"),
    "audit.logout": gettext_lazy("uscita"),
    "audit.login_failed": gettext_lazy("accesso non riuscito"),
    "audit.login_unknown": gettext_lazy("accesso non riuscito, con un nome che non esiste"),
    "audit.factor_added": gettext_lazy("secondo fattore aggiunto"),
    "audit.factor_removed": gettext_lazy("secondo fattore tolto"),
    "audit.factor_reset": gettext_lazy("codici di riserva rifatti"),
    "audit.factor_failed": gettext_lazy("secondo fattore sbagliato"),
    "audit.account_made": gettext_lazy("account creato"),
    "audit.account_deleted": gettext_lazy("account cancellato"),
    "audit.account_closed": gettext_lazy("account disattivato"),
    "audit.account_opened": gettext_lazy("account attivato"),
    "audit.account_renamed": gettext_lazy("nome o e-mail dell’account cambiati"),
    "audit.password": gettext_lazy("password cambiata"),
    "audit.all_given": gettext_lazy("account reso amministratore"),
    "audit.all_taken": gettext_lazy("account non più amministratore"),
    "audit.role_given": gettext_lazy("ruolo dato"),
    "audit.role_taken": gettext_lazy("ruolo tolto"),
    "audit.right_given": gettext_lazy("permesso dato"),
    "audit.right_taken": gettext_lazy("permesso tolto"),
    "audit.role_made": gettext_lazy("ruolo creato"),
    "audit.role_renamed": gettext_lazy("ruolo con un altro nome"),
    "audit.role_deleted": gettext_lazy("ruolo cancellato"),
    "audit.desk_given": gettext_lazy("il ruolo risponde per uno sportello"),
    "audit.desk_taken": gettext_lazy("il ruolo non risponde più per uno sportello"),
    "audit.export": gettext_lazy("elenco scaricato"),
}


class Formatter(LogFormatter):
    """The kind of line, what it was about, and how often within the hour."""

    def format_message(self, log_entry: BaseLogEntry) -> str:
        words = str(self.label)
        if what := log_entry.data.get("what"):
            words = _("%(action)s: %(what)s") % {"action": words, "what": ", ".join(what)}
        if (count := log_entry.data.get("count", 1)) > 1:
            words = _("%(action)s, %(count)d volte") % {"action": words, "count": count}
        return words


def register(actions: LogActionRegistry) -> None:
    """Answer Wagtail's hook `register_log_actions`."""
    for action, label in ACTIONS.items():
        actions.register_action(action)(type("Formatter", (Formatter,), {"label": label}))


def write_down(row: Any, action: str, user: Any = None, what: list[str] | None = None) -> None:
    """Add a line about an account or a role; without a user, of whoever is signed in, or of the server."""
    data = {"what": what} if what else {}
    log(row, action, user=user, data=data, timestamp=truncate_to_hour(timezone.now()))


@transaction.atomic
def count(row: Any, action: str, title: str = "") -> None:
    """Add one to this hour's line: whoever tries ten thousand times must not write ten thousand lines."""
    hour = truncate_to_hour(timezone.now())
    kind = ContentType.objects.get_for_model(row, for_concrete_model=False)
    same = ModelLogEntry.objects.filter(action=action, content_type=kind, object_id=str(row.pk))
    found = same.filter(timestamp=hour).select_for_update().first()
    if found is None:
        log(row, action, title=title, data={"count": 1}, timestamp=hour)
        return
    ModelLogEntry.objects.filter(pk=found.pk).update(data={"count": found.data.get("count", 1) + 1})
