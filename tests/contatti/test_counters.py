"""What a monitor reads: counts and ages, and nothing that says who."""

import logging
from io import StringIO
from urllib.request import urlopen

import pytest
from django.db import OperationalError, connection
from django.utils import timezone
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.parser import text_string_to_metric_families
from pytest_django import Settings

from amaranta import metrics
from contatti.sealed.models import OutboxItem, OutboxState
from contatti.sealed.tasks.monitoring import beat
from tests.contatti.desks import DeskMaker
from tests.contatti.smtp import free_port


def read() -> tuple[str, dict[tuple[str, ...], float]]:
    """Return the text that a monitor gets, and its values by name and labels."""
    registry = CollectorRegistry()
    registry.register(metrics.PortalCollector())
    text = generate_latest(registry).decode()
    samples = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    return text, {(each.name, *each.labels.values()): each.value for each in samples}


def test_a_monitor_sees_how_many_wait_and_what_needs_people(desks: DeskMaker) -> None:
    desk = desks.open("Primo")
    for number, state in enumerate((OutboxState.WAITING, OutboxState.WAITING, OutboxState.BOUNCED)):
        item, _ = OutboxItem.objects.accept(desk.mailbox, b"0", bytes([number]) * 32)
        OutboxItem.objects.filter(pk=item.pk).update(state=state)
    beat(timezone.now())
    text, values = read()

    assert values["amaranta_up",] == 1
    assert values["amaranta_requests", "waiting"] == 2
    assert values["amaranta_requests", "sent"] == 0
    assert values["amaranta_alert", "bounced"] == 1
    assert values["amaranta_alert", "no-key"] == 0
    assert values["amaranta_heartbeat_age_seconds", "worker"] < 60
    assert values["amaranta_backup_age_seconds",] == -1
    assert "Primo" not in text
    assert "@" not in text


def test_a_database_that_is_gone_is_said_and_nothing_else_of_it(desks: DeskMaker) -> None:
    def refuse(*query: object) -> None:
        raise OperationalError

    with connection.execute_wrapper(refuse):
        _text, values = read()

    assert values["amaranta_up",] == 0
    assert ("amaranta_requests", "waiting") not in values
    assert values["amaranta_disk_free_bytes",] > 0


def test_the_port_is_opened_where_the_settings_say_and_a_taken_one_is_told(
    db: None, settings: Settings, monkeypatch: pytest.MonkeyPatch, written_log: StringIO
) -> None:
    monkeypatch.setattr(metrics, "_serving", [])
    settings.AMARANTA_METRICS = ""
    metrics.keep_open(timezone.now())
    assert metrics._serving == []

    settings.AMARANTA_METRICS = f"127.0.0.1:{free_port()}"
    metrics.keep_open(timezone.now())
    with urlopen(f"http://{settings.AMARANTA_METRICS}/metrics") as answer:
        assert b"amaranta_up" in answer.read()
    monkeypatch.setattr(metrics, "_serving", [])
    assert logging.getLogger("amaranta.metrics").isEnabledFor(logging.WARNING)
    metrics.keep_open(timezone.now())
    assert "The counters have no port" in written_log.getvalue()
