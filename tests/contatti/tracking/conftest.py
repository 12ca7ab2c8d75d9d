"""A message that was sent, and the addresses at which a provider reports about it."""

import uuid
from collections.abc import Iterator
from importlib import reload

import pytest
from django.urls import clear_url_caches
from pytest_django import Settings

import amaranta.urls
from contatti.sealed.models import OutboxItem
from contatti.sealed.tasks.deliver import MailSender
from tests.contatti.desks import DeskMaker


@pytest.fixture
def item(desks: DeskMaker) -> OutboxItem:
    item, _ = OutboxItem.objects.accept(desks.open("Primo").mailbox, b"0", uuid.uuid4().bytes * 2)
    MailSender().deliver_next()
    item.refresh_from_db()
    return item


@pytest.fixture
def webhooks(settings: Settings) -> Iterator[None]:
    settings.ANYMAIL = {"WEBHOOK_SECRET": "provider:secret"}
    reload(amaranta.urls)
    clear_url_caches()
    yield
    settings.ANYMAIL = {}
    reload(amaranta.urls)
    clear_url_caches()
