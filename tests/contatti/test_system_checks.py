"""What `check` says of a portal that could not deliver."""

import pytest
from django.core import checks
from pytest_django import Settings

from contatti.sealed.checks import (
    MAILBOX_WITHOUT_KEY,
    REFUSED_BACKEND,
    TRIAL_BACKEND,
    mailboxes_have_a_key,
)
from tests.contatti.desks import DeskMaker


def found(deploy: bool = False) -> set[str | None]:
    return {message.id for message in checks.run_checks(include_deployment_checks=deploy)}


@pytest.mark.parametrize("provider", ["brevo", "mailjet", "postmark", "sendgrid", "test"])
def test_a_backend_that_sends_only_the_body_is_an_error(settings: Settings, provider: str) -> None:
    settings.EMAIL_BACKEND = f"anymail.backends.{provider}.EmailBackend"

    assert REFUSED_BACKEND in found()


@pytest.mark.parametrize(
    "backend", ["django.core.mail.backends.smtp.EmailBackend", "anymail.backends.amazon_ses.EmailBackend"]
)
def test_a_backend_that_sends_the_message_itself_is_accepted(settings: Settings, backend: str) -> None:
    settings.EMAIL_BACKEND = backend

    assert not {REFUSED_BACKEND, TRIAL_BACKEND} & found(deploy=True)


def test_a_public_server_may_not_keep_mail_to_itself(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

    assert TRIAL_BACKEND not in found()
    assert TRIAL_BACKEND in found(deploy=True)


def test_a_desk_with_a_mailbox_and_no_key_is_named(desks: DeskMaker) -> None:
    desks.open("Aperto")
    desks.open("Chiuso").mailbox.certificates.update(active=False)

    (warning,) = mailboxes_have_a_key(None, databases=["default"])
    assert warning.id == MAILBOX_WITHOUT_KEY
    assert "Chiuso" in warning.msg
    assert mailboxes_have_a_key(None) == []
