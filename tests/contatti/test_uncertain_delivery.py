"""Servers that answer late or never after the final dot, and servers that hold a worker up."""

import threading
import time
import uuid
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from contatti.sealed.alerts import AlertCode, lines_of
from contatti.sealed.management.commands.worker import Worker
from contatti.sealed.models import OutboxItem, OutboxState
from contatti.sealed.models.outbox import LEASE, SECOND_COPY_AFTER
from contatti.sealed.tasks.deliver import MailSender
from servizi.models import DeskPage
from tests.contatti.desks import DeskMaker
from tests.contatti.smtp import OddServer, free_port

MINUTE = timedelta(minutes=1)
STEP = 5 * MINUTE


@pytest.fixture
def port(settings: Settings) -> int:
    settings.EMAIL_BACKEND = "contatti.sealed.mail.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = free_port()
    settings.EMAIL_TIMEOUT = 1
    return settings.EMAIL_PORT


@pytest.fixture
def desk(desks: DeskMaker) -> DeskPage:
    return desks.open("Primo")


def store(desk: DeskPage) -> OutboxItem:
    return OutboxItem.objects.accept(desk.mailbox, b"\x30\x03abc", uuid.uuid4().bytes * 2)[0]


def deliver_for(hours: float) -> None:
    """Run a worker's deliveries as they would come over so many hours, with the pauses taken as over."""
    end = timezone.now() + timedelta(hours=hours)
    moment = timezone.now()
    while moment < end:
        with time_machine.travel(moment, tick=True):
            MailSender().deliver_next()
            OutboxItem.objects.given_up(timezone.now()).settle(OutboxState.UNCERTAIN)
        moment += STEP


def test_a_server_that_thinks_after_the_final_dot_longer_than_other_steps_may_take_gets_one_copy(
    desk: DeskPage, port: int
) -> None:
    item, server = store(desk), OddServer(after_dot=3)
    with server.serving(port):
        deliver_for(hours=0.5)

    item.refresh_from_db()
    assert (item.state, server.copies_to("primo@example.org")) == (OutboxState.SENT, 1)


@pytest.mark.parametrize("server", [OddServer(drop_after_dot=True), OddServer(after_dot=5)])
def test_a_server_that_never_confirms_gets_two_copies_and_staff_are_asked(
    desk: DeskPage, port: int, settings: Settings, server: OddServer
) -> None:
    settings.SEALED_SMTP_LIMITS = {"dot": 0.2}
    item = store(desk)
    with server.serving(port):
        deliver_for(hours=SECOND_COPY_AFTER / timedelta(hours=1) - 0.05)
        assert server.copies_to("primo@example.org") == 1
        deliver_for(hours=24)

    assert server.copies_to("primo@example.org") == 2
    item.refresh_from_db()
    assert item.state == OutboxState.UNCERTAIN
    (line,) = lines_of(AlertCode.UNCERTAIN, timezone.now())
    assert line.startswith("Primo: 1 richiesta")


def test_what_may_have_arrived_is_sent_once_more_when_staff_say_so_or_is_believed_to_be_there(
    admin_client: Client, desk: DeskPage, port: int, settings: Settings
) -> None:
    settings.SEALED_SMTP_LIMITS = {"dot": 0.2}
    item, server = store(desk), OddServer(drop_after_dot=True)
    with server.serving(port):
        deliver_for(hours=2)
        first_id = OutboxItem.objects.get().message_id
        page = admin_client.get("/admin/").content.decode()
        assert "Richieste forse arrivate" in page
        assert admin_client.post("/admin/richieste/spedisci/").status_code == 302
        deliver_for(hours=2)
        assert server.copies_to("primo@example.org") == 2  # the button about what failed leaves them alone
        assert admin_client.post("/admin/richieste/spedisci/forse/").status_code == 302
        deliver_for(hours=24)
    assert server.copies_to("primo@example.org") == 3
    item.refresh_from_db()
    assert item.state == OutboxState.UNCERTAIN
    assert item.message_id != first_id

    admin_client.post("/admin/richieste/arrivate/")
    item.refresh_from_db()
    assert (item.state, lines_of(AlertCode.UNCERTAIN, timezone.now())) == (OutboxState.DELIVERED, [])


def test_a_worker_that_dies_after_the_final_dot_again_and_again_makes_two_copies(
    desk: DeskPage, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    item, server = store(desk), OddServer(drop_after_dot=True)
    monkeypatch.setattr(
        "contatti.sealed.tasks.deliver._mark_failed", lambda item, outcome: None
    )  # as if killed
    with server.serving(port):
        deliver_for(hours=6)

    assert server.copies_to("primo@example.org") == 2
    item.refresh_from_db()
    assert item.state == OutboxState.UNCERTAIN


def test_what_another_worker_took_over_is_held_back_before_the_final_dot(
    desk: DeskPage, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    item, server = store(desk), OddServer()
    carrier = MailSender()
    taken = carrier.take()
    assert taken is not None
    OutboxItem.objects.update(lease_token=uuid.uuid4())
    with server.serving(port):
        carrier.deliver(taken)

    assert "DATA" in [command.upper() for command in server.commands]
    assert server.recipients == []
    item.refresh_from_db()
    assert (item.state, item.copies) == (OutboxState.WAITING, 0)


def test_a_greeting_that_drips_is_left_when_its_time_is_over(desk: DeskPage, port: int) -> None:
    item, server = store(desk), OddServer(drip=0.3)
    began = time.monotonic()
    with server.serving(port):
        MailSender().deliver_next()

    assert time.monotonic() - began < 10
    item.refresh_from_db()
    assert (item.state, item.copies) == (OutboxState.WAITING, 0)


@pytest.fixture
def working(django_db_serialized_rollback: None, transactional_db: None, port: int) -> Worker:
    return Worker()


def run_until(worker: Worker, is_enough: object, seconds: float = 20) -> bool:
    """Run a worker in a thread until something is so; False if it never was."""
    assert callable(is_enough)
    thread = threading.Thread(target=worker.run)
    thread.start()
    end = time.monotonic() + seconds
    while not (enough := is_enough()) and time.monotonic() < end:
        time.sleep(0.05)
    worker._stopped.set()
    thread.join(30)
    return bool(enough)


def test_a_mailbox_behind_a_slow_filter_delays_no_other_desk_and_holds_one_place(working: Worker) -> None:
    from amaranta.demo.home import build_home

    desks = DeskMaker(build_home())
    slow, others = desks.open("Lento"), [desks.open("Primo"), desks.open("Secondo")]
    for desk in (slow, slow, slow, *others):
        store(desk)
    server = OddServer(after_dot=4, slow_for="lento")

    def others_have_theirs() -> bool:
        return all(server.copies_to(f"{name}@example.org") for name in ("primo", "secondo"))

    with server.serving(settings_port()):
        began = time.monotonic()
        assert run_until(working, others_have_theirs)
        assert server.copies_to("lento@example.org") == 1 or time.monotonic() - began > 4


def settings_port() -> int:
    from django.conf import settings

    port: int = settings.EMAIL_PORT
    return port


def test_a_row_accepted_before_the_clock_was_set_back_a_day_is_due_at_once(desk: DeskPage, port: int) -> None:
    now = timezone.now()
    day = timedelta(days=1)
    with time_machine.travel(now + day):
        fresh = store(desk)
        failed = store(desk)
    OutboxItem.objects.filter(pk=failed.pk).update(attempts=1, next_attempt_at=now + day)
    held = store(desk)
    OutboxItem.objects.filter(pk=held.pk).update(attempts=1, lease_until=now + day + LEASE)
    server = OddServer()
    with server.serving(port):
        while MailSender().deliver_next():
            pass

    assert server.copies_to("primo@example.org") == 3
    assert set(OutboxItem.objects.values_list("state", flat=True)) == {OutboxState.SENT}
    assert fresh.pk


def test_an_alarm_begun_before_the_clock_was_set_back_is_still_mailed(
    desk: DeskPage, settings: Settings
) -> None:
    from contatti.sealed.models import Alarm
    from contatti.sealed.tasks.monitoring import beat as give_sign
    from contatti.sealed.tasks.monitoring import is_alive, look

    settings.SEALED_ALARM_TO = ["coordinamento@example.org"]
    now = timezone.now()
    item = store(desk)
    OutboxItem.objects.filter(pk=item.pk).update(attempts=1, last_error="TimeoutError")
    Alarm.objects.create(kind="delay", since=now + timedelta(days=1))
    look(now)
    look(now + 16 * MINUTE)

    assert len(mail.outbox) == 1
    give_sign(now + timedelta(days=1))
    assert not is_alive(now)
