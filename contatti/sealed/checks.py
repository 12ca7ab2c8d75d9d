"""System checks for the rules of secure contact."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from contatti.sealed.mail import backends

REFUSED_BACKEND = "sealed.E001"
TRIAL_BACKEND = "sealed.E002"
ATOMIC_REQUESTS = "sealed.E003"
MAILBOX_WITHOUT_KEY = "sealed.W001"
MAILBOX_UNPROVED = "sealed.W002"


@checks.register(checks.Tags.compatibility)
def mail_backend_carries_envelopes(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Refuse a backend that would silently send an empty body in place of the envelope."""
    if backends.is_allowed(settings.EMAIL_BACKEND):
        return []
    return [
        checks.Error(
            f"EMAIL_BACKEND {settings.EMAIL_BACKEND} would lose sealed requests: it sends only the body.",
            hint="Use Django's SMTP backend (a provider's SMTP relay too) or Anymail's Amazon SES.",
            id=REFUSED_BACKEND,
        )
    ]


@checks.register(checks.Tags.compatibility)
def requests_are_stored_before_they_are_answered(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Refuse a transaction around each request: it would end after "received" was said."""
    if not any(database.get("ATOMIC_REQUESTS") for database in settings.DATABASES.values()):
        return []
    return [
        checks.Error(
            "ATOMIC_REQUESTS would end the transaction after the answer: nothing could be called received.",
            hint="Leave it out, or mark single views with transaction.atomic.",
            id=ATOMIC_REQUESTS,
        )
    ]


@checks.register(checks.Tags.security, deploy=True)
def a_public_server_really_sends(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """In production mail must leave the machine."""
    if settings.EMAIL_BACKEND not in backends.TRIAL_BACKENDS:
        return []
    return [checks.Error(f"EMAIL_BACKEND {settings.EMAIL_BACKEND} sends to nobody.", id=TRIAL_BACKEND)]


@checks.register(checks.Tags.models, checks.Tags.database)
def mailboxes_have_a_key(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Name the mailboxes that are closed for want of a certificate; only where a database may be asked."""
    if not databases or _must_migrate():
        return []
    from contatti.sealed.alerts import AlertCode, lines_of

    now = timezone.now()
    found: list[checks.CheckMessage] = [
        checks.Warning(
            f"The form is closed for {name!r}: it has an address but no usable certificate.",
            hint="Upload an operator's certificate in the admin, or pause the mailbox.",
            id=MAILBOX_WITHOUT_KEY,
        )
        for name in lines_of(AlertCode.NO_KEY, now)
    ]
    found += [
        checks.Warning(
            f"The form is closed, since nobody proved a key: {line!r}.",
            hint="Its holder opens the test message and types its six digits in the admin.",
            id=MAILBOX_UNPROVED,
        )
        for line in lines_of(AlertCode.UNPROVED, now)
    ]
    return found


def _must_migrate() -> bool:
    """`migrate` runs the checks first, when the tables that they ask may not exist yet."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
