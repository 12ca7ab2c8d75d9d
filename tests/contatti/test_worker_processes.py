"""Workers as processes of their own: several at once, and killed at the worst moment."""

import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from amaranta.demo.home import build_home
from contatti.sealed.management.commands.worker import Worker
from contatti.sealed.models import OutboxItem, OutboxState
from tests.contatti.desks import DeskMaker
from tests.contatti.smtp import Mailbox, free_port, serving
from tests.deployment import Deployment

STORE = """
import uuid
from tests.contatti.desks import DeskMaker
from amaranta.demo.home import build_home
from contatti.sealed.models import OutboxItem
desks = DeskMaker(build_home())
desk = desks.open("Primo")
answer = []
for _ in range({number}):
    item, _ = OutboxItem.objects.accept(desk.mailbox, b"sentinel" * 600, uuid.uuid4().bytes * 2)
    answer.append(str(item.pk))
"""
STATES = """
from contatti.sealed.models import OutboxItem
answer = sorted(set(OutboxItem.objects.values_list("state", flat=True)))
"""
AGE = """
from datetime import timedelta
long_ago = item.accepted_hour - timedelta(days=40)
OutboxItem.objects.update(state="sent", sent_hour=long_ago)
"""
# What sqlite.org/pragma.html calls FULL.
FLUSHED = 2
SYNCHRONOUS = """
from django.db import connection
with connection.cursor() as cursor:
    answer = cursor.execute("PRAGMA synchronous").fetchone()[0]
"""
END_LEASES = """
from datetime import timedelta
from django.utils import timezone
from contatti.sealed.models import OutboxItem
past = timezone.now() - timedelta(seconds=1)
answer = OutboxItem.objects.exclude(lease_until=None).update(lease_until=past, next_attempt_at=past)
"""


@pytest.fixture(params=["new_sqlite", pytest.param("new_postgres", marks=pytest.mark.postgres)])
def deployment(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Deployment]:
    deployment = Deployment(request.getfixturevalue(request.param)(tmp_path), free_port(), tmp_path)
    yield deployment
    deployment.stop()


def test_four_workers_deliver_a_hundred_requests_once_each(deployment: Deployment) -> None:
    stored = deployment.python(STORE.format(number=100))
    mailbox = Mailbox()
    with serving(mailbox, deployment.port):
        for _ in range(4):
            deployment.start("worker")
        assert mailbox.wait_for(100, timeout=120)
        deployment.stop()

    delivered = [message["Message-ID"].strip("<>").partition("@")[0] for message in mailbox.messages]
    assert sorted(delivered) == sorted(stored)
    assert deployment.python(STATES) == ["sent"]


def test_what_a_killed_worker_held_is_delivered_by_the_next_under_the_same_id(deployment: Deployment) -> None:
    (stored,) = deployment.python(STORE.format(number=1))
    mailbox = Mailbox()
    mailbox.stall = True
    with serving(mailbox, deployment.port):
        killed = deployment.start("worker")
        assert mailbox.stalled.wait(60)
        killed.send_signal(signal.SIGKILL)
        killed.wait(10)

        mailbox.stall = False
        deployment.manage("worker", "--once")
        assert mailbox.messages == []
        assert deployment.python(END_LEASES) == 1
        deployment.manage("worker", "--once")

    assert [message["Message-ID"] for message in mailbox.messages] == [f"<{stored}@portale.example>"]
    assert deployment.python(STATES) == ["sent"]


def test_what_is_accepted_outlives_a_power_cut(portal: Deployment) -> None:
    assert portal.python(SYNCHRONOUS) == FLUSHED


def test_what_was_sent_long_ago_is_nowhere_on_the_disk_any_more(portal: Deployment, tmp_path: Path) -> None:
    portal.python(STORE.format(number=3) + AGE)
    assert b"sentinel" in every_byte(tmp_path)
    portal.manage("worker", "--once")

    assert b"sentinel" not in every_byte(tmp_path)


def test_the_journal_is_emptied_though_nothing_was_left_to_erase(portal: Deployment, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "portal.sqlite3")) as other:
        other.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # now the journal outlives the others
        portal.python(STORE.format(number=3) + "OutboxItem.objects.all().delete()")
        # Only this file: to open and close the database itself here would drop this process's locks on it.
        assert b"sentinel" in (tmp_path / "portal.sqlite3-wal").read_bytes()
        portal.manage("worker", "--once")

        assert b"sentinel" not in every_byte(tmp_path)


def test_a_look_that_fails_does_not_stop_delivery(
    django_db_serialized_rollback: None, transactional_db: None, settings: Settings, written_log: StringIO
) -> None:
    desk = DeskMaker(build_home()).open("Primo")
    settings.SEALED_ALARM_TO = ["due@example.org\nrighe@example.org"]  # which no mail can be sent to
    bounced, _ = OutboxItem.objects.accept(desk.mailbox, b"0", b"a" * 32)
    OutboxItem.objects.update(state=OutboxState.BOUNCED)
    worker = Worker()
    worker.run_once()
    assert "A look at what needs people failed." in written_log.getvalue()
    OutboxItem.objects.accept(desk.mailbox, b"1", b"b" * 32)
    worker.run_once()

    assert OutboxItem.objects.exclude(pk=bounced.pk).get().state == OutboxState.SENT


def every_byte(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_worker_refuses_to_start_with_a_backend_that_would_lose_requests(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "anymail.backends.brevo.EmailBackend"

    with pytest.raises(CommandError, match=r"brevo.EmailBackend would lose sealed requests"):
        call_command("worker", "--once", skip_checks=True)
