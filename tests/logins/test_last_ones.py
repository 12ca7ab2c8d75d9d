"""Somebody always administers and keeps the keys, and nobody throws herself out."""

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.logins.people import Person, person


def edit(client: Client, user: User, **changes: object) -> str:
    form = {"username": user.username, "email": user.email, "first_name": "Nome", "last_name": "Cognome",
            "is_active": "on", "groups": list(user.groups.values_list("pk", flat=True)), **changes}  # fmt: skip
    form = {name: value for name, value in form.items() if value is not None}
    return client.post(f"/admin/users/edit/{user.pk}/", form, follow=True).content.decode()


@pytest.fixture
def manager(db: None) -> Person:
    """Return somebody who administers accounts and nothing else, with the only superuser beside her."""
    from django.contrib.auth.models import Permission

    who = person("marta", "Chi scrive")
    codes = ("add_user", "change_user", "delete_user", "change_group", "view_user")
    who.user.user_permissions.add(*Permission.objects.filter(codename__in=codes))
    return who


def test_the_last_keeper_stays(manager: Person) -> None:
    keeper = person("chiara", "Chiavi").user
    client = manager.signed_in()

    assert "resterebbe il sito senza custodi" in edit(client, keeper, groups=[])
    assert "resterebbe il sito senza custodi" in edit(client, keeper, is_active=None)
    client.post(reverse("wagtailusers_users:delete", args=[keeper.pk]))
    address = reverse("wagtail_bulk_action", args=["auth", "user", "delete"])
    client.post(f"{address}?id={keeper.pk}&next=/admin/users/", {"next": "/admin/users/"})
    keeper.refresh_from_db()
    assert keeper.is_active
    assert keeper.groups.filter(name="Chiavi").exists()

    person("clara", "Chiavi")
    edit(client, keeper, groups=[])
    assert not keeper.groups.exists(), "with another one she may go"


def test_the_role_of_the_last_keeper_keeps_its_rights(manager: Person) -> None:
    person("chiara", "Chiavi")
    group = Group.objects.get(name="Chiavi")
    client = manager.signed_in()
    form = {"name": "Chiavi", "page_permissions-TOTAL_FORMS": 0, "page_permissions-INITIAL_FORMS": 0}
    for prefix in ("collection", "document_permissions", "image_permissions", "collection_permissions"):
        form |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}

    told = client.post(reverse("wagtailusers_groups:edit", args=[group.pk]), form, follow=True)

    assert "resterebbe il sito senza custodi" in told.content.decode()
    assert group.permissions.filter(codename="change_operatorcertificate").exists()


def test_nobody_takes_away_her_own_rights_or_herself(anna: Person, manager: Person) -> None:
    client = anna.signed_in()
    address = reverse("wagtail_bulk_action", args=["auth", "user", "set_active_state"])
    client.post(f"{address}?id={anna.user.pk}", {"mark_as_active": "False", "next": "/admin/users/"})
    client.post(reverse("wagtailusers_users:delete", args=[anna.user.pk]))
    anna.user.refresh_from_db()
    assert anna.user.is_active
    assert anna.user.is_superuser


def test_all_keepers_hear_of_a_new_one(anna: Person, django_capture_on_commit_callbacks: object) -> None:
    person("chiara", "Chiavi")
    new = person("nora", "Chi scrive").user
    client = anna.signed_in()
    edit(client, new, groups=[Group.objects.get(name="Chiavi").pk])

    told = [message for message in mail.outbox if "custode delle chiavi" in message.subject]
    assert {address for message in told for address in message.to} >= {
        "chiara@example.org",
        "nora@example.org",
    }
    assert "nora" in told[0].body


def test_the_address_of_before_hears_of_the_new_one(anna: Person) -> None:
    nora = person("nora", "Chi scrive").user
    client = anna.signed_in()
    edit(client, nora, email="ladra@example.org")

    assert ["nora@example.org"] in [message.to for message in mail.outbox]
