"""Proof that somebody reads: a new key counts once its holder typed the six digits of her test message."""

import re
from datetime import timedelta

import pytest
import time_machine
from cryptography.x509 import Certificate
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from contatti.availability import desk_availability
from contatti.sealed.alerts import AlertCode, lines_of
from contatti.sealed.certificates.generate import make_operator_key
from contatti.sealed.envelope import parse, seal
from contatti.sealed.models import CertificateRole, OperatorCertificate, OutboxItem, OutboxState, ReadingTest
from contatti.sealed.proof.sending import send_due, tidy
from contatti.sealed.tasks.deliver import build_message
from servizi.models import DeskPage

from .desks import DeskMaker, give_address
from .proofs import PAGE, digits_in, letter, new_key, type_digits, wrong
from .staff import editor, operator, signed_in


@pytest.fixture
def desk(desks: DeskMaker) -> DeskPage:
    """Return the first desk of all: it has a mailbox, and no key yet."""
    page = desks.closed("Primo")
    give_address(page, "primo@example.org")
    return page


@pytest.fixture
def anna(desk: DeskPage) -> Client:
    return operator("anna", desk)


@pytest.fixture
def key(anna: Client, desk: DeskPage) -> OperatorCertificate:
    """Return Anna's new key, whose test message is on its way."""
    row = new_key(desk, 1, owner=User.objects.get(username="anna"))
    assert send_due(timezone.now()) == 1
    return row


def sealed_for(desk: DeskPage) -> int:
    return len(desk_availability(DeskPage.objects.get(pk=desk.pk), timezone.now()).certificates)


def test_a_first_desk_opens_when_its_first_key_is_proved_and_says_until_then_how(
    desk: DeskPage, anna: Client, key: OperatorCertificate
) -> None:
    now = timezone.now()
    assert sealed_for(desk) == 0
    assert lines_of(AlertCode.NO_KEY, now) == []
    assert lines_of(AlertCode.UNPROVED, now) == ["Primo, operatrice 1: il messaggio di prova è in partenza"]
    assert anna.get("/salute/certificati/").content == b"prova"
    screen = anna.get(reverse("wagtailadmin_home")).content.decode()
    assert "La tua prova di lettura" in screen
    assert "Ultima prova. Primo: mai" in screen
    assert PAGE in anna.get("/admin/console/").content.decode()

    said = type_digits(anna, key, " ".join(digits_in(letter(1))))
    assert "da adesso le richieste si chiudono anche per questa chiave" in said
    assert sealed_for(desk) == 1
    assert lines_of(AlertCode.UNPROVED, now) == []
    assert (
        f"Primo: {timezone.localdate():%d/%m/%Y}" in anna.get(reverse("wagtailadmin_home")).content.decode()
    )
    assert OutboxItem.objects.get().state == OutboxState.DELIVERED


def test_a_key_that_nothing_can_be_sealed_for_holds_up_no_other(
    desk: DeskPage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    odd, _good = new_key(desk, 1), new_key(desk, 2)

    def refusing(text: str, certificates: list[Certificate]) -> bytes:
        if certificates == [odd.x509]:
            raise TypeError("no RSA key")
        return seal(text, certificates)

    monkeypatch.setattr("contatti.sealed.proof.sending.seal", refusing)
    assert send_due(timezone.now()) == 1
    assert letter(2)
    assert "A test message could not be sealed: TypeError" in caplog.text
    assert not ReadingTest.objects.filter(certificate=odd).exists()

    monkeypatch.undo()
    assert send_due(timezone.now()) == 1, "it is tried again, and the other is not sent twice"
    assert letter(1)


def test_inside_it_says_first_that_it_is_a_test_and_leads_nowhere(key: OperatorCertificate) -> None:
    text = letter(1)
    assert text.startswith("PROVA DI LETTURA. Nessuna ha scritto")
    assert "RICHIESTA" not in text.upper()
    assert not re.search(r"https?:|www\.|/admin", text)
    with pytest.raises(ValueError, match=r"."):
        letter(2)
    digits = digits_in(text)
    test = ReadingTest.objects.get()
    assert digits not in f"{test.digits} {test.__dict__}"


def test_outside_it_is_like_a_request_of_somebody_who_wrote_little(
    desk: DeskPage, key: OperatorCertificate
) -> None:
    test = OutboxItem.objects.get()
    short = OutboxItem(
        mailbox=desk.mailbox, envelope=seal("ciao", [key.x509]), accepted_hour=test.accepted_hour
    )
    for item in (test, short):
        item.message_id = f"{item.pk}@example.org"
    one, other = (build_message(item).message() for item in (test, short))
    named = ("Message-ID",)
    assert [(k, v) for k, v in one.items() if k not in named] == [
        (k, v) for k, v in other.items() if k not in named
    ]
    assert parse(bytes(test.envelope)).ciphertext_length == parse(bytes(short.envelope)).ciphertext_length


def test_nobody_but_its_account_types_the_digits_of_a_key(desk: DeskPage, key: OperatorCertificate) -> None:
    digits = digits_in(letter(1))
    keeper = signed_in("capo")
    assert editor().get(PAGE, follow=True).request["PATH_INFO"] != PAGE
    for client in (operator("bea", desk), signed_in("chi scrive"), keeper):
        assert client.post(f"{PAGE}{key.pk}/", {"digits": digits}).status_code in (302, 403)
        assert client.post(f"{PAGE}{key.pk}/nuova/").status_code in (302, 403)
    assert sealed_for(desk) == 0


def test_a_key_without_an_account_is_hers_who_proves_it_at_that_desk(
    desk: DeskPage, desks: DeskMaker
) -> None:
    row = new_key(desk, 1)
    send_due(timezone.now())
    other = operator("altra", desks.closed("Secondo"))
    other.post(f"{PAGE}{row.pk}/", {"digits": digits_in(letter(1))})
    assert sealed_for(desk) == 0

    bea = operator("bea", desk)
    type_digits(bea, row, digits_in(letter(1)))
    row.refresh_from_db()
    assert (row.owner, sealed_for(desk)) == (User.objects.get(username="bea"), 1)


class TestWhatProvesNothing:
    def test_each_kind_of_mistake_is_told_in_its_own_words(
        self, desk: DeskPage, desks: DeskMaker, anna: Client, key: OperatorCertificate
    ) -> None:
        assert "Servono le sei cifre" in type_digits(anna, key, "12 34")
        assert "Servono le sei cifre" in type_digits(anna, key, "١٢٣٤٥٦")
        first = digits_in(letter(1))
        new_key(desk, 2)
        send_due(timezone.now())
        assert "numeri di un’altra chiave" in type_digits(anna, key, digits_in(letter(2)))

        with time_machine.travel(timezone.now() + timedelta(days=8), tick=False):
            assert "sono scaduti" in type_digits(anna, key, first)
            send_due(timezone.now())
            assert "numeri di un messaggio di prima" in type_digits(anna, key, first)
        assert sealed_for(desk) == 0

    def test_after_five_wrong_ones_the_right_one_is_worth_nothing_until_the_next_message(
        self, desk: DeskPage, anna: Client, key: OperatorCertificate
    ) -> None:
        digits = digits_in(letter(1))
        said = [type_digits(anna, key, wrong(digits, by)) for by in range(1, 11)]
        assert "Ti restano 4 tentativi" in said[0]
        assert "Ti resta 1 tentativo" in said[3]
        assert "Non restano tentativi" in said[4]
        assert all("Troppi numeri sbagliati" in words for words in said[5:])
        assert "Troppi numeri sbagliati" in type_digits(anna, key, digits)
        assert sealed_for(desk) == 0

        with time_machine.travel(timezone.now() + timedelta(days=8), tick=False):
            send_due(timezone.now())
            type_digits(anna, key, digits_in(letter(1)))
            assert sealed_for(desk) == 1

    def test_a_second_answer_and_a_key_that_was_taken_out_meanwhile_are_told(
        self, desk: DeskPage, anna: Client, key: OperatorCertificate
    ) -> None:
        digits = digits_in(letter(1))
        type_digits(anna, key, digits)
        assert "hai già risposto" in type_digits(anna, key, digits)
        OperatorCertificate.objects.update(active=False)
        assert "non è in uso" in type_digits(anna, key, digits)

    def test_an_expired_key_is_not_proved(
        self, desk: DeskPage, anna: Client, key: OperatorCertificate
    ) -> None:
        _key, ended = make_operator_key("X", days=1, bits=2048, now=timezone.now() - timedelta(days=3))
        row = OperatorCertificate(mailbox=desk.mailbox, holder="vecchia", owner=key.owner)
        row.set_certificate(ended)
        row.save()
        assert send_due(timezone.now()) == 0
        assert "scaduta" in type_digits(anna, row, "123456")


class TestWhenItIsSent:
    def test_each_week_to_an_operators_key_once_by_however_many_workers(
        self, desk: DeskPage, key: OperatorCertificate
    ) -> None:
        start = timezone.now()
        assert send_due(start) == 0
        assert send_due(start + timedelta(days=6)) == 0
        assert send_due(start + timedelta(days=7, hours=13)) == 1
        assert send_due(start + timedelta(days=7, hours=13)) == 0

    def test_the_safes_key_is_tested_when_it_is_new_and_never_again(self, desk: DeskPage) -> None:
        row = new_key(desk, 3, role=CertificateRole.RECOVERY)
        now = timezone.now()
        assert send_due(now) == 1
        assert "una volta sola" in letter(3)
        OperatorCertificate.objects.filter(pk=row.pk).update(proved_at=now)
        assert send_due(now + timedelta(days=30)) == 0

    def test_a_new_one_is_sent_when_she_asks_but_not_as_often_as_she_likes(
        self, anna: Client, key: OperatorCertificate
    ) -> None:
        def ask(hours: float) -> str:
            with time_machine.travel(timezone.now() + timedelta(hours=hours), tick=False):
                return anna.post(f"{PAGE}{key.pk}/nuova/", follow=True).content.decode()

        old = digits_in(letter(1))
        assert "meno di un’ora" in ask(0.5)
        assert "Parte adesso" in ask(2)
        assert "messaggio di prima" in type_digits(anna, key, old) or old == digits_in(letter(1))
        assert "Parte adesso" in ask(4)
        assert "Parte adesso" in ask(6)
        assert "quattro al massimo" in ask(8)
        assert OutboxItem.objects.tests().count() == 1

    def test_one_that_is_still_on_its_way_goes_with_its_key(self, key: OperatorCertificate) -> None:
        OperatorCertificate.objects.update(active=False)
        tidy(timezone.now())
        assert not OutboxItem.objects.exists()


def test_a_test_is_no_request_for_the_console_the_counts_and_who_deletes_a_desk(
    desk: DeskPage, anna: Client, key: OperatorCertificate
) -> None:
    assert "Niente da seguire" in anna.get("/admin/console/").content.decode()
    item = OutboxItem.objects.get()
    assert anna.post(f"/admin/console/{item.pk}/", {"step": "take"}).status_code == 404
    OutboxItem.objects.update(message_id="prova@example.org", state=OutboxState.SENT)
    asked = anna.post("/admin/richieste/origine/", {"message_id": "<prova@example.org>"}).content.decode()
    assert "è un messaggio di prova" in asked

    admin = Client()
    admin.force_login(User.objects.create_superuser("admin"))
    admin.post(reverse("wagtailadmin_pages:delete", args=[desk.pk]))
    assert not DeskPage.objects.filter(pk=desk.pk).exists()


def test_her_own_key_is_out_of_use_at_once_by_her_alone(
    desk: DeskPage, anna: Client, key: OperatorCertificate
) -> None:
    type_digits(anna, key, digits_in(letter(1)))
    way = reverse("sealed_withdraw", args=[key.pk])
    assert way in anna.get(PAGE).content.decode()
    assert "il modulo si chiude" in anna.get(way).content.decode()
    assert operator("bea", desk).post(way).status_code in (302, 403)
    assert sealed_for(desk) == 1
    anna.post(way)
    assert sealed_for(desk) == 0
