"""A keeper may close and take away alone; she does not become the only one who can say yes by it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from contatti.key_keepers import KEY_GROUP
from contatti.sealed.approval import may_approve, ripen
from contatti.sealed.models import Mailbox, OperatorCertificate, PendingChange
from contatti.sealed.proof.sending import send_test
from servizi.models import DeskPage
from servizi.statistics_permissions import operators_of

from .desks import DeskMaker
from .proofs import digits_in, letter, new_key, type_digits


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def desk(desks: DeskMaker) -> DeskPage:
    return desks.open("Primo")


@pytest.fixture
def operator(desk: DeskPage) -> User:
    """Return an operator who answered the proof of her key, the only one of the desk."""
    user = User.objects.create_user("operatrice", "operatrice@example.org")
    user.groups.add(operators_of(desk))
    OperatorCertificate.objects.filter(mailbox=desk.mailbox.pk).delete()
    key = new_key(desk, 3, owner=user)
    send_test(key, timezone.now())
    assert "Giusto" in type_digits(signed_in(user), key, digits_in(letter(3)))
    return user


@pytest.fixture
def keeper(desk: DeskPage) -> Client:
    """Return the browser of the only keeper, or of whoever sits at it."""
    user = User.objects.create_user("custode", "custode@example.org")
    user.groups.add(Group.objects.get(name=KEY_GROUP))
    return signed_in(user)


def test_who_takes_all_keys_out_of_use_has_not_made_herself_the_only_one(
    desk: DeskPage, operator: User, keeper: Client
) -> None:
    key = OperatorCertificate.objects.get(owner=operator)
    edit = reverse("chiavi:edit", args=[key.pk])
    keeper.post(edit, {"holder": "x", "role": "recovery", "owner": operator.pk, "active": "on"})
    keeper.post(reverse("sealed_withdraw", args=[key.pk]))
    key.refresh_from_db()
    assert (key.active, key.proved_at) == (False, None)

    keeper.post(
        reverse("caselle:edit", args=[desk.mailbox.pk]), {"address": "ladra@example.org", "hourly_limit": "9"}
    )
    PendingChange.objects.update(told=True)
    ripen(timezone.now() + timedelta(days=20))

    assert Mailbox.objects.get(pk=desk.mailbox.pk).address != "ladra@example.org"
    assert may_approve(PendingChange.objects.get(), operator)


def test_the_key_of_who_still_reads_there_stays_hers(desk: DeskPage, operator: User, keeper: Client) -> None:
    key = OperatorCertificate.objects.get(owner=operator)
    edit = reverse("chiavi:edit", args=[key.pk])
    told = keeper.post(edit, {"holder": key.holder, "role": key.role, "owner": "", "active": "on"})
    key.refresh_from_db()
    assert "la chiave resta sua" in told.content.decode()
    assert key.owner == operator

    operator.groups.clear()
    keeper.post(edit, {"holder": key.holder, "role": key.role, "owner": "", "active": "on"})
    key.refresh_from_db()
    assert key.owner is None
