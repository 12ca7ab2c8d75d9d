"""What needs people, as data: asked by the admin's panel, the alarm mails and the health endpoints.

Lines hold names of desks, labels of keys and counts, nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext

from contatti import account, budget, outcome, providers
from contatti.bounces.mailbox import TO_READ
from contatti.certificates.trial import takes_requests
from contatti.clock import local_day
from contatti.models import BounceMailbox, MailAccount, OperatorCertificate, OutboxItem, OutboxState
from contatti.questions import desk_doors
from servizi.models import DeskPage


class Kind(StrEnum):
    """Names a condition in the database and in health answers."""

    DELAY = "delay"
    ATTEMPTS = "attempts"
    BOUNCED = "bounced"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"
    ACCOUNT = "account"
    NO_NOTICES = "no-notices"
    BOUNCE_MAILBOX = "bounce-mailbox"
    UNKNOWN_NOTICES = "unknown-notices"
    NO_KEY = "no-key"
    BUDGET = "budget"
    REFUSING = "refusing"
    UNREADABLE = "unreadable"
    EXPIRED = "expired"
    EXPIRING = "expiring"
    ALONE = "alone"
    NO_MAILBOX = "no-mailbox"


@dataclass(frozen=True, slots=True)
class Concern:
    """A condition, what to say of it, and when to write to the staff about it.

    lines: one per desk or key concerned, empty if all is well. patience: how long it may last before a mail.
    repeat: how long after a mail the next one goes, while it lasts. urgent: requests are stuck or refused.
    """

    kind: Kind
    title: str | Promise
    advice: str | Promise
    lines: Callable[[datetime], list[str]]
    urgent: bool
    patience: Callable[[], timedelta] = lambda: timedelta(0)
    repeat: timedelta = timedelta(days=1)


def delay_patience() -> timedelta:
    """Return how long deliveries may fail before the staff is told."""
    return timedelta(minutes=settings.AMARANTA_ALARM_MINUTES)


def failing(now: datetime) -> QuerySet[OutboxItem]:
    """Waiting items with a failed or interrupted attempt, or too old for any doubt.

    Only the hour of a request is known: an item is surely older than the patience once a whole hour and the
    patience have passed.
    """
    troubled = ~Q(last_error="") | Q(attempts__gte=2) | Q(lease_until__lt=now)
    old = Q(accepted_hour__lte=now - timedelta(hours=1) - delay_patience())
    return OutboxItem.objects.waiting().filter(troubled | old)


def _per_desk(items: QuerySet[OutboxItem]) -> list[str]:
    """Return a line for each desk and reason, such as "Rho: 2 richieste (550 5.1.1: …)"."""
    rows = items.values_list("desk__title", "error_code", "last_error").annotate(number=Count("pk"))
    counted: dict[tuple[str, str], int] = {}
    for desk, code, error, number in rows.order_by("desk__title", "error_code", "last_error"):
        why = outcome.reason(code, error)
        counted[desk, why] = counted.get((desk, why), 0) + number
    return [_line(desk, number, why) for (desk, why), number in counted.items()]


def _line(desk: str, number: int, why: str) -> str:
    words = ngettext("%(desk)s: %(number)d richiesta", "%(desk)s: %(number)d richieste", number)
    return words % {"desk": desk, "number": number} + (f" ({why})" if why else "")


STILL_TRYING = timedelta(days=5)
"""How long mail servers try before they give a message back (RFC 5321, 4.5.4.1)."""


def _delayed(now: datetime) -> list[str]:
    """Those that do not leave, and those of which a mail server said that it is still trying."""
    slow = OutboxItem.objects.filter(
        state=OutboxState.SENT, error_code__startswith="4", sent_hour__gt=now - STILL_TRYING
    )
    return _per_desk(failing(now)) + _per_desk(slow)


def _tried_often(now: datetime) -> list[str]:
    return _per_desk(OutboxItem.objects.waiting().filter(attempts__gte=settings.AMARANTA_ALARM_ATTEMPTS))


def _refused(now: datetime) -> list[str]:
    return _per_desk(OutboxItem.objects.refused())


def _bounced(now: datetime) -> list[str]:
    return _per_desk(OutboxItem.objects.bounced())


def _uncertain(now: datetime) -> list[str]:
    return _per_desk(OutboxItem.objects.uncertain())


def _login_refused(now: datetime) -> list[str]:
    refused = MailAccount.objects.trouble(account.fingerprint())
    return [outcome.reason(row.code, "SMTPAuthenticationError") for row in refused]


def _nobody_reads_notices(now: datetime) -> list[str]:
    """Whether refusals that come after acceptance have a way back; asked where mail leaves the machine."""
    if not settings.AMARANTA_NOTICES_NEEDED or settings.AMARANTA_BOUNCE_IMAP_HOST or providers.routed():
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
    if not settings.AMARANTA_BOUNCE_IMAP_HOST:
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
    if not number or not settings.AMARANTA_BOUNCE_IMAP_HOST:
        return []
    words = ngettext("%(number)d avviso in «%(folder)s»", "%(number)d avvisi in «%(folder)s»", number)
    return [words % {"number": number, "folder": TO_READ}]


def _without_key(now: datetime) -> list[str]:
    return [
        door.desk.title
        for door in desk_doors(now)
        if door.intake and not door.intake.paused and not door.is_open
    ]


def _refusing(now: datetime) -> list[str]:
    """Seal for trial: whatever makes a desk refuse everybody, one cause or a new one, is found here."""
    return [
        door.desk.title for door in desk_doors(now) if door.is_open and not takes_requests(door.certificates)
    ]


def alone(now: datetime) -> list[DeskPage]:
    """Return the desks that one person alone can read: her holiday, or her lost key, closes them."""
    return [
        door.desk
        for door in desk_doors(now)
        if door.is_open and OperatorCertificate.objects.for_desk(door.desk).usable(now).count() == 1
    ]


def without_mailbox() -> list[DeskPage]:
    """Return the desks whose keys are in use and which have no mailbox: the form does not offer them."""
    keys = OperatorCertificate.objects.active().values("desk")
    return list(DeskPage.objects.filter(pk__in=keys, intake=None).order_by("title"))


def _used_up(now: datetime) -> list[str]:
    return [desk.title if desk else gettext("Tutta la rete") for desk in budget.used_up(now)]


def _unreadable(now: datetime) -> list[str]:
    keys = OperatorCertificate.objects.active().select_related("desk").order_by("desk__title", "holder")
    return [f"{key.desk.title}, {key.holder}" for key in keys if not key.is_readable]


def _per_key(keys: QuerySet[OperatorCertificate]) -> list[str]:
    return [
        f"{key.desk.title}, {key.holder}: {local_day(key.not_after):%d/%m/%Y}"
        for key in keys.select_related("desk").order_by("not_after")
    ]


CONCERNS: tuple[Concern, ...] = (
    Concern(
        Kind.NO_KEY,
        gettext_lazy("Sportelli chiusi: nessuna chiave valida"),
        gettext_lazy("Il modulo mostra solo il telefono. Caricate il certificato di un’operatrice."),
        _without_key,
        urgent=True,
    ),
    Concern(
        Kind.REFUSING,
        gettext_lazy("Sportelli che rifiutano tutte le richieste"),
        gettext_lazy(
            "Una busta di prova, chiusa con le chiavi di oggi, non passa. Controllate i certificati in uso: "
            "due con lo stesso emittente e numero di serie, o uno rovinato. Intanto mettete in pausa lo "
            "sportello."
        ),
        _refusing,
        urgent=True,
    ),
    Concern(
        Kind.ACCOUNT,
        gettext_lazy("Il server di posta rifiuta l’accesso del portale"),
        gettext_lazy(
            "Nulla parte, nemmeno gli avvisi. Chi cura il server corregga AMARANTA_SMTP_USER e "
            "AMARANTA_SMTP_PASSWORD e riavvii. Il portale prova di rado, perché l’accesso non venga bloccato."
        ),
        _login_refused,
        urgent=True,
    ),
    Concern(
        Kind.REFUSED,
        gettext_lazy("Richieste rifiutate dal server di posta"),
        gettext_lazy(
            "Aspettare non basta: correggete la causa indicata, poi spedite di nuovo. "
            "Nulla va perso; il portale riprova da solo ogni qualche ora."
        ),
        _refused,
        urgent=True,
    ),
    Concern(
        Kind.BOUNCED,
        gettext_lazy("Richieste respinte dalla casella"),
        gettext_lazy("Controllate l’indirizzo e lo spazio della casella, poi spedite di nuovo."),
        _bounced,
        urgent=True,
    ),
    Concern(
        Kind.UNCERTAIN,
        gettext_lazy("Richieste forse arrivate"),
        gettext_lazy(
            "Il server le ha prese senza confermare. Chiedete allo sportello se ci sono: può averne due "
            "copie. Se mancano, speditele di nuovo; se ci sono, dite che sono arrivate."
        ),
        _uncertain,
        urgent=True,
    ),
    Concern(
        Kind.ATTEMPTS,
        gettext_lazy("Richieste che non partono dopo molti tentativi"),
        gettext_lazy("Controllate il server di posta e l’indirizzo della casella. Nulla va perso."),
        _tried_often,
        urgent=True,
    ),
    Concern(
        Kind.DELAY,
        gettext_lazy("Consegne in ritardo"),
        gettext_lazy("Il portale riprova da solo finché riesce. Controllate il server di posta."),
        _delayed,
        urgent=True,
        patience=delay_patience,
    ),
    Concern(
        Kind.BOUNCE_MAILBOX,
        gettext_lazy("La casella dei rimbalzi non si legge"),
        gettext_lazy("Finché dura, il portale non sa se una casella ha respinto una richiesta."),
        _bounce_mailbox_broken,
        urgent=True,
        patience=lambda: UNREAD_FOR,
    ),
    Concern(
        Kind.UNKNOWN_NOTICES,
        gettext_lazy("Avvisi di posta da leggere"),
        gettext_lazy(
            "Sembrano rimbalzi, ma il portale non li capisce. Leggeteli nella casella dei rimbalzi, poi "
            "cancellateli."
        ),
        _unknown_notices,
        urgent=False,
    ),
    Concern(
        Kind.NO_NOTICES,
        gettext_lazy("Nessuno legge i rimbalzi"),
        gettext_lazy(
            "Una casella piena o sbagliata può respingere una richiesta dopo che il server l’ha presa, e il "
            "portale non lo saprebbe. Chi cura il server configuri la casella dei rimbalzi (docs/mail.md)."
        ),
        _nobody_reads_notices,
        urgent=False,
        repeat=timedelta(days=7),
    ),
    Concern(
        Kind.BUDGET,
        gettext_lazy("Limite di richieste raggiunto in quest’ora"),
        gettext_lazy(
            "Fino alla prossima ora il modulo indica il telefono. Se le richieste sono vere, alzate il "
            "limite; se qualcuno le manda apposta, mettete in pausa lo sportello."
        ),
        _used_up,
        urgent=True,
    ),
    Concern(
        Kind.UNREADABLE,
        gettext_lazy("Chiavi illeggibili"),
        gettext_lazy(
            "Il certificato conservato è rovinato: chi ha la chiave non riceve richieste nuove. "
            "Cancellatela e caricatela di nuovo."
        ),
        _unreadable,
        urgent=True,
    ),
    Concern(
        Kind.EXPIRED,
        gettext_lazy("Chiavi scadute"),
        gettext_lazy("Chi le ha non riceve più richieste nuove. Caricate la nuova, togliete «in uso»."),
        lambda now: _per_key(OperatorCertificate.objects.expired(now)),
        urgent=False,
        repeat=timedelta(days=7),
    ),
    Concern(
        Kind.EXPIRING,
        gettext_lazy("Chiavi che scadono entro 60 giorni"),
        gettext_lazy("Fate la nuova chiave adesso e caricatela accanto a quella di oggi."),
        lambda now: _per_key(OperatorCertificate.objects.expiring(now)),
        urgent=False,
        repeat=timedelta(days=7),
    ),
    Concern(
        Kind.NO_MAILBOX,
        gettext_lazy("Chiavi senza casella"),
        gettext_lazy("Il modulo non offre questi sportelli: scrivete la casella in «Caselle e pause»."),
        lambda _now: [desk.title for desk in without_mailbox()],
        urgent=False,
        repeat=timedelta(days=7),
    ),
    Concern(
        Kind.ALONE,
        gettext_lazy("Sportelli con una chiave sola"),
        gettext_lazy(
            "Se chi l’ha è malata, o la perde, nessuna legge le richieste. Caricate la chiave di una seconda "
            "operatrice, o una di riserva."
        ),
        lambda now: [desk.title for desk in alone(now)],
        urgent=False,
        repeat=timedelta(days=30),
    ),
)


def lines_of(kind: Kind, now: datetime) -> list[str]:
    """Return whom or what one condition concerns at an aware moment."""
    return next(concern for concern in CONCERNS if concern.kind is kind).lines(now)
