"""Before keys, mailboxes, roles and factors change, their person proves anew who she is."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone

from contatti.sealed.models import OperatorCertificate, PendingChange
from logins.fresh import READING
from tests.logins.people import PASSWORD, PROOF, Person, account
from tests.logins.test_signing_in import addresses

SPACES = ("wagtailusers_users:", "wagtailusers_groups:", "chiavi:", "caselle:", "caselle_enti:", "logins:")
SINGLE = ("sealed_approve", "sealed_stop", "sealed_withdraw", "contatti_send_certificate")


def sensitive() -> Iterator[str]:
    """Yield an address of each view of users, groups, keys, mailboxes, changes and accesses."""
    for resolver in get_resolver().url_patterns:
        if isinstance(resolver, URLResolver) and str(resolver.pattern) == "admin/":
            for name, pattern in addresses(resolver):
                if name.startswith(SPACES) or name in SINGLE:
                    yield reverse(name, kwargs=dict.fromkeys(pattern.pattern.regex.groupindex, 1))
    for action in ("delete", "assign_role", "set_active_state"):
        yield reverse("wagtail_bulk_action", args=["auth", "user", action])


def test_no_post_to_people_keys_and_mailboxes_works_without_a_fresh_proof(anna: Person) -> None:
    now = timezone.now()
    with time_machine.travel(now):
        client = anna.signed_in()
    every = sorted(set(sensitive()))
    assert len(every) > 40
    with time_machine.travel(now + timedelta(minutes=11)):
        answers = {address: client.post(address, {"a": "b"}) for address in every}
        assert {address for address, answer in answers.items() if answer.status_code != 403} == set()
        assert all("conferma che sei tu" in answer.content.decode() for answer in answers.values())

        anna.prove(client)
        after = {client.post(address, {"a": "b"}).status_code for address in every[:3]}
    assert 403 not in after, "the test would see one that works"


def test_a_form_that_was_posted_too_late_comes_back_with_what_was_written(anna: Person) -> None:
    now = timezone.now()
    form = {
        "username": "nuova",
        "email": "n@example.org",
        "first_name": "Nuova",
        "last_name": "D’Esempio <b>",
    }
    with time_machine.travel(now):
        client = anna.signed_in()
        assert client.get("/admin/users/new/").status_code == 200
    with time_machine.travel(now + timedelta(minutes=11)):
        led = client.get("/admin/users/new/")
        assert led.headers["Location"].startswith(f"{PROOF}?next=")
        late = client.post("/admin/users/new/", form)
        assert "D’Esempio &lt;b&gt;" in late.content.decode()
        assert "D’Esempio" not in str(dict(client.session)), "it waits in her browser, not here"

        proved = anna.prove(client)
        assert proved.status_code == 302
        client.post("/admin/users/new/", dict(late.context["kept"]))
    assert User.objects.filter(username="nuova", last_name="D’Esempio <b>").exists()


def test_a_script_that_posts_too_late_is_told_in_words(anna: Person) -> None:
    now = timezone.now()
    with time_machine.travel(now):
        client = anna.signed_in()
    with time_machine.travel(now + timedelta(minutes=11)):
        answer = client.post(reverse("contatti_send_certificate"), headers={"Sec-Fetch-Mode": "cors"})

    assert answer.status_code == 403
    assert PROOF in answer.json()["words"]


def test_a_look_needs_no_proof(anna: Person) -> None:
    now = timezone.now()
    with time_machine.travel(now):
        client = anna.signed_in()
    with time_machine.travel(now + timedelta(minutes=11)):
        for name in ("wagtailusers_users:index", "chiavi:index", "caselle:index", "logins:index"):
            assert client.get(reverse(name)).status_code == 200
    assert "edit" not in READING


def test_the_password_is_no_proof_for_who_has_a_second_factor(anna: Person) -> None:
    now = timezone.now()
    with time_machine.travel(now):
        client = anna.signed_in()
    with time_machine.travel(now + timedelta(minutes=11)):
        client.post("/admin/conferma/", {"password": PASSWORD})
        assert client.post("/admin/accesso/app/togli/").status_code == 403
        assert Authenticator.objects.filter(user=anna.user, type="totp").exists()

        anna.prove(client)
        client.post("/admin/accesso/app/togli/")
        assert not Authenticator.objects.filter(user=anna.user).exists()
        assert client.get("/admin/").headers["Location"] == "/admin/accesso/"


@pytest.mark.django_db
def test_a_password_and_the_mail_of_a_keeper_change_no_key_no_mailbox_and_no_factor(
    anna: Person, bea: Person
) -> None:
    """The thief has the password of each of them in turn, and reads what is sent to the keeper."""
    keeper = account("keeper", "Chiavi", is_active=True)
    from tests.logins.people import person

    victim = person("custode", "Chiavi")
    before = list(Authenticator.objects.order_by("pk").values("pk", "data"))
    for name in ("anna", "bea", "custode"):
        thief = Client()
        thief.post("/admin/login/", {"login": name, "password": PASSWORD})
        for address in {*sensitive(), "/admin/accesso/app/", "/admin/accesso/app/togli/", "/admin/accesso/riserva/nuovi/",
                        "/admin/password_reset/", "/admin/accesso/password/", "/admin/account/"}:  # fmt: skip
            answer = thief.post(address, {"email": "custode@example.org", "do": "lost", "password": PASSWORD})
            assert answer.status_code in (302, 404), address
            assert answer.status_code == 404 or answer.headers["Location"].startswith("/admin/login/"), (
                address
            )
    from django.core import mail

    assert mail.outbox == [], "nothing useful comes by mail"
    assert list(Authenticator.objects.order_by("pk").values("pk", "data")) == before
    assert not OperatorCertificate.objects.exists()
    assert not PendingChange.objects.exists()
    assert victim.user.check_password(PASSWORD)
    assert keeper.is_active
