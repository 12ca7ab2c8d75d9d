"""Signs of life of the worker, and mails to the staff when something needs people."""

import logging
import smtplib
from datetime import datetime, timedelta

from anymail.exceptions import AnymailError
from django.conf import settings
from django.core.mail import send_mail
from django.db.models import Q
from django.utils.translation import gettext as _

from contatti.attention import CONCERNS, Concern, Kind
from contatti.models import Alarm, Heartbeat

logger = logging.getLogger(__name__)

WORKER = "worker"
SILENCE = timedelta(minutes=3)
"""A worker that gave no sign for so long is taken to be dead; it gives one every half minute."""


def beat(now: datetime) -> None:
    """Write down that a worker is alive."""
    Heartbeat.objects.update_or_create(process=WORKER, defaults={"beat_at": now})


def is_alive(now: datetime) -> bool:
    """Tell whether any worker gave a sign of life lately."""
    return Heartbeat.objects.filter(process=WORKER, beat_at__gt=now - SILENCE).exists()


def is_raised(kind: Kind, now: datetime) -> bool:
    """Tell whether a condition has lasted longer than its patience, as far as the last look knew."""
    patience = next(concern.patience() for concern in CONCERNS if concern.kind is kind)
    return Alarm.objects.filter(kind=kind, since__lte=now - patience).exists()


def look(now: datetime) -> None:
    """Look at every concern once; mail the staff on a rising edge, and again after the concern's repeat."""
    for concern in CONCERNS:
        lines = concern.lines(now)
        if not lines:
            Alarm.objects.filter(kind=concern.kind).delete()
            continue
        Alarm.objects.get_or_create(kind=concern.kind, defaults={"since": now})
        _mail_if_time(concern, lines, now)


def _mail_if_time(concern: Concern, lines: list[str], now: datetime) -> None:
    quiet = Q(mailed_at=None) | Q(mailed_at__lte=now - concern.repeat)
    ready = Alarm.objects.filter(quiet, kind=concern.kind, since__lte=now - concern.patience())
    before = ready.values_list("mailed_at", flat=True).first()
    # The update decides which of several workers writes.
    if not ready.update(mailed_at=now):
        return
    logger.warning("Alarm %s: %d", concern.kind, len(lines))
    if not settings.AMARANTA_ALARM_TO:
        return
    try:
        _mail(concern, lines)
    except (smtplib.SMTPException, OSError, AnymailError) as error:
        # The mail server is often the very thing that is broken: the next look tries again.
        logger.warning("The alarm could not be mailed: %s", type(error).__name__)
        Alarm.objects.filter(kind=concern.kind, mailed_at=now).update(mailed_at=before)


def _mail(concern: Concern, lines: list[str]) -> None:
    send_mail(
        _("Amaranta: %(title)s") % {"title": concern.title},
        "\n".join(
            [
                f"{concern.title}.",
                str(concern.advice),
                "",
                *(f"- {line}" for line in lines),
                "",
                f"{settings.WAGTAILADMIN_BASE_URL}/admin/",
            ]
        ),
        None,
        settings.AMARANTA_ALARM_TO,
    )
