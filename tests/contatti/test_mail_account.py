"""A login that the mail server refuses: told to staff, and never tried until the account is locked."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.core.mail import EmailMessage, get_connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from contatti.sealed.alerts import AlertCode, lines_of
from contatti.sealed.models import MailAccount, OutboxItem, OutboxState
from contatti.sealed.tasks.deliver import MailSender
from contatti.sealed.tasks.monitoring import beat, look
from servizi.models import DeskPage
from tests.contatti.desks import DeskMaker
from tests.contatti.smtp import Mailbox, OddServer, free_port, serving

STEP = timedelta(minutes=2)


@pytest.fixture
def port(settings: Settings) -> int:
    settings.EMAIL_BACKEND = "contatti.sealed.mail.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = free_port()
    settings.EMAIL_TIMEOUT = 5
    settings.EMAIL_HOST_USER = "portale"
    settings.EMAIL_HOST_PASSWORD = "wrong"
    settings.SEALED_ALARM_TO = ["coordinamento@example.org"]
    return settings.EMAIL_PORT


@pytest.fixture
def desk(desks: DeskMaker) -> DeskPage:
    return desks.open("Primo")


def store(desk: DeskPage) -> OutboxItem:
    return OutboxItem.objects.accept(desk.mailbox, b"\x30\x03abc", uuid.uuid4().bytes * 2)[0]


def work_for(hours: float) -> None:
    """Deliver and look again and again, as a worker does."""
    moment, end = timezone.now(), timezone.now() + timedelta(hours=hours)
    while moment < end:
        with time_machine.travel(moment):
            MailSender().deliver_next()
            look(timezone.now())
        moment += STEP


def test_a_wrong_password_is_tried_a_few_times_in_two_hours_by_deliveries_and_alarms_together(
    desk: DeskPage, port: int
) -> None:
    for _ in range(3):
        store(desk)
    server = OddServer(password="right")
    with server.serving(port):
        work_for(hours=2)

    assert 1 <= server.logins <= 8
    assert OutboxItem.objects.waiting().count() == 3


def test_staff_read_on_the_dashboard_that_the_login_is_refused_and_the_monitor_sees_it(
    admin_client: Client, desk: DeskPage, port: int
) -> None:
    store(desk)
    with OddServer(password="right").serving(port):
        MailSender().deliver_next()

    page = admin_client.get("/admin/").content.decode()
    assert "Il server di posta rifiuta l’accesso del portale" in page
    assert "535 5.7.8: utente o password del portale rifiutati" in page
    beat(timezone.now())
    assert admin_client.get("/salute/consegna/").content == b"accesso"


def test_a_corrected_password_is_tried_at_once_and_ends_the_trouble(
    desk: DeskPage, port: int, settings: Settings
) -> None:
    item, server = store(desk), OddServer(password="right")
    with server.serving(port):
        MailSender().deliver_next()
        settings.EMAIL_HOST_PASSWORD = "right"
        OutboxItem.objects.send_again()
        MailSender().deliver_next()

    item.refresh_from_db()
    assert item.state == OutboxState.SENT
    assert lines_of(AlertCode.ACCOUNT, timezone.now()) == []


def test_an_account_that_was_locked_for_a_while_recovers_by_itself(desk: DeskPage, port: int) -> None:
    item, server = store(desk), OddServer(password="right")
    with server.serving(port):
        MailSender().deliver_next()
        server.password = "wrong"
        work_for(hours=0.5)

    item.refresh_from_db()
    assert item.state == OutboxState.SENT
    assert not MailAccount.objects.exists()


def test_every_mail_of_the_portal_says_who_made_it_and_that_a_machine_did(
    desk: DeskPage, port: int, settings: Settings
) -> None:
    settings.EMAIL_HOST_USER = ""
    OutboxItem.objects.filter(pk=store(desk).pk).update(state=OutboxState.BOUNCED)
    mailbox = Mailbox()
    with serving(mailbox, port):
        look(timezone.now())
        EmailMessage(
            "Pagina approvata", "Testo", None, ["redazione@example.org"], connection=get_connection()
        ).send()

    assert len(mailbox.messages) == 2
    for message in mailbox.messages:
        assert message["Message-ID"].endswith("@portale.example>")
        assert message["Auto-Submitted"] == "auto-generated"
        assert message["Date"]


def test_refusals_go_to_the_bounce_address_and_are_asked_to_return_headers_only(
    desk: DeskPage, port: int, settings: Settings
) -> None:
    settings.EMAIL_HOST_USER = ""
    settings.SEALED_BOUNCE_ADDRESS = "rimbalzi@portale.example"
    item, server = store(desk), OddServer(dsn=True)
    with server.serving(port):
        MailSender().deliver_next()

    (command,) = [line for line in server.commands if line.upper().startswith("MAIL")]
    assert command.startswith("mail FROM:<rimbalzi@portale.example>")
    assert "RET=HDRS" in command
    assert f"ENVID={item.pk}" in command
