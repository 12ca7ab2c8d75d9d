"""Alerts about keys and mailboxes: who could not be reached, or by one person alone."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from contatti.sealed.alerts.alert import Alert, AlertCode
from contatti.sealed.availability import availabilities, watched_availabilities
from contatti.sealed.certificates.trial import takes_requests
from contatti.sealed.models import Mailbox, OperatorCertificate
from contatti.sealed.moments import local_day


def _without_key(now: datetime) -> list[str]:
    """Name the mailboxes that no operator could read: of keys that wait for a proof others tell."""
    keys = OperatorCertificate.objects.approved(now).operators()
    held = {key.mailbox_id for key in keys if key.is_usable(now)}
    return [
        each.mailbox.name
        for each in watched_availabilities(now)
        if each.mailbox.address and not each.mailbox.paused and each.mailbox.pk not in held
    ]


def _refusing(now: datetime) -> list[str]:
    """Seal for trial: whatever makes a mailbox refuse everybody, one cause or a new one, is found here."""
    return [
        each.mailbox.name
        for each in availabilities(now)
        if each.is_open and not takes_requests(each.certificates)
    ]


def read_by_one_alone(now: datetime) -> list[Mailbox]:
    """Return the mailboxes that one person alone can read: her holiday, or her lost key, closes them."""
    keys = OperatorCertificate.objects.usable(now)
    opened = [each.mailbox for each in watched_availabilities(now) if each.is_open]
    return [mailbox for mailbox in opened if keys.filter(mailbox=mailbox.pk).count() == 1]


def without_address() -> list[Mailbox]:
    """Return the mailboxes whose keys are in use and which have no address: the form does not offer them."""
    keys = OperatorCertificate.objects.active().values("mailbox")
    return list(Mailbox.objects.filter(pk__in=keys, address=""))


def _unreadable(now: datetime) -> list[str]:
    keys = OperatorCertificate.objects.active().select_related("mailbox").order_by("mailbox__name", "holder")
    return [f"{key.mailbox.name}, {key.holder}" for key in keys if not key.is_readable]


def _per_key(keys: QuerySet[OperatorCertificate]) -> list[str]:
    return [
        f"{key.mailbox.name}, {key.holder}: {local_day(key.not_after):%d/%m/%Y}"
        for key in keys.select_related("mailbox").order_by("not_after")
    ]


KEY_ALERTS: tuple[Alert, ...] = (
    Alert(
        AlertCode.NO_KEY,
        gettext_lazy("Caselle chiuse: nessuna chiave valida"),
        gettext_lazy(
            "Intanto non riceve niente, e il modulo non la offre. Caricate il certificato di chi legge."
        ),
        _without_key,
        urgent=True,
    ),
    Alert(
        AlertCode.REFUSING,
        gettext_lazy("Caselle che rifiutano tutte le richieste"),
        gettext_lazy(
            "Una busta di prova, chiusa con le chiavi di oggi, non passa. Controllate i certificati in uso: "
            "due con lo stesso emittente e numero di serie, o uno rovinato. Intanto mettete in pausa la "
            "casella."
        ),
        _refusing,
        urgent=True,
    ),
    Alert(
        AlertCode.UNREADABLE,
        gettext_lazy("Chiavi illeggibili"),
        gettext_lazy(
            "Il certificato conservato è rovinato: chi ha la chiave non riceve richieste nuove. "
            "Cancellatela e caricatela di nuovo."
        ),
        _unreadable,
        urgent=True,
    ),
    Alert(
        AlertCode.EXPIRED,
        gettext_lazy("Chiavi scadute"),
        gettext_lazy("Chi le ha non riceve più richieste nuove. Caricate la nuova, togliete «in uso»."),
        lambda now: _per_key(OperatorCertificate.objects.expired(now)),
        urgent=False,
        repeat=timedelta(days=7),
    ),
    Alert(
        AlertCode.EXPIRING,
        gettext_lazy("Chiavi che scadono entro 60 giorni"),
        gettext_lazy("Fate la nuova chiave adesso e caricatela accanto a quella di oggi."),
        lambda now: _per_key(OperatorCertificate.objects.expiring(now)),
        urgent=False,
        repeat=timedelta(days=7),
    ),
    Alert(
        AlertCode.NO_MAILBOX,
        gettext_lazy("Chiavi senza casella"),
        gettext_lazy("Il modulo non le offre: scrivete l’indirizzo in «Caselle e pause»."),
        lambda _now: [mailbox.name for mailbox in without_address()],
        urgent=False,
        repeat=timedelta(days=7),
    ),
    Alert(
        AlertCode.ALONE,
        gettext_lazy("Caselle con una chiave sola"),
        gettext_lazy(
            "Se chi l’ha è malata, o la perde, nessuna legge quello che arriva. Caricate la chiave di una "
            "seconda persona, o una di riserva."
        ),
        lambda now: [mailbox.name for mailbox in read_by_one_alone(now)],
        urgent=False,
        repeat=timedelta(days=30),
    ),
)
