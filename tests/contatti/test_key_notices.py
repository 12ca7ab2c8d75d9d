"""Whoever could read a desk's requests is told at once when its keys or its mailbox change."""

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import LazySettings
from django.contrib.auth.models import Group, User
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone

from contatti.key_keepers import KEY_GROUP
from contatti.models import DeskMailbox
from contatti.sealed.alerts import AlertCode, lines_of
from contatti.sealed.models import OperatorCertificate
from servizi.models import DeskPage
from servizi.statistics_permissions import operators_of

from .desks import DeskMaker, give_address, operator_key


def member(name: str, group: Group | None = None) -> User:
    user = User.objects.create_user(name, f"{name}@example.org")
    if group:
        user.groups.add(group)
    return user


@pytest.fixture
def desk(desks: DeskMaker) -> DeskPage:
    """Return a desk with one operator, beside another desk with its own, and a keeper of all keys."""
    first, other = desks.closed("Primo"), desks.closed("Altro")
    for title, page in (("operatrice", first), ("altra", other)):
        member(title, operators_of(page))
    member("custode", Group.objects.get(name=KEY_GROUP))
    member("redazione")
    return first


def told() -> tuple[set[str], str]:
    """Return who was written to, each in a mail of her own, and the words."""
    sent, mail.outbox[:] = list(mail.outbox), []
    assert all(len(message.recipients()) == 1 for message in sent)
    return {message.recipients()[0] for message in sent}, "".join({message.body for message in sent})


THEM = {"custode@example.org", "operatrice@example.org"}


class TestWhoIsTold:
    def test_a_new_a_paused_and_a_removed_key_is_told_to_keepers_and_to_the_operators_of_that_desk(
        self, desks: DeskMaker, desk: DeskPage
    ) -> None:
        with TestCase.captureOnCommitCallbacks(execute=True):
            key = desks.certify(desk, 1)
        people, words = told()
        assert people == THEM
        assert "È stata aggiunta la chiave «operatrice 1»" in words
        assert key.fingerprint in words
        assert "L’ha fatto il server." in words

        key = OperatorCertificate.objects.get(pk=key.pk)
        key.active = False
        with TestCase.captureOnCommitCallbacks(execute=True):
            key.save()
        people, words = told()
        assert (people, "Non è più in uso" in words) == (THEM, True)

        with TestCase.captureOnCommitCallbacks(execute=True):
            key.delete()
        people, words = told()
        assert (people, "È stata cancellata la chiave" in words) == (THEM, True)

    def test_a_mailbox_that_changes_is_told_with_the_old_one_and_a_pause_is_not(self, desk: DeskPage) -> None:
        with TestCase.captureOnCommitCallbacks(execute=True):
            row = give_address(desk, "prima@example.org")
        assert told()[0] == THEM
        row = DeskMailbox.objects.get(pk=row.pk)
        row.paused = True
        with TestCase.captureOnCommitCallbacks(execute=True):
            row.save()
        assert told() == (set(), "")
        row.address = "dopo@example.org"
        with TestCase.captureOnCommitCallbacks(execute=True):
            row.save()
        people, words = told()
        assert people == THEM
        assert "era prima@example.org, adesso è dopo@example.org" in words

    def test_whoever_did_it_in_the_administration_is_named(self, desk: DeskPage, client: Client) -> None:
        client.force_login(User.objects.get(username="custode"))
        form = {"address": "x@example.org", "hourly_limit": "60", "pause_message": ""}
        with TestCase.captureOnCommitCallbacks(execute=True):
            answer = client.post(reverse("caselle:edit", args=[desk.mailbox.pk]), form, follow=True)

        assert "L’ha fatto «custode» dall’amministrazione." in told()[1]
        assert "non ha ancora chiavi" in answer.content.decode()

    def test_a_server_of_mail_that_is_down_loses_no_change(
        self, desk: DeskPage, settings: LazySettings
    ) -> None:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
        with TestCase.captureOnCommitCallbacks(execute=True):
            give_address(desk, "x@example.org")
        assert DeskMailbox.objects.filter(desk=desk, address="x@example.org").exists()


class TestWhatIsStillMissing:
    def test_one_key_only_and_keys_without_a_mailbox_stand_on_the_first_screen(
        self, desks: DeskMaker, desk: DeskPage, client: Client
    ) -> None:
        client.force_login(User.objects.get(username="custode"))
        desks.certify(desk, 1)
        screen = client.get(reverse("wagtailadmin_home")).content.decode()
        assert "Chiavi senza casella" in screen
        assert lines_of(AlertCode.NO_MAILBOX, timezone.now()) == ["Primo"]

        give_address(desk, "x@example.org")
        screen = client.get(reverse("wagtailadmin_home")).content.decode()
        assert "Chiavi senza casella" not in screen
        assert "Caselle con una chiave sola" in screen

        desks.certify(desk, 2)
        assert lines_of(AlertCode.ALONE, timezone.now()) == []
        assert "Caselle con una chiave sola" not in client.get(reverse("wagtailadmin_home")).content.decode()

    def test_who_adds_the_first_key_is_told_what_the_desk_lacks(self, desk: DeskPage, client: Client) -> None:
        client.force_login(User.objects.get(username="custode"))
        data = operator_key(1)[1].public_bytes(Encoding.PEM)
        form = {
            "mailbox": desk.mailbox.pk,
            "holder": "operatrice 1",
            "role": "operator",
            "upload": SimpleUploadedFile("chiave.crt", data),
        }
        screen = client.post(reverse("chiavi:add"), form, follow=True).content.decode()

        assert "non ha ancora un indirizzo" in screen
        assert "È la sola chiave di questa casella" in screen
