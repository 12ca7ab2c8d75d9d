"""Whether a mail came from the portal: asked by its Message-ID, answered for one's own desks only."""

import uuid

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core import mail
from django.test import Client
from django.urls import reverse

from contatti.sealed.models import OutboxItem
from contatti.sealed.tasks.deliver import MailSender
from servizi.models import DeskOperators, DeskPage
from tests.contatti.desks import DeskMaker

ADDRESS = "/admin/richieste/origine/"


@pytest.fixture
def sent(desks: DeskMaker) -> tuple[DeskPage, str]:
    """Return a desk and the Message-ID of a mail that went to it."""
    desk = desks.open("Primo")
    OutboxItem.objects.accept(desk.mailbox, b"0", uuid.uuid4().bytes * 2)
    MailSender().deliver_next()
    return desk, mail.outbox[0].message()["Message-ID"]


def logged_in(name: str, *groups: Group) -> Client:
    user = User.objects.create_user(name)
    user.groups.set(groups)
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(user)
    return client


def operators_of(desk: DeskPage) -> Group:
    group = Group.objects.create(name=f"Operatrici {desk.pk}")
    DeskOperators.objects.create(desk=desk, group=group)
    return group


def answer(client: Client, typed: str) -> str:
    return client.post(ADDRESS, {"message_id": typed}).content.decode()


def test_an_operator_learns_that_a_message_came_through_the_form_and_in_which_hour(
    sent: tuple[DeskPage, str],
) -> None:
    desk, message_id = sent
    client = logged_in("operatrice", operators_of(desk))
    assert reverse("contatti_origin") == ADDRESS
    assert ADDRESS in client.get(reverse("wagtailadmin_home")).content.decode()
    for typed in (
        message_id,
        message_id.strip("<>"),
        f"Message-ID: {message_id}",
        f" message-id:{message_id} ",
    ):
        page = answer(client, typed)
        assert "Sì: questo messaggio è partito dal portale, per lo sportello Primo" in page, typed


def test_a_message_of_another_desk_or_of_nobody_is_told_alike(
    sent: tuple[DeskPage, str], desks: DeskMaker
) -> None:
    client = logged_in("altra", operators_of(desks.closed("Secondo")))

    for typed in (sent[1], "<inventato@portale.example>"):
        assert "No: il portale non conosce questo messaggio" in answer(client, typed)
        assert "Primo" not in answer(client, typed)


def test_what_is_no_message_id_is_explained(sent: tuple[DeskPage, str]) -> None:
    client = logged_in("operatrice", operators_of(sent[0]))

    for typed in ("ABCD-2345", "", "a b@c", "<>", "x" * 400):
        page = answer(client, typed)
        assert "partito dal portale" not in page
        assert client.post(ADDRESS, {"message_id": typed}).status_code == 200
    assert "Non è un Message-ID" in answer(client, "ABCD-2345")


def test_a_keeper_of_keys_asks_for_every_desk_and_an_editor_for_none(sent: tuple[DeskPage, str]) -> None:
    keeper = logged_in("custode", Group.objects.get(name="Chiavi"))
    editor = logged_in("redazione", Group.objects.get(name="Chi scrive"))

    assert "Sì: questo messaggio" in answer(keeper, sent[1])
    assert editor.get(ADDRESS).status_code == 302
    assert ADDRESS not in editor.get(reverse("wagtailadmin_home")).content.decode()


def test_the_mail_says_outside_what_the_portal_vouches_for_and_that_the_text_is_anybodys(
    sent: tuple[DeskPage, str],
) -> None:
    message = mail.outbox[0].message()

    assert message["From"] == "Testo non verificato dal sito <noreply@portale.example>"
    assert "garantisce solo" in str(message["Comments"]) or "=?utf-8?" in str(message["Comments"])
    assert message.get_content_type() == "application/pkcs7-mime"
