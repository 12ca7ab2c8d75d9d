"""Who can read future requests is decided by two people: one password alone changes nothing that lasts."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import LazySettings
from django.contrib.auth.models import Group, User
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone

from contatti.availability import desk_availability
from contatti.key_keepers import KEY_GROUP
from contatti.sealed.approval import ripen, state_of
from contatti.sealed.certificates.generate import make_operator_key
from contatti.sealed.forms import CertificateForm
from contatti.sealed.key_change_mails import tell_waiting
from contatti.sealed.models import Mailbox, OperatorCertificate, PendingChange
from servizi.models import DeskPage
from servizi.statistics_permissions import operators_of

from .desks import DeskMaker, operator_key


def account(name: str, group: Group | None = None) -> User:
    user = User.objects.create_user(name, f"{name}@example.org")
    if group:
        user.groups.add(group)
    return user


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def desk(desks: DeskMaker) -> DeskPage:
    return desks.open("Primo")


@pytest.fixture
def keeper(desk: DeskPage) -> Client:
    """Return the browser of the one who keeps the keys, or of whoever stole her password."""
    return signed_in(account("custode", Group.objects.get(name=KEY_GROUP)))


@pytest.fixture
def second(desk: DeskPage) -> Client:
    """Return the browser of an operator who proved her key."""
    user = account("operatrice", operators_of(desk))
    OperatorCertificate.objects.filter(pk=desk.mailbox.certificates.latest("pk").pk).update(owner=user)
    return signed_in(user)


def upload(client: Client, desk: DeskPage, data: bytes = b"") -> str:
    form = {
        "mailbox": desk.mailbox.pk,
        "holder": "ladra",
        "role": "operator",
        "upload": SimpleUploadedFile("x.crt", data or operator_key(7)[1].public_bytes(Encoding.PEM)),
    }
    return client.post(reverse("chiavi:add"), form, follow=True).content.decode()


def mailbox_form(desk: DeskPage, **changes: str) -> dict[str, str]:
    return {"address": Mailbox.objects.get(pk=desk.mailbox.pk).address, "hourly_limit": "60", **changes}


def sealed_for(desk: DeskPage) -> int:
    return len(desk_availability(DeskPage.objects.get(pk=desk.pk), timezone.now()).certificates)


def prove(holder: str) -> None:
    """Count a key as proved, as after the digits of its test message."""
    row = OperatorCertificate.objects.get(holder=holder)
    row.count_as_proved(timezone.now())
    row.save()


def decide(client: Client, what: str, seen: str = "") -> str:
    """Press a button of the page, as it stands now or as it stood when `seen` was read from it."""
    change = PendingChange.objects.get()
    form = {"seen": seen or state_of(change)}
    return client.post(reverse(f"sealed_{what}", args=[change.pk]), form, follow=True).content.decode()


def test_with_one_password_no_key_is_added_and_no_mailbox_moved(
    keeper: Client, second: Client, desk: DeskPage
) -> None:
    before, address = sealed_for(desk), desk.mailbox.address
    assert "seconda persona" in upload(keeper, desk)
    assert "un’altra persona" in decide(keeper, "approve")
    assert sealed_for(desk) == before

    row = OperatorCertificate.objects.get(holder="ladra")
    keeper.post(
        reverse("chiavi:edit", args=[row.pk]), {"holder": "ladra", "role": "operator", "active": "on"}
    )
    assert sealed_for(desk) == before

    PendingChange.objects.all().delete()
    keeper.post(
        reverse("caselle:edit", args=[desk.mailbox.pk]), mailbox_form(desk, address="ladra@example.org")
    )
    decide(keeper, "approve")
    assert Mailbox.objects.get(pk=desk.mailbox.pk).address == address


def test_a_second_person_makes_it_true_at_once(keeper: Client, second: Client, desk: DeskPage) -> None:
    before = sealed_for(desk)
    upload(keeper, desk)
    screen = second.get(reverse("sealed_changes")).content.decode()
    assert OperatorCertificate.objects.get(holder="ladra").fingerprint in screen
    assert "custode" in screen
    assert "Cambi da approvare" in second.get(reverse("wagtailadmin_home")).content.decode()

    assert "vale da adesso" in decide(second, "approve")
    assert sealed_for(desk) == before
    prove("ladra")
    assert sealed_for(desk) == before + 1
    assert not PendingChange.objects.exists()


def test_everybody_concerned_is_told_and_anyone_of_them_stops_it(
    keeper: Client, second: Client, desk: DeskPage
) -> None:
    before = sealed_for(desk)
    with TestCase.captureOnCommitCallbacks(execute=True):
        upload(keeper, desk)
    told = {message.recipients()[0] for message in mail.outbox}
    assert told == {"custode@example.org", "operatrice@example.org"}
    assert all("«ladra»" in message.body and "fermarlo" in message.body for message in mail.outbox)

    decide(second, "stop")
    assert sealed_for(desk) == before
    assert not PendingChange.objects.exists()


def test_less_is_done_at_once_and_more_waits(keeper: Client, second: Client, desk: DeskPage) -> None:
    before = sealed_for(desk)
    key = desk.mailbox.certificates.earliest("pk")
    keeper.post(reverse("chiavi:edit", args=[key.pk]), {"holder": key.holder, "role": key.role})
    assert sealed_for(desk) == before - 1
    keeper.post(reverse("caselle:edit", args=[desk.mailbox.pk]), mailbox_form(desk, paused="on"))
    assert sealed_for(desk) == 0
    assert not PendingChange.objects.exists()

    keeper.post(reverse("caselle:edit", args=[desk.mailbox.pk]), mailbox_form(desk))
    assert sealed_for(desk) == 0
    decide(second, "approve")
    assert sealed_for(desk) == before - 1


def test_who_answers_at_another_desk_neither_sees_nor_decides(
    keeper: Client, desk: DeskPage, desks: DeskMaker
) -> None:
    upload(keeper, desk)
    other = signed_in(account("altra", operators_of(desks.open("Secondo"))))

    for what in ("approve", "stop"):
        address = reverse(f"sealed_{what}", args=[PendingChange.objects.get().pk])
        assert other.post(address).status_code in (302, 403)
    assert PendingChange.objects.exists()
    assert "ladra" not in other.get(reverse("sealed_changes"), follow=True).content.decode()


def test_a_certificate_that_ended_while_it_waited_is_not_taken_into_use(
    keeper: Client, second: Client, desk: DeskPage
) -> None:
    before = sealed_for(desk)
    _key, short = make_operator_key(
        "X", days=1, bits=2048, now=datetime.now(UTC) - timedelta(hours=23, minutes=50)
    )
    upload(keeper, desk, short.public_bytes(Encoding.PEM))
    row = OperatorCertificate.objects.get(holder="ladra")
    assert row.not_after > timezone.now()
    with pytest.MonkeyPatch.context() as later:
        later.setattr(timezone, "now", lambda: datetime.now(UTC) + timedelta(hours=1))
        assert "non vale più" in decide(second, "approve")

    assert sealed_for(desk) == before
    assert not OperatorCertificate.objects.get(holder="ladra").active


def test_a_yes_to_one_mailbox_is_no_yes_to_another_that_was_asked_for_while_she_looked(
    keeper: Client, second: Client, desk: DeskPage
) -> None:
    address = desk.mailbox.address
    edit = reverse("caselle:edit", args=[desk.mailbox.pk])
    keeper.post(edit, mailbox_form(desk, address="nuova-casella@example.org"))
    screen = second.get(reverse("sealed_changes")).content.decode()
    assert "nuova-casella@example.org" in screen
    seen = state_of(PendingChange.objects.get())
    assert seen in screen

    keeper.post(edit, mailbox_form(desk, address="ladra@example.org"))
    told = decide(second, "approve", seen)
    assert "chiesto di nuovo" in told
    assert "ladra@example.org" in told
    assert Mailbox.objects.get(pk=desk.mailbox.pk).address == address

    assert "vale da adesso" in decide(second, "approve")


def test_a_key_that_a_colleague_took_out_of_use_while_the_form_was_on_its_way_stays_out(
    keeper: Client, desk: DeskPage
) -> None:
    key = desk.mailbox.certificates.earliest("pk")
    before = sealed_for(desk)
    clean = CertificateForm.clean_active

    def clean_and_take_out(form: CertificateForm) -> bool:
        OperatorCertificate.objects.filter(pk=key.pk).update(active=False)
        return clean(form)

    with pytest.MonkeyPatch.context() as meanwhile:
        meanwhile.setattr(CertificateForm, "clean_active", clean_and_take_out)
        form = {"holder": key.holder, "role": key.role, "active": "on"}
        assert (
            "seconda persona"
            in keeper.post(reverse("chiavi:edit", args=[key.pk]), form, follow=True).content.decode()
        )

    assert sealed_for(desk) == before - 1
    assert PendingChange.objects.get().certificate == key


class TestWithNobodyElse:
    def test_it_ripens_after_the_wait_and_not_while_there_is_a_second_person(
        self, keeper: Client, desk: DeskPage
    ) -> None:
        before = sealed_for(desk)
        with TestCase.captureOnCommitCallbacks(execute=True):
            upload(keeper, desk)
        asked_at = PendingChange.objects.get().asked_at
        ripen(asked_at + timedelta(hours=47))
        assert sealed_for(desk) == before

        other = account("altra", Group.objects.get(name=KEY_GROUP))
        ripen(asked_at + timedelta(days=30))
        assert sealed_for(desk) == before
        other.is_active = False
        other.save()
        ripen(asked_at + timedelta(days=30))
        prove("ladra")
        assert sealed_for(desk) == before + 1

    def test_it_does_not_while_nobody_could_be_told(
        self, keeper: Client, desk: DeskPage, settings: LazySettings
    ) -> None:
        before, backend = sealed_for(desk), settings.EMAIL_BACKEND
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
        with TestCase.captureOnCommitCallbacks(execute=True):
            upload(keeper, desk)
        asked_at = PendingChange.objects.get().asked_at
        ripen(asked_at + timedelta(days=30))
        assert sealed_for(desk) == before

        settings.EMAIL_BACKEND = backend
        tell_waiting()
        assert mail.outbox
        ripen(asked_at + timedelta(days=30))
        prove("ladra")
        assert sealed_for(desk) == before + 1
