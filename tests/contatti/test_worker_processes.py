"""Workers as processes of their own: several at once, and killed at the worst moment."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contatti.smtp import Mailbox, free_port, serving
from tests.deployment import Deployment

# One database to copy from, made once.
pytestmark = pytest.mark.xdist_group("deployments")

STORE = """
import uuid
from tests.contatti.desks import DeskMaker
from amaranta.demo.home import build_home
from contatti.models import OutboxItem
desks = DeskMaker(build_home())
desk = desks.open("Primo")
answer = []
for _ in range({number}):
    item, _ = OutboxItem.objects.accept(desk, b"sentinel" * 600, uuid.uuid4().bytes * 2)
    answer.append(str(item.pk))
"""
STATES = """
from contatti.models import OutboxItem
answer = sorted(set(OutboxItem.objects.values_list("state", flat=True)))
"""
AGE = """
from datetime import timedelta
long_ago = item.accepted_hour - timedelta(days=40)
OutboxItem.objects.update(state="sent", sent_hour=long_ago)
"""
END_LEASES = """
from datetime import timedelta
from django.utils import timezone
from contatti.models import OutboxItem
past = timezone.now() - timedelta(seconds=1)
answer = OutboxItem.objects.exclude(lease_until=None).update(lease_until=past)
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


def test_what_was_sent_long_ago_is_nowhere_on_the_disk_any_more(portal: Deployment, tmp_path: Path) -> None:
    portal.python(STORE.format(number=3) + AGE)
    assert b"sentinel" in every_byte(tmp_path)
    portal.manage("worker", "--once")

    assert b"sentinel" not in every_byte(tmp_path)


def every_byte(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_worker_refuses_to_start_with_a_backend_that_would_lose_requests(portal: Deployment) -> None:
    portal.environment |= {
        "DJANGO_SETTINGS_MODULE": "amaranta.settings.production",
        "AMARANTA_SECRET_KEY": "x" * 60,
        "AMARANTA_HOSTS": "portale.example",
        "AMARANTA_BASE_URL": "https://portale.example",
        "AMARANTA_ALARM_TO": "avvisi@portale.example",
        "AMARANTA_FROM_EMAIL": "noreply@portale.example",
        "AMARANTA_EMAIL_BACKEND": "anymail.backends.brevo.EmailBackend",
    }

    with pytest.raises(AssertionError, match=r"brevo.EmailBackend would lose sealed requests"):
        portal.manage("worker", "--once")
