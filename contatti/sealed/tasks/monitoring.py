"""Signs of life of the worker, and mails to the staff when something needs people."""

import logging
import smtplib
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q

from contatti.sealed.alerts import ALERTS, Alert, AlertCode
from contatti.sealed.conf import sealed_settings
from contatti.sealed.mail.backends import alarm_connection, patient_connection
from contatti.sealed.mail.outcome import Verdict, judge
from contatti.sealed.mail.outgoing import dress
from contatti.sealed.models import Alarm, Heartbeat
from contatti.sealed.models.outbox import SKEW

logger = logging.getLogger(__name__)

WORKER = "worker"
SILENCE = timedelta(minutes=3)
"""A worker that gave no sign for so long is taken to be dead; it gives one every half minute."""

FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)


def beat(now: datetime) -> None:
    """Write down that a worker is alive."""
    Heartbeat.objects.update_or_create(process=WORKER, defaults={"beat_at": now})


def is_alive(now: datetime) -> bool:
    """Tell whether any worker gave a sign of life lately."""
    # A sign from the future was given before the clock was set back.
    signs = Heartbeat.objects.filter(beat_at__gt=now - SILENCE, beat_at__lt=now + SILENCE)
    return signs.filter(process=WORKER).exists()


def is_raised(kind: AlertCode, now: datetime) -> bool:
    """Tell whether a condition has lasted longer than its patience, as far as the last look knew."""
    patience = next(alert.patience() for alert in ALERTS if alert.kind is kind)
    return Alarm.objects.filter(kind=kind, since__lte=now - patience).exists()


def look(now: datetime) -> None:
    """Look at every alert once; mail the staff on a rising edge, and again after the alert's repeat."""
    Alarm.objects.filter(since__gt=now).update(since=now)  # the clock was set back
    found = [
        (alert, lines) for alert in (*ALERTS, *sealed_settings.alerts()) if (lines := _noted(alert, now))
    ]
    for alert, lines in found:
        _mail_if_time(alert, lines, now)


def _noted(alert: Alert, now: datetime) -> list[str]:
    """Return what an alert finds, and write down since when, or that it is over."""
    lines = alert.lines(now)
    if lines:
        Alarm.objects.get_or_create(kind=alert.kind, defaults={"since": now})
    else:
        Alarm.objects.filter(kind=alert.kind).delete()
    return lines


def _mail_if_time(alert: Alert, lines: list[str], now: datetime) -> None:
    quiet = Q(mailed_at=None) | Q(mailed_at__lte=now - alert.repeat) | Q(mailed_at__gt=now + SKEW)
    rested = Q(next_try_at=None) | Q(next_try_at__lte=now) | Q(next_try_at__gt=now + LONGEST_PAUSE)
    ready = Alarm.objects.filter(quiet, rested, kind=alert.kind, since__lte=now - alert.patience())
    before = ready.values_list("mailed_at", "failures").first()
    # The update decides which of several workers writes.
    if not ready.update(mailed_at=now, failures=0, next_try_at=None):
        return
    logger.warning("Alarm %s: %d", alert.kind, len(lines))
    if not sealed_settings.ALARM_TO:
        return
    connection = patient_connection()
    try:
        _mail(alert, lines, connection)
    except Exception as error:
        if not _is_of_mail(error):
            raise
        outcome = judge(error, dot_sent=getattr(connection, "dot_sent", False))
        logger.warning("The alarm could not be mailed: %s", outcome.error)
        # An uncertain one may have arrived: the next goes in its turn.
        if outcome.verdict is not Verdict.UNCERTAIN and not _mailed_otherwise(alert, lines):
            _try_later(alert, now, *(before or (None, 0)))
    finally:
        with suppress(smtplib.SMTPException, OSError):
            connection.close()


def _is_of_mail(error: Exception) -> bool:
    """Tell whether a mail server or a provider refused; Anymail's errors come with large libraries."""
    of_anymail = type(error).__module__.startswith("anymail.")
    return of_anymail or isinstance(error, (smtplib.SMTPException, OSError))


def _mailed_otherwise(alert: Alert, lines: list[str]) -> bool:
    """Mail through the second server, if there is one; tell whether it took the alarm."""
    connection = alarm_connection()
    if connection is None:
        return False
    try:
        _mail(alert, lines, connection, sealed_settings.ALARM_FROM or None)
    except (smtplib.SMTPException, OSError) as error:
        logger.warning("The second mail server did not take the alarm either: %s", type(error).__name__)
        return False
    finally:
        with suppress(smtplib.SMTPException, OSError):
            connection.close()
    return True


def _try_later(alert: Alert, now: datetime, mailed_at: datetime | None, failures: int) -> None:
    """Put the mail off, longer each time: the mail server is often the very thing that is broken."""
    pause = min(FIRST_PAUSE * 2 ** min(failures, 20), LONGEST_PAUSE)
    Alarm.objects.filter(kind=alert.kind, mailed_at=now).update(
        mailed_at=mailed_at, failures=failures + 1, next_try_at=now + pause
    )


def _mail(alert: Alert, lines: list[str], connection: Any, sender: str | None = None) -> None:
    message = EmailMessage(
        f"{settings.WAGTAIL_SITE_NAME}: {alert.title}",
        "\n".join(
            [
                f"{alert.title}.",
                str(alert.advice),
                "",
                *(f"- {line}" for line in lines),
                "",
                f"{settings.WAGTAILADMIN_BASE_URL}/admin/",
            ]
        ),
        sender,
        sealed_settings.ALARM_TO,
        connection=connection,
    )
    dress(message)
    message.send()
