"""What is done to the portal while people write. Each function ends with the fault mended."""

import os
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime

import psycopg

from tests.deployment import Deployment
from tests.faults.load import Load
from tests.faults.portal import Portal
from tests.faults.postbox import Manner

DAY = 86_400
LOCKED_SECONDS = 14
"""Longer than the portal waits for a lock."""
BLOCK = bytes(65_536)

Stage = Callable[[Portal, Load], None]


def kill_web_children(portal: Portal, load: Load) -> None:
    for share in (0.15, 0.35, 0.55, 0.75):
        load.wait_for(share)
        portal.web.kill_a_child()


def kill_web_parent(portal: Portal, load: Load) -> None:
    for share in (0.2, 0.6):
        load.wait_for(share)
        portal.web.kill()


def kill_worker(portal: Portal, load: Load) -> None:
    for share in (0.2, 0.5, 0.8):
        load.wait_for(share)
        portal.worker.kill()


def kill_backend(portal: Portal, load: Load) -> None:
    """Kill a process of PostgreSQL that serves the portal: it then ends all others and recovers."""
    for share in (0.2, 0.6):
        load.wait_for(share)
        query = (
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        until = time.monotonic() + 5
        while not (found := portal.statement(query)) and time.monotonic() < until:
            time.sleep(0.05)
        for (pid,) in found[:1]:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def kill_postgres(portal: Portal, load: Load) -> None:
    load.wait_for(0.3)
    portal.cluster.kill()
    time.sleep(3)
    portal.cluster.start()


def kill_redis(portal: Portal, load: Load) -> None:
    assert portal.redis is not None
    load.wait_for(0.3)
    portal.redis.kill()
    load.wait_for(0.7)
    portal.redis.start()


def mail_server(manner: Manner) -> Stage:
    """Return how a mail server behaves badly for as long as people write."""

    def stage(portal: Portal, load: Load) -> None:
        portal.postbox.manner = manner
        load.wait_for(1)
        time.sleep(2)
        portal.postbox.manner = Manner.TAKES

    return stage


def mail_server_gone(portal: Portal, load: Load) -> None:
    portal.postbox.close()
    load.wait_for(1)
    portal.postbox.open()


def fill_the_disk(portal: Portal, load: Load) -> None:
    load.wait_for(0.3)
    filler = portal.disk / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(BLOCK)
    load.wait_for(0.7)
    filler.unlink()
    if not portal.url.startswith("sqlite"):
        portal.cluster.start_if_down()


def lock_the_database(portal: Portal, load: Load) -> None:
    load.wait_for(0.2)
    if portal.url.startswith("sqlite"):
        other = sqlite3.connect(portal.url.removeprefix("sqlite:///"), isolation_level=None, timeout=30)
        other.execute("BEGIN IMMEDIATE")
        time.sleep(LOCKED_SECONDS)
        other.execute("ROLLBACK")
        other.close()
        return
    with psycopg.connect(portal.url) as connection:
        connection.execute("LOCK TABLE sealed_outboxitem IN ACCESS EXCLUSIVE MODE")
        time.sleep(LOCKED_SECONDS)


def set_the_clock(seconds: float) -> Stage:
    """Return how the clock goes wrong while people write, and stays so until all has arrived."""

    def stage(portal: Portal, load: Load) -> None:
        load.wait_for(0.4)
        portal.set_clock(seconds)

    return stage


def until_the_key_ends(portal: Portal, load: Load) -> None:
    """Raises RuntimeError unless the key ended while people wrote."""
    first = load.people[0]
    if len(first.keys_of_the_moment()) != KEYS + 1:
        raise RuntimeError("The key ended before anybody wrote.")
    load.wait_for(0.95)
    if len(first.keys_of_the_moment()) != KEYS:
        raise RuntimeError("The key did not end while people wrote.")


def shortly_before(moment: datetime) -> Callable[[Portal], None]:
    """Return how the clock is set to some minutes before a moment, and the forms are opened then."""

    def before(portal: Portal) -> None:
        portal.set_clock((moment - datetime.now(UTC)).total_seconds() - 300)
        time.sleep(1)

    return before


def across(moment: datetime) -> Stage:
    """Return how the clock reaches a moment in the middle of the load."""

    def stage(portal: Portal, load: Load) -> None:
        portal.set_clock((moment - datetime.now(UTC)).total_seconds() - load.seconds / 2)

    return stage


CHANGE_IN_AUTUMN = datetime(2026, 10, 25, 1, tzinfo=UTC)
CHANGE_IN_SPRING = datetime(2027, 3, 28, 1, tzinfo=UTC)

ENDING = """
from datetime import UTC, datetime, timedelta
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.utils import timezone
from contatti.sealed.certificates.generate import make_operator_key
from contatti.sealed.models import Mailbox, OperatorCertificate
ends = datetime.now(UTC) + timedelta(seconds={seconds})
answer = []
for mailbox in Mailbox.objects.exclude(address=""):
    key, certificate = make_operator_key("Ultima", bits=2048, days=30, now=ends - timedelta(days=30))
    row = OperatorCertificate(mailbox=mailbox, holder="ultima")
    row.set_certificate(certificate)
    row.count_as_proved(timezone.now())
    row.save()
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    answer.append([mailbox.deskmailbox.desk_id, [[pem, certificate.public_bytes(Encoding.PEM).decode()]]])
"""
KEYS = 2
"""That each desk has before."""
ENDS_AFTER, LEFT = 60, 14
"""Seconds from the making of the keys, and from the opening of the forms, that they are good for."""


def add_keys_that_end(portal: Portal) -> None:
    """Give each desk one more key, that ends while people write."""
    deployment = Deployment(portal.url, portal.postbox.port, portal.folder)
    for number, operators in deployment.python(ENDING.format(seconds=ENDS_AFTER)):
        portal.model.add(number, operators)
    last = portal.model.readers[-1].certificate.not_valid_after_utc
    time.sleep(max(0, (last - datetime.now(UTC)).total_seconds() - LEFT))
