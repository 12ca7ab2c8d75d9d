"""What happens to a request when the database cannot keep it: nothing is kept, and that is said."""

import fcntl
import sqlite3
from pathlib import Path

import pytest

from tests.deployment import Deployment

PREPARE = """
from tests.contatti.desks import DeskMaker
from amaranta.demo.home import build_home
desk = DeskMaker(build_home()).open("Primo")
answer = desk.pk
"""
ACCEPT = """
import resource
from django.db import connection
from contatti.sealed.models import OutboxItem
from contatti.sealed.storing import NotStored, storing
from servizi.models import DeskPage
{trouble}
desk = DeskPage.objects.get()
try:
    with storing():
        OutboxItem.objects.accept(desk.mailbox, b"0" * 100_000, b"k" * 32)
    answer = "stored"
except NotStored as refused:
    answer = f"not stored: {{refused}}"
"""
IMPATIENT = 'connection.settings_dict["OPTIONS"]["timeout"] = 0.2'
SHORT_TURNS = "from contatti.sealed import turns; turns.PATIENCE = 0.3"
FULL = """
with connection.cursor() as cursor:
    pages = cursor.execute("PRAGMA page_count").fetchone()[0]
    cursor.execute(f"PRAGMA max_page_count = {pages}")
"""
NO_ROOM_FOR_THE_JOURNAL = """
connection.ensure_connection()
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, resource.RLIM_INFINITY))
"""
COUNT = "from contatti.sealed.models import OutboxItem; answer = OutboxItem.objects.count()"


@pytest.mark.parametrize("trouble", [FULL, NO_ROOM_FOR_THE_JOURNAL])
def test_a_full_disk_keeps_nothing_and_says_so(portal: Deployment, trouble: str) -> None:
    portal.python(PREPARE)

    assert portal.python(ACCEPT.format(trouble=trouble)) == "not stored: OperationalError"
    assert portal.python(COUNT) == 0
    assert portal.python(ACCEPT.format(trouble="")) == "stored"


def test_a_locked_database_keeps_nothing_and_says_so(portal: Deployment, tmp_path: Path) -> None:
    portal.python(PREPARE)
    other = sqlite3.connect(tmp_path / "portal.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    assert portal.python(ACCEPT.format(trouble=IMPATIENT)) == "not stored: OperationalError"
    other.execute("ROLLBACK")
    other.close()
    assert portal.python(COUNT) == 0


def test_a_process_that_keeps_its_turn_keeps_no_request_from_being_stored(
    portal: Deployment, tmp_path: Path
) -> None:
    portal.python(PREPARE)
    assert portal.python(ACCEPT.format(trouble="")) == "stored"
    with (tmp_path / "portal.sqlite3-turn").open("r+") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)

        assert portal.python(ACCEPT.format(trouble=SHORT_TURNS)) == "stored"
