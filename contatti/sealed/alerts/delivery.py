"""Alerts about requests that do not arrive."""

from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext, gettext_lazy, ngettext

from contatti.sealed.alerts.alert import Alert, AlertCode
from contatti.sealed.conf import sealed_settings
from contatti.sealed.mail import account, outcome
from contatti.sealed.models import BounceMailbox, MailAccount, OutboxItem, OutboxState
from contatti.sealed.tracking import providers
from contatti.sealed.tracking.bounce_mailbox import TO_READ


def delay_patience() -> timedelta:
    """Return how long deliveries may fail before the staff is told."""
    return timedelta(minutes=sealed_settings.ALARM_MINUTES)


def failing(now: datetime) -> QuerySet[OutboxItem]:
    """Waiting items with a failed or interrupted attempt, or too old for any doubt.

    Only the hour of a request is known: an item is surely older than the patience once a whole hour and the
    patience have passed.
    """
    troubled = ~Q(last_error="") | Q(attempts__gte=2) | Q(lease_until__lt=now)
    old = Q(accepted_hour__lte=now - timedelta(hours=1) - delay_patience())
    return OutboxItem.objects.waiting().filter(troubled | old)


def _per_mailbox(items: QuerySet[OutboxItem]) -> list[str]:
    """Return a line for each mailbox and reason, such as "Rho: 2 richieste (550 5.1.1: …)"."""
    what = ("mailbox__name", "is_test", "error_code", "last_error")
    counted: dict[tuple[str, bool, str], int] = {}
    for name, is_test, code, error, number in (
        items.values_list(*what).annotate(number=Count("pk")).order_by(*what)
    ):
        why = outcome.reason(code, error)
        counted[name, is_test, why] = counted.get((name, is_test, why), 0) + number
    return [_line(name, number, why, is_test) for (name, is_test, why), number in counted.items()]


def _line(name: str, number: int, why: str, is_test: bool) -> str:
    if is_test:
        words = ngettext(
            "%(name)s: %(number)d messaggio di prova", "%(name)s: %(number)d messaggi di prova", number
        )
    else:
        words = ngettext("%(name)s: %(number)d richiesta", "%(name)s: %(number)d richieste", number)
    return words % {"name": name, "number": number} + (f" ({why})" if why else "")


STILL_TRYING = timedelta(days=5)
"""How long mail servers try before they give a message back (RFC 5321, 4.5.4.1)."""


def _delayed(now: datetime) -> list[str]:
    """Those that do not leave, and those of which a mail server said that it is still trying."""
    slow = OutboxItem.objects.filter(
        state=OutboxState.SENT, error_code__startswith="4", sent_hour__gt=now - STILL_TRYING
    )
    return _per_mailbox(failing(now)) + _per_mailbox(slow)


def _tried_often(now: datetime) -> list[str]:
    return _per_mailbox(OutboxItem.objects.waiting().filter(attempts__gte=sealed_settings.ALARM_ATTEMPTS))


def _refused(now: datetime) -> list[str]:
    return _per_mailbox(OutboxItem.objects.refused())


def _bounced(now: datetime) -> list[str]:
    return _per_mailbox(OutboxItem.objects.bounced())


def _uncertain(now: datetime) -> list[str]:
    return _per_mailbox(OutboxItem.objects.uncertain())


def _login_refused(now: datetime) -> list[str]:
    refused = MailAccount.objects.trouble(account.fingerprint())
    return [outcome.reason(row.code, "SMTPAuthenticationError") for row in refused]


def _nobody_reads_notices(now: datetime) -> list[str]:
    """Whether refusals that come after acceptance have a way back; asked where mail leaves the machine."""
    if not sealed_settings.NOTICES_NEEDED or sealed_settings.BOUNCE_IMAP_HOST or providers.routed():
        return []
    return [gettext("Né casella dei rimbalzi né avvisi di un fornitore")]


UNREAD_FOR = timedelta(minutes=30)
UNREAD_BECAUSE = {
    "StuckMailError": gettext_lazy(
        "Una mail non si può leggere o spostare: lo spazio è finito, o il server non permette cartelle nuove"
    ),
    "UnicodeEncodeError": gettext_lazy(
        "Nome, password o cartella hanno lettere che questo server non sa ricevere: usate solo A-Z e cifre"
    ),
}


def _bounce_mailbox_broken(now: datetime) -> list[str]:
    if not sealed_settings.BOUNCE_IMAP_HOST:
        return []
    seen = BounceMailbox.objects.filter(read_at__gt=now - UNREAD_FOR, read_at__lte=now + UNREAD_FOR)
    if seen.exists():
        return []
    error = BounceMailbox.objects.values_list("error", flat=True).first()
    # Before the first visit nothing is known; then an error, or a reader that hangs.
    if error is None:
        return []
    return [str(UNREAD_BECAUSE.get(error, error)) or gettext("Nessuna lettura da mezz’ora")]


def _unknown_notices(now: datetime) -> list[str]:
    number = BounceMailbox.objects.values_list("unknown", flat=True).first() or 0
    if not number or not sealed_settings.BOUNCE_IMAP_HOST:
        return []
    words = ngettext("%(number)d avviso in «%(folder)s»", "%(number)d avvisi in «%(folder)s»", number)
    return [words % {"number": number, "folder": TO_READ}]


DELIVERY_ALERTS: tuple[Alert, ...] = (
    Alert(
        AlertCode.ACCOUNT,
        gettext_lazy("Il server di posta rifiuta l’accesso del portale"),
        gettext_lazy(
            "Nulla parte, nemmeno gli avvisi. Chi cura il server corregga utente e "
            "password della posta e riavvii. Il portale prova di rado, perché l’accesso non venga bloccato."
        ),
        _login_refused,
        urgent=True,
    ),
    Alert(
        AlertCode.REFUSED,
        gettext_lazy("Richieste rifiutate dal server di posta"),
        gettext_lazy(
            "Aspettare non basta: correggete la causa indicata, poi spedite di nuovo. "
            "Nulla va perso; il portale riprova da solo ogni qualche ora."
        ),
        _refused,
        urgent=True,
    ),
    Alert(
        AlertCode.BOUNCED,
        gettext_lazy("Richieste respinte dalla casella"),
        gettext_lazy("Controllate l’indirizzo e lo spazio della casella, poi spedite di nuovo."),
        _bounced,
        urgent=True,
    ),
    Alert(
        AlertCode.UNCERTAIN,
        gettext_lazy("Richieste forse arrivate"),
        gettext_lazy(
            "Il server le ha prese senza confermare. Chiedete a chi legge la casella se ci sono: può averne "
            "due copie. Se mancano, speditele di nuovo; se ci sono, dite che sono arrivate."
        ),
        _uncertain,
        urgent=True,
    ),
    Alert(
        AlertCode.ATTEMPTS,
        gettext_lazy("Richieste che non partono dopo molti tentativi"),
        gettext_lazy("Controllate il server di posta e l’indirizzo della casella. Nulla va perso."),
        _tried_often,
        urgent=True,
    ),
    Alert(
        AlertCode.DELAY,
        gettext_lazy("Consegne in ritardo"),
        gettext_lazy("Il portale riprova da solo finché riesce. Controllate il server di posta."),
        _delayed,
        urgent=True,
        patience=delay_patience,
    ),
    Alert(
        AlertCode.BOUNCE_MAILBOX,
        gettext_lazy("La casella dei rimbalzi non si legge"),
        gettext_lazy("Finché dura, il portale non sa se una casella ha respinto una richiesta."),
        _bounce_mailbox_broken,
        urgent=True,
        patience=lambda: UNREAD_FOR,
    ),
    Alert(
        AlertCode.UNKNOWN_NOTICES,
        gettext_lazy("Avvisi di posta da leggere"),
        gettext_lazy(
            "Sembrano rimbalzi, ma il portale non li capisce. Leggeteli nella casella dei rimbalzi, poi "
            "cancellateli."
        ),
        _unknown_notices,
        urgent=False,
    ),
    Alert(
        AlertCode.NO_NOTICES,
        gettext_lazy("Nessuno legge i rimbalzi"),
        gettext_lazy(
            "Una casella piena o sbagliata può respingere una richiesta dopo che il server l’ha presa, e il "
            "portale non lo saprebbe. Chi cura il server configuri la casella dei rimbalzi."
        ),
        _nobody_reads_notices,
        urgent=False,
        repeat=timedelta(days=7),
    ),
)
