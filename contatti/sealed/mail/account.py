"""The portal's account at its mail server: after a refused password nobody hammers until it is locked."""

import smtplib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac

from contatti.sealed.mail.outcome import code_of
from contatti.sealed.models import MailAccount

FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=1)

_one_at_a_time = threading.Lock()


class LoginPaused(smtplib.SMTPException):
    """The password was refused a moment ago; no new try yet."""


def fingerprint() -> str:
    """Return a mark of the login of the settings: a corrected password is tried at once."""
    login = f"{settings.EMAIL_HOST}\0{settings.EMAIL_HOST_USER}\0{settings.EMAIL_HOST_PASSWORD}"
    return salted_hmac("contatti.sealed.mail.account", login).hexdigest()[:16]


def is_paused() -> bool:
    """Tell whether a login would be refused to try now."""
    return MailAccount.objects.trouble(fingerprint()).paused(timezone.now()).exists()


@contextmanager
def logging_in() -> Iterator[None]:
    """Run a login: one at a time, none during a pause, and one only when a pause is over.

    The row is renewed before the try, so that of several workers a single one makes it. Raises LoginPaused.
    """
    with _one_at_a_time:
        trouble = MailAccount.objects.trouble(fingerprint()).first()
        if trouble and not _take_turn(trouble):
            raise LoginPaused
        try:
            yield
        except smtplib.SMTPAuthenticationError as error:
            failures = trouble.failures + 1 if trouble else 1
            now = timezone.now()
            MailAccount.objects.update_or_create(
                pk=MailAccount.ONLY,
                defaults={
                    "mark": fingerprint(),
                    "failures": failures,
                    "code": code_of(error),
                    "next_try_at": now + _pause(failures),
                },
            )
            raise
        if trouble:
            MailAccount.objects.all().delete()


def _take_turn(trouble: MailAccount) -> bool:
    return MailAccount.objects.take_turn(trouble, timezone.now(), _pause(trouble.failures + 1))


def _pause(failures: int) -> timedelta:
    factor: int = 2 ** min(failures - 1, 10)
    return min(FIRST_PAUSE * factor, LONGEST_PAUSE)
