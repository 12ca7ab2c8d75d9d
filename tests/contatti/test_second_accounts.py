"""Somebody with two accounts is one person: the second one agrees to nothing that the first one asked for."""

from datetime import timedelta

import pytest
import time_machine
from cryptography.hazmat.primitives.serialization import Encoding
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from contatti.key_keepers import KEY_GROUP
from contatti.sealed.approval import may_approve, ripen, why_not
from contatti.sealed.models import Mailbox, OperatorCertificate, PendingChange
from servizi.models import DeskPage
from servizi.statistics_permissions import operators_of

from .desks import DeskMaker, operator_key


@pytest.fixture
def desk(desks: DeskMaker) -> DeskPage:
    return desks.open("Primo")


@pytest.fixture
def admin(db: None) -> Client:
    """Return the browser of an administrator who means no good."""
    return signed_in(User.objects.create_superuser("anna", "anna@example.org"))


@pytest.fixture
def keeper(db: None) -> User:
    """Return a keeper of long ago, whom no administrator made."""
    user = User.objects.create_user("chiara", "chiara@example.org")
    user.groups.add(Group.objects.get(name=KEY_GROUP))
    return user


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def made(admin: Client, name: str, group: Group | None = None) -> User:
    """Return an account that an administrator makes, as the pages of the administration do."""
    groups = [(group or Group.objects.get(name=KEY_GROUP)).pk]
    form = {"username": name, "email": f"{name}@example.org", "first_name": "A", "last_name": "B"}
    admin.post(reverse("wagtailusers_users:add"), {**form, "groups": groups})
    return User.objects.get(username=name)


def ask(client: Client, desk: DeskPage) -> PendingChange:
    edit = reverse("caselle:edit", args=[desk.mailbox.pk])
    client.post(edit, {"address": "ladra@example.org", "hourly_limit": "60"})
    return PendingChange.objects.get()


def agree(user: User, change: PendingChange) -> str:
    page = signed_in(user).post(
        reverse("sealed_approve", args=[change.pk]), {"seen": change.asked_at.isoformat()}, follow=True
    )
    return page.content.decode()


def test_a_second_account_of_ones_own_does_not_agree(admin: Client, desk: DeskPage, keeper: User) -> None:
    puppet = made(admin, "seconda")
    change = ask(admin, desk)
    address = desk.mailbox.address

    assert "una terza persona" in agree(puppet, change)
    assert Mailbox.objects.get(pk=desk.mailbox.pk).address == address

    assert "vale da adesso" in agree(keeper, change)


def test_nor_does_the_first_account_agree_to_what_the_second_one_asked(
    admin: Client, desk: DeskPage, keeper: User
) -> None:
    change = ask(signed_in(made(admin, "seconda")), desk)

    assert not may_approve(change, User.objects.get(username="anna"))
    assert may_approve(change, keeper)


def test_nor_two_accounts_that_a_third_one_made(admin: Client, desk: DeskPage, keeper: User) -> None:
    first, second = made(admin, "seconda"), made(admin, "terza")
    puppet_of_puppet = made(admin, "quarta")
    change = ask(signed_in(first), desk)

    assert not may_approve(change, second)
    assert not may_approve(change, puppet_of_puppet)
    assert may_approve(change, keeper)


def test_nor_an_old_account_that_was_made_a_keeper_or_got_another_address(
    admin: Client, desk: DeskPage, keeper: User
) -> None:
    old = User.objects.create_user("elsa", "elsa@example.org", first_name="E", last_name="E")
    old.groups.add(Group.objects.get(name="Chi scrive"))
    change = ask(admin, desk)
    form = {"username": "elsa", "first_name": "E", "last_name": "E", "is_active": "on"}
    groups = [Group.objects.get(name=KEY_GROUP).pk]
    admin.post(
        reverse("wagtailusers_users:edit", args=[old.pk]), {**form, "email": old.email, "groups": groups}
    )

    old = User.objects.get(pk=old.pk)
    assert old.groups.filter(name=KEY_GROUP).exists()
    assert not may_approve(change, old)


def test_after_a_month_a_colleague_is_a_second_person(admin: Client, desk: DeskPage, keeper: User) -> None:
    colleague = made(admin, "collega")
    change = ask(admin, desk)
    assert not may_approve(change, colleague)

    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert may_approve(change, colleague)


def test_a_request_of_an_account_that_was_deleted_waits_for_nobodys_yes(
    admin: Client, desk: DeskPage, keeper: User
) -> None:
    puppet = made(admin, "seconda")
    ask(signed_in(puppet), desk)
    puppet.delete()
    change = PendingChange.objects.get()

    assert "non c’è più" in why_not(change, keeper)
    assert not may_approve(change, User.objects.get(username="anna"))
    PendingChange.objects.update(told=True)
    ripen(timezone.now() + timedelta(days=90))
    assert PendingChange.objects.exists()


def test_the_first_key_of_a_new_desk_needs_no_month(admin: Client, desk: DeskPage) -> None:
    OperatorCertificate.objects.filter(mailbox=desk.mailbox.pk).delete()
    operator = made(admin, "operatrice", operators_of(desk))
    key = SimpleUploadedFile("x.crt", operator_key(7)[1].public_bytes(Encoding.PEM))
    form = {"mailbox": desk.mailbox.pk, "holder": "prima", "role": "operator", "upload": key}
    admin.post(reverse("chiavi:add"), form)
    change = PendingChange.objects.get()
    PendingChange.objects.update(asked_by=operator)
    change.refresh_from_db()

    assert may_approve(change, User.objects.get(username="anna"))


def test_no_key_is_deleted_so_that_its_desk_would_count_as_new(admin: Client, desk: DeskPage) -> None:
    key = OperatorCertificate.objects.filter(mailbox=desk.mailbox.pk).earliest("pk")
    address = reverse("chiavi:delete", args=[key.pk])
    assert admin.get(reverse("chiavi:edit", args=[key.pk])).status_code == 200

    for answer in (admin.get(address), admin.post(address)):
        assert answer.headers["Location"] == reverse("wagtailadmin_home")
    assert OperatorCertificate.objects.filter(pk=key.pk).exists()
