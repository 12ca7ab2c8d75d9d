"""A database that goes away at the worst moment: in the middle of a commit, and when a message has just left."""

from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.contatti.smtp import Mailbox, free_port, serving
from tests.contatti.test_worker_processes import STATES, STORE
from tests.deployment import Deployment

PREPARE = """
from amaranta.demo.home import build_home
from contatti.models import DeskMailbox
from tests.contatti.site import build_contact_site
answer = build_contact_site(build_home()).desks[0].pk
"""
SEND = """
from django.db import connection
from django.test import Client
from contatti.contact_form import ticket
from contatti.models import ContactPage
from contatti.sealed.models import OutboxItem
from django.utils import timezone
from datetime import timedelta
import time_machine
{trouble}
with time_machine.travel(timezone.now() - timedelta(minutes=1), tick=False):
    token = ticket.issue(ContactPage.objects.get().pk)
client = Client(headers={{"host": "localhost", "sec-fetch-site": "same-origin"}})
fields = "t=" + token + "&b={desk}&c=1&w=&d=parole+di+prova&v=1"
def send():
    sent = client.post("/invia/", fields, content_type="application/x-www-form-urlencoded")
    return client.get(sent.headers["Location"].partition("#")[0]).content.decode()
first = send()
{mended}
answer = [first, send(), OutboxItem.objects.count()]
"""
END_AT_COMMIT = """
with connection.cursor() as cursor:
    cursor.execute(
        "CREATE FUNCTION gone() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$"
    )
    cursor.execute(
        "CREATE CONSTRAINT TRIGGER gone AFTER INSERT ON sealed_outboxitem DEFERRABLE INITIALLY DEFERRED "
        "FOR EACH ROW EXECUTE FUNCTION gone()"
    )
"""
MENDED = """
with connection.cursor() as cursor:
    cursor.execute("DROP TRIGGER gone ON sealed_outboxitem")
"""


@pytest.fixture
def on_postgres(new_postgres: Callable[[Path], str], tmp_path: Path) -> Iterator[Deployment]:
    deployment = Deployment(new_postgres(tmp_path), free_port(), tmp_path)
    yield deployment
    deployment.stop()


@pytest.mark.postgres
def test_a_commit_without_an_answer_is_told_as_what_nobody_knows_and_the_same_again_is_one(
    on_postgres: Deployment,
) -> None:
    desk = on_postgres.python(PREPARE)
    code = SEND.format(desk=desk, trouble=END_AT_COMMIT, mended=MENDED)
    first, second, stored = on_postgres.python(code)

    assert "Non sappiamo se il messaggio è arrivato" in first
    assert "NON è stato ricevuto" not in first
    assert "parole di prova" in first
    assert "Ricevuto" in second
    assert stored == 1


class Restarting(Mailbox):
    """Ends all connections to a database while it has the first message in its hands."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if not self.messages:
            with psycopg.connect(self.url) as database:
                database.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
        return await super().handle_DATA(server, session, envelope)


@pytest.mark.postgres
def test_a_database_that_restarts_while_a_message_leaves_makes_no_second_copy(
    on_postgres: Deployment,
) -> None:
    on_postgres.python(STORE.format(number=2))
    mailbox = Restarting(on_postgres.environment["DATABASE_URL"])
    with serving(mailbox, on_postgres.port):
        on_postgres.manage("worker", "--once")

    assert len(mailbox.messages) == 2
    assert on_postgres.python(STATES) == ["sent"]
