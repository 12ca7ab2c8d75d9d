"""What somebody changes about her own access: each change is told to her by mail, and what was before ends."""

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.utils import timezone

from logins import factor_secrets
from logins.fresh import ask
from tests.logins.people import ACCESS, LOGIN, PASSWORD, SECOND, Person, account

OTHER = "treno-mela-finestra-otto"
CHANGE, APP_OFF, NEW_CODES = (
    "/admin/accesso/password/",
    "/admin/accesso/app/togli/",
    "/admin/accesso/riserva/nuovi/",
)


def changed(client: Client, old: str, new: str = OTHER, again: str = OTHER) -> str:
    form = {"oldpassword": old, "password1": new, "password2": again}
    return client.post(CHANGE, form, follow=True).content.decode()


class TestThePassword:
    def test_is_changed_by_who_knows_it_and_she_is_told(self, anna: Person) -> None:
        client = anna.signed_in()

        assert "La password è cambiata." in changed(client, PASSWORD)

        assert client.get("/admin/").status_code == 200, "who works goes on"
        assert [(message.to, "La tua password è cambiata" in message.body) for message in mail.outbox] == [
            (["anna@example.org"], True)
        ]
        assert "telefona subito a chi amministra" in mail.outbox[0].body
        anna.user.refresh_from_db()
        assert anna.user.check_password(OTHER)

    @pytest.mark.parametrize(
        ("old", "new", "again", "words"),
        [
            ("sbagliata-davvero", OTHER, OTHER, "Questa non è la tua password di adesso."),
            (PASSWORD, OTHER, f"{OTHER}-x", "password"),
            (PASSWORD, "1234", "1234", "password"),
        ],
        ids=["not hers", "not twice the same", "guessed"],
    )
    def test_stays_where_something_is_wrong_which_the_page_says(
        self, anna: Person, old: str, new: str, again: str, words: str
    ) -> None:
        client = anna.signed_in()
        page = client.post(CHANGE, {"oldpassword": old, "password1": new, "password2": again})

        assert words in str(page.context["form"].errors)
        assert mail.outbox == []
        anna.user.refresh_from_db()
        assert anna.user.check_password(PASSWORD)

    def test_ends_her_other_sessions_when_it_changes(self, anna: Person) -> None:
        now = timezone.now()
        with time_machine.travel(now):
            stolen = anna.signed_in()
        with time_machine.travel(now + timedelta(minutes=2)):
            changed(anna.signed_in(), PASSWORD)
            assert stolen.get("/admin/").headers["Location"].startswith(LOGIN)


class TestHerFactors:
    def test_an_app_that_she_removes_shows_no_code_that_counts(self, anna: Person) -> None:
        client = anna.signed_in()

        client.post(APP_OFF)

        assert not Authenticator.objects.filter(user=anna.user, type=Authenticator.Type.TOTP).exists()
        assert "È stata tolta l’app dei codici." in mail.outbox[-1].body
        assert client.get("/admin/").headers["Location"] == ACCESS, "she makes another one first"

    def test_new_recovery_codes_end_the_former_ones(self, anna: Person, client: Client) -> None:
        anna.signed_in().post(NEW_CODES)

        assert "quelli di prima non valgono più" in mail.outbox[-1].body
        client.post(LOGIN, {"login": "anna", "password": PASSWORD})
        assert client.post(SECOND, {"code": anna.recovery_codes[0]}).status_code == 200
        assert client.get("/admin/").status_code == 302

    def test_recovery_codes_are_shown_once(self, anna: Person) -> None:
        client = anna.signed_in()
        first, again = (client.get("/admin/accesso/riserva/").content.decode() for _look in range(2))

        assert all(code in first for code in anna.recovery_codes)
        assert "Fanne di nuovi" in again
        assert not [code for code in anna.recovery_codes if code in again]


class TestAProof:
    def test_with_a_password_counts_for_who_has_nothing_else(self, db: None, settings: LazySettings) -> None:
        settings.LOGINS_SECOND_FACTOR = False
        account("carla", is_superuser=True)
        now = timezone.now()
        client = Client()
        with time_machine.travel(now):
            client.post(LOGIN, {"login": "carla", "password": PASSWORD})
        with time_machine.travel(now + timedelta(minutes=11)):
            assert client.get("/admin/users/new/").headers["Location"].startswith("/admin/conferma/?next=")
            client.post("/admin/conferma/", {"password": "sbagliata-davvero"})
            assert client.get("/admin/users/new/").status_code == 302
            client.post("/admin/conferma/", {"password": PASSWORD})
            assert client.get("/admin/users/new/").status_code == 200

    def test_is_asked_of_nobody_where_the_project_asks_for_none(
        self, anna: Person, settings: LazySettings
    ) -> None:
        settings.LOGINS_FRESH_SECONDS = 0
        now = timezone.now()
        with time_machine.travel(now):
            client = anna.signed_in()
        with time_machine.travel(now + timedelta(minutes=20)):
            assert client.get("/admin/users/new/").status_code == 200

    def test_that_nobody_can_give_is_refused(self, db: None) -> None:
        """An account without a password and without a factor: a session that was begun for it elsewhere."""
        user = account("carla")
        user.set_unusable_password()
        user.save()
        request = RequestFactory().get("/admin/users/new/")
        request.user = user

        with pytest.raises(PermissionDenied):
            ask(request)

    def test_that_comes_too_late_for_a_file_asks_for_the_file_again(self, anna: Person) -> None:
        from django.core.files.uploadedfile import SimpleUploadedFile

        now = timezone.now()
        with time_machine.travel(now):
            client = anna.signed_in()
        with time_machine.travel(now + timedelta(minutes=11)):
            posted = {"holder": "operatrice 1", "upload": SimpleUploadedFile("a.pem", b"kept nowhere")}
            page = client.post("/admin/chiavi/new/", posted)

        assert page.status_code == 403
        assert page.context["files"] == ["upload"]
        assert "Scegli di nuovo il file" in page.content.decode()
        assert "kept nowhere" not in page.content.decode()


class TestSecrets:
    def test_of_a_host_with_another_key_are_known_to_be_anothers(
        self, anna: Person, bea: Person, settings: LazySettings
    ) -> None:
        assert not factor_secrets.are_of_another_key()

        former, settings.SECRET_KEY = settings.SECRET_KEY, "another-key-" + "z" * 40
        assert factor_secrets.are_of_another_key()
        settings.SECRET_KEY_FALLBACKS = [former]
        assert not factor_secrets.are_of_another_key()

    def test_where_nobody_has_a_factor_are_nobodys(self, db: None) -> None:
        User.objects.create_user("carla")
        assert not factor_secrets.are_of_another_key()

    def test_that_no_key_opens_are_left_as_they_are_until_the_key_is_back(
        self, anna: Person, settings: LazySettings, caplog: pytest.LogCaptureFixture
    ) -> None:
        row = Authenticator.objects.get(user=anna.user, type=Authenticator.Type.TOTP)
        kept = dict(row.data)
        settings.SECRET_KEY = "another-key-" + "z" * 40

        factor_secrets.encrypt_anew(row)

        row.refresh_from_db()
        assert row.data == kept
        assert "can't be read" in caplog.text
        assert kept["secret"] not in caplog.text
