"""Whoever reads no more is noticed, keys are renewed in time, and who agrees to a change has proved a key."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from cryptography.hazmat.primitives.serialization import Encoding
from django.contrib.auth.models import Group, User
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from contatti.availability import desk_availability
from contatti.key_keepers import KEY_GROUP
from contatti.models import DeskMailbox
from contatti.sealed.alerts import AlertCode, lines_of
from contatti.sealed.approval import may_approve, ripen, state_of
from contatti.sealed.models import (
    CertificateRole,
    OperatorCertificate,
    OutboxItem,
    OutboxState,
    PendingChange,
)
from contatti.sealed.proof.sending import send_due
from contatti.sealed.renewal_mails import tell_owners
from contatti.sealed.tasks.monitoring import look
from servizi.models import DeskPage

from .desks import DeskMaker, operator_key
from .proofs import digits_in, late, letter, new_key, type_digits
from .staff import operator, signed_in

SEND = "/admin/fai-la-tua-chiave/manda/"


@pytest.fixture
def desk(desks: DeskMaker) -> DeskPage:
    """Return a desk with two proved keys, Anna's and a colleague's without an account."""
    return desks.open("Primo")


@pytest.fixture
def anna(desk: DeskPage) -> Client:
    client = operator("anna", desk)
    key = desk.mailbox.certificates.earliest("pk")
    OperatorCertificate.objects.filter(pk=key.pk).update(owner=User.objects.get(username="anna"))
    User.objects.filter(username="anna").update(email="anna@example.org")
    return client


@pytest.fixture
def keeper(desk: DeskPage) -> Client:
    return signed_in("custode", Group.objects.get(name=KEY_GROUP))


def sealed_for(desk: DeskPage) -> int:
    return len(desk_availability(DeskPage.objects.get(pk=desk.pk), timezone.now()).certificates)


def send_certificate(client: Client, desk: DeskPage, number: int, **fields: object) -> str:
    """Send the certificate of a key that she just made in her browser."""
    pem = operator_key(number)[1].public_bytes(Encoding.PEM).decode()
    form = {"mailbox": desk.mailbox.pk, "holder": f"nuova {number}", "certificate": pem, **fields}
    words: str = client.post(SEND, form).json()["words"]
    return words


class TestADeskThatNobodyReads:
    def test_raises_an_alarm_after_three_weeks_that_tells_a_bounce_from_silence(
        self, desk: DeskPage, keeper: Client, settings: pytest.FixtureRequest
    ) -> None:
        settings.SEALED_ALARM_TO = ["coordinamento@example.org"]  # type: ignore[attr-defined]
        now = timezone.now()
        for key in desk.mailbox.certificates.all():
            late(key, days=20)
        look(now)
        assert lines_of(AlertCode.NO_PROOF, now) == []
        for key in desk.mailbox.certificates.all():
            late(key, days=22)
        OperatorCertificate.objects.update(test_due_at=None)
        send_due(now)
        first, second = OutboxItem.objects.order_by("reading_test__certificate")
        OutboxItem.objects.filter(pk=first.pk).update(state=OutboxState.BOUNCED)
        OutboxItem.objects.filter(pk=second.pk).update(state=OutboxState.SENT)
        look(now)

        (line,) = lines_of(AlertCode.NO_PROOF, now)
        assert "operatrice 1: la casella ha respinto il messaggio di prova" in line
        assert f"operatrice 2: il messaggio di prova del {timezone.localtime(now):%d/%m/%Y} è partito" in line
        assert [line in message.body for message in mail.outbox if "nessuna prova" in message.subject] == [
            True
        ]
        assert "Primo: 1 messaggio di prova" in lines_of(AlertCode.BOUNCED, now)[0]
        assert keeper.get("/salute/certificati/").content == b"prova"
        assert "Da tre settimane nessuna prova" in keeper.get(reverse("wagtailadmin_home")).content.decode()

        late(desk.mailbox.certificates.earliest("pk"), days=1)
        assert lines_of(AlertCode.NO_PROOF, now) == []

    def test_stays_open_unless_it_was_told_to_close_and_opens_again_at_the_first_proof(
        self, desk: DeskPage, anna: Client
    ) -> None:
        key = desk.mailbox.certificates.earliest("pk")
        for each in desk.mailbox.certificates.all():
            late(each, days=22)
        assert sealed_for(desk) == 2
        DeskMailbox.objects.update(closes_unproved=True)
        assert sealed_for(desk) == 0
        now = timezone.now()
        assert "il modulo si è chiuso" in lines_of(AlertCode.NO_PROOF, now)[0]
        assert lines_of(AlertCode.NO_KEY, now) == lines_of(AlertCode.UNPROVED, now) == []

        OperatorCertificate.objects.filter(pk=key.pk).update(test_due_at=None)
        send_due(now)
        type_digits(anna, key, digits_in(letter(1, days=1000)))
        assert sealed_for(desk) == 2

    def test_is_not_opened_by_the_safes_key(self, desk: DeskPage) -> None:
        OperatorCertificate.objects.update(role=CertificateRole.RECOVERY)
        assert sealed_for(desk) == 0


class TestWhoAgrees:
    def test_an_operator_may_stop_a_change_but_agrees_only_with_a_key_that_she_proved(
        self, desk: DeskPage, keeper: Client, anna: Client
    ) -> None:
        bea = operator("bea", desk)
        key = new_key(desk, 5, owner=User.objects.get(username="bea"))
        DeskMailbox.objects.update(paused=True)
        keeper.post(
            reverse("caselle:edit", args=[desk.mailbox.pk]),
            {"address": "primo@example.org", "hourly_limit": 60},
        )
        change = PendingChange.objects.get()
        way = reverse("sealed_approve", args=[change.pk])
        seen = {"seen": state_of(change)}
        assert "chiave provata" in bea.get(reverse("sealed_changes")).content.decode()
        assert "chiave provata" in bea.post(way, seen, follow=True).content.decode()
        assert PendingChange.objects.exists()

        send_due(timezone.now())
        type_digits(bea, key, digits_in(letter(5)))
        assert "vale da adesso" in bea.post(way, seen, follow=True).content.decode()
        assert sealed_for(desk) == 3

    def test_an_operator_whose_key_went_is_no_second_person(
        self, desk: DeskPage, keeper: Client, anna: Client
    ) -> None:
        DeskMailbox.objects.update(paused=True)
        keeper.post(
            reverse("caselle:edit", args=[desk.mailbox.pk]),
            {"address": "primo@example.org", "hourly_limit": 60},
        )
        change, user = PendingChange.objects.get(), User.objects.get(username="anna")
        assert may_approve(change, user)
        PendingChange.objects.update(told=True)
        ripen(timezone.now() + timedelta(days=20))
        assert PendingChange.objects.exists()

        OperatorCertificate.objects.filter(owner=user).update(active=False)
        assert not may_approve(change, user)
        ripen(timezone.now() + timedelta(days=20))
        assert not PendingChange.objects.exists()


class TestRenewal:
    def test_her_new_key_follows_the_old_one_which_leaves_when_it_is_proved(
        self, desk: DeskPage, keeper: Client, anna: Client
    ) -> None:
        old = desk.mailbox.certificates.earliest("pk")
        assert f'value="{old.pk}"' in anna.get(reverse("contatti_key_maker")).content.decode()
        assert "messaggio di prova" in send_certificate(anna, desk, 7, replaces=old.pk)
        change = PendingChange.objects.get()
        keeper.post(reverse("sealed_approve", args=[change.pk]), {"seen": state_of(change)})
        assert sealed_for(desk) == 2
        send_due(timezone.now())
        new = OperatorCertificate.objects.get(holder="nuova 7")
        assert "non più per quella di prima" in type_digits(anna, new, digits_in(letter(7)))

        old.refresh_from_db()
        assert (old.active, sealed_for(desk)) == (False, 2)

    def test_a_new_key_takes_out_nobody_elses(self, desk: DeskPage, anna: Client) -> None:
        colleague = desk.mailbox.certificates.latest("pk")
        send_certificate(anna, desk, 7, replaces=colleague.pk)
        assert OperatorCertificate.objects.get(holder="nuova 7").replaces is None

    def test_she_is_told_by_mail_and_on_the_first_screen_until_the_next_key_is_on_its_way(
        self, desk: DeskPage, anna: Client
    ) -> None:
        old = desk.mailbox.certificates.earliest("pk")
        with time_machine.travel(old.not_after - timedelta(days=61), tick=False):
            tell_owners(timezone.now())
            assert not mail.outbox
        with time_machine.travel(old.not_after - timedelta(days=59), tick=False):
            tell_owners(timezone.now())
            tell_owners(timezone.now())
            (told,) = mail.outbox
            assert told.to == ["anna@example.org"]
            assert "Fai la tua chiave" in told.body
            anna.force_login(User.objects.get(username="anna"))
            assert "La tua chiave scade" in anna.get(reverse("wagtailadmin_home")).content.decode()
            send_certificate(anna, desk, 7, replaces=old.pk)
            assert "La tua chiave scade" not in anna.get(reverse("wagtailadmin_home")).content.decode()
        with time_machine.travel(old.not_after - timedelta(days=40), tick=False):
            tell_owners(timezone.now())
        assert len(mail.outbox) == 1 + sum("chiavi e casella" in each.subject for each in mail.outbox)


def test_no_more_than_three_keys_of_one_person_wait_for_a_yes(desk: DeskPage, anna: Client) -> None:
    for number in (5, 6, 7):
        send_certificate(anna, desk, number)
    assert "Aspettano già tre chiavi" in send_certificate(anna, desk, 8)
    assert PendingChange.objects.count() == 3


def test_a_key_whose_holder_left_the_desk_is_named_to_who_keeps_the_keys(
    desk: DeskPage, keeper: Client, anna: Client
) -> None:
    assert "Chiavi di chi non risponde più" not in keeper.get(reverse("wagtailadmin_home")).content.decode()
    User.objects.get(username="anna").groups.clear()
    assert "Chiavi di chi non risponde più" in keeper.get(reverse("wagtailadmin_home")).content.decode()


def test_a_deleted_account_takes_its_keys_out_of_use_and_whoever_deletes_it_is_told_before(
    desk: DeskPage, anna: Client, django_capture_on_commit_callbacks: Any
) -> None:
    send_certificate(anna, desk, 5)
    administrator = Client()
    administrator.force_login(User.objects.create_superuser("admin", "admin@example.org"))
    way = reverse("wagtailusers_users:delete", args=[User.objects.get(username="anna").pk])
    assert sealed_for(desk) == 2
    mail.outbox.clear()

    assert "esce subito dall’uso anche la chiave (Primo, " in administrator.get(way).content.decode()
    assert sealed_for(desk) == 2
    with django_capture_on_commit_callbacks(execute=True):
        administrator.post(way)

    assert not User.objects.filter(username="anna").exists()
    assert sealed_for(desk) == 1
    assert not PendingChange.objects.exists()
    assert any("Primo" in each.subject and "admin@example.org" in each.to for each in mail.outbox)


def test_accounts_deleted_together_take_their_keys_out_of_use(desk: DeskPage, anna: Client) -> None:
    administrator = Client()
    administrator.force_login(User.objects.create_superuser("admin", "admin@example.org"))
    bea = User.objects.create_user("bea")
    people = f"?id={User.objects.get(username='anna').pk}&id={bea.pk}"

    way = reverse("wagtail_bulk_action", args=["auth", "user", "delete"])
    told = administrator.post(f"{way}{people}&next=/admin/users/", follow=True).content.decode()

    assert not User.objects.filter(username__in=["anna", "bea"]).exists()
    assert sealed_for(desk) == 1
    assert "esce subito dall’uso anche la chiave" in told


def test_an_operator_without_a_key_is_led_to_make_one_and_again_when_hers_is_out_of_use(
    desk: DeskPage, anna: Client
) -> None:
    def home(client: Client) -> str:
        return client.get(reverse("wagtailadmin_home")).content.decode()

    bea = operator("bea", desk)
    assert "Ti manca la chiave" in home(bea)
    send_certificate(bea, desk, 5)
    assert "Ti manca la chiave" not in home(bea)
    assert "Ti manca la chiave" not in home(anna)
    anna.post(reverse("sealed_withdraw", args=[desk.mailbox.certificates.earliest("pk").pk]))
    assert "Ti manca la chiave" in home(anna)


def test_a_new_key_gets_a_name_that_no_key_of_the_desk_had_and_its_mark_stands_at_its_proof(
    desk: DeskPage, anna: Client
) -> None:
    first = desk.mailbox.certificates.earliest("pk")
    OperatorCertificate.objects.filter(pk=first.pk).update(holder="OPERATRICE 1", active=False)
    page = anna.get(reverse("contatti_key_maker")).content.decode()
    assert 'value="Operatrice 3"' in page
    assert 'value="Operatrice 1"' in anna.get(f"{reverse('contatti_key_maker')}?salva").content.decode()
    other = desk.mailbox.certificates.latest("pk")
    assert f"<code>{other.fingerprint[:11]}</code>" in anna.get(reverse("sealed_proof")).content.decode()


def test_the_guide_leads_to_the_buttons_that_somebody_may_press(keeper: Client, anna: Client) -> None:
    keys = reverse("chiavi:index")
    assert (
        f'href="{keys}"' in keeper.get(reverse("guide")).content.decode().partition("Una chiave è rubata")[2]
    )
    assert f'href="{keys}"' not in anna.get(reverse("guide")).content.decode()
    assert "Togli dall’uso adesso" in keeper.get(keys).content.decode()
