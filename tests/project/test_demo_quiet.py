"""Who tries the portal for the first time sees no errors while the demonstration is built."""

import logging
from io import StringIO

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.test import TestCase

from amaranta.management.commands import demo
from contatti.sealed.models import Mailbox


@pytest.mark.django_db
def test_the_demonstration_announces_its_own_keys_to_nobody(
    settings: LazySettings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def make(name: str) -> None:
        with TestCase.captureOnCommitCallbacks(execute=True):
            Mailbox.objects.create(name=name, address="sportello@example.org")

    settings.DEMO = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with caplog.at_level(logging.ERROR):
        make("Primo")
        assert "not announced" in caplog.text
        caplog.clear()
        monkeypatch.setattr(demo, "build", lambda port: make("Secondo"))
        call_command("demo", stdout=StringIO())
        assert Mailbox.objects.filter(name="Secondo").exists()
        assert not caplog.text
