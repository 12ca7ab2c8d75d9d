"""A mail to the holder of a key that ends soon: she renews it herself, and colleagues may be on holiday."""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override

from contatti.sealed.conf import sealed_settings
from contatti.sealed.models import OperatorCertificate
from contatti.sealed.moments import local_day

logger = logging.getLogger(__name__)

AGAIN = timedelta(days=14)
NEXT_TRY = timedelta(hours=1)


def ending(now: datetime) -> QuerySet[OperatorCertificate]:
    """Return operators' keys that end within the notice, but for those whose successor is on its way."""
    keys = OperatorCertificate.objects.expiring(now).operators().select_related("mailbox", "owner")
    followed = Q(successors__active=True) | Q(successors__pendingchange__isnull=False)
    return keys.exclude(pk__in=OperatorCertificate.objects.filter(followed).values("pk"))


def tell_owners(now: datetime) -> None:
    """Write to each holder, and again every two weeks; what can't be sent is tried again an hour later."""
    told_lately = Q(renewal_told_at__gt=now - AGAIN, renewal_told_at__lte=now)
    for key in ending(now).exclude(told_lately):
        # The update decides which of several workers writes.
        rows = OperatorCertificate.objects.filter(pk=key.pk, renewal_told_at=key.renewal_told_at)
        if rows.update(renewal_told_at=now) and not _tell(key):
            soon = now - AGAIN + NEXT_TRY
            OperatorCertificate.objects.filter(pk=key.pk).update(renewal_told_at=soon)


def _tell(key: OperatorCertificate) -> bool:
    owner: Any = key.owner
    people = [owner] if owner else sealed_settings.readers_of(key.mailbox)
    addresses = {person.email for person in people if person.is_active and person.email}
    with override(settings.LANGUAGE_CODE):
        facts = {"site": settings.WAGTAIL_SITE_NAME, "day": f"{local_day(key.not_after):%d/%m/%Y}"}
        subject = _("%(site)s: la tua chiave scade il %(day)s") % facts
        words = _(
            "La chiave «%(holder)s» di «%(mailbox)s» scade il %(day)s.\n\n"
            "Fanne una nuova adesso, in tre passi: entra nell’amministrazione e apri «Fai la tua chiave». "
            "Quella di adesso tienila nel programma di posta: serve per rileggere le richieste di prima. "
            "Quando la nuova è provata, il portale smette da solo di usare la vecchia.\n"
        ) % {"holder": key.holder, "mailbox": key.mailbox.name, **facts}
    try:
        for address in sorted(addresses):
            EmailMessage(subject, words, None, [address]).send()
    except Exception as error:  # noqa: BLE001 - tried again later
        logger.warning("A holder could not be told of the end of her key: %s", type(error).__name__)
        return False
    return True
