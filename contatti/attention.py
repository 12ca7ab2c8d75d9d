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
from django.utils.timezone import localdate
from django.utils.translation import gettext, gettext_lazy, ngettext

from contatti import budget
from contatti.models import OperatorCertificate, OutboxItem
from contatti.questions import desk_doors
from servizi.models import DeskPage


class Kind(StrEnum):
    """Names a condition in the database and in health answers."""

    DELAY = "delay"
    ATTEMPTS = "attempts"
    BOUNCED = "bounced"
    NO_KEY = "no-key"
    BUDGET = "budget"
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
    rows = items.values_list("desk__title").annotate(number=Count("pk")).order_by("desk__title")
    return [
        ngettext("%(desk)s: %(number)d richiesta", "%(desk)s: %(number)d richieste", number)
        % {"desk": desk, "number": number}
        for desk, number in rows
    ]


def _delayed(now: datetime) -> list[str]:
    return _per_desk(failing(now))


def _tried_often(now: datetime) -> list[str]:
    return _per_desk(OutboxItem.objects.waiting().filter(attempts__gte=settings.AMARANTA_ALARM_ATTEMPTS))


def _bounced(now: datetime) -> list[str]:
    return _per_desk(OutboxItem.objects.bounced())


def _without_key(now: datetime) -> list[str]:
    return [
        door.desk.title
        for door in desk_doors(now)
        if door.intake and not door.intake.paused and not door.is_open
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
        f"{key.desk.title}, {key.holder}: {localdate(key.not_after):%d/%m/%Y}"
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
        Kind.BOUNCED,
        gettext_lazy("Richieste respinte dalla casella"),
        gettext_lazy("Controllate l’indirizzo e lo spazio della casella, poi spedite di nuovo."),
        _bounced,
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
