"""What an administrator sees and does about the access of others, and where she is stopped."""

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import Permission, User
from django.core import mail
from django.core.cache import caches
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.users.models import UserProfile

from logins.cache import CountsInFiles, LocalButForLogins
from logins.mails import tell
from logins.models import AccessLink, LostFactor, Purpose
from logins.one_time_links import make
from tests.logins.people import LOGIN, PASSWORD, Person, link_in, person


def page_of(user: User) -> str:
    return f"/admin/accessi/{user.pk}/"


@pytest.fixture
def carla(db: None) -> Person:
    return person("carla", "Chi scrive")


class TestALostFactor:
    def test_is_asked_for_once_and_the_others_are_written_to_once(
        self, anna: Person, bea: Person, carla: Person
    ) -> None:
        client = anna.signed_in()
        for _press in range(2):
            client.post(page_of(carla.user), {"do": "lost"})

        assert LostFactor.objects.get().asked_by == anna.user
        assert [message.to for message in mail.outbox] == [["bea@example.org"]]
        assert page_of(carla.user) in mail.outbox[0].body
        seen = client.get(page_of(carla.user)).content.decode()
        assert "Deve dire di sì un’altra persona, non chi l’ha chiesto." in seen

    def test_is_agreed_to_once(self, anna: Person, bea: Person, carla: Person) -> None:
        anna.signed_in().post(page_of(carla.user), {"do": "lost"})
        client = bea.signed_in()
        assert "Sono d’accordo" in client.get(page_of(carla.user)).content.decode()
        client.post(page_of(carla.user), {"do": "agree"})
        sent = len(mail.outbox)

        again = client.post(page_of(carla.user), {"do": "agree"}, follow=True).content.decode()

        assert "Deve dire di sì un’altra persona, e una volta sola." in again
        assert len(mail.outbox) == sent

    def test_that_was_stopped_takes_nothing_away(self, anna: Person, bea: Person, carla: Person) -> None:
        anna.signed_in().post(page_of(carla.user), {"do": "lost"})
        client = bea.signed_in()

        told = client.post(page_of(carla.user), {"do": "stop"}, follow=True).content.decode()

        assert "Fermato: resta tutto com’è." in told
        assert not LostFactor.objects.exists()
        client.post(page_of(carla.user), {"do": "agree"})
        assert not AccessLink.objects.exists()
        assert carla.signed_in().get("/admin/").status_code == 200


class TestWhoMay:
    def test_nobody_acts_on_herself(self, anna: Person) -> None:
        client = anna.signed_in()
        for answer in (client.get(page_of(anna.user)), client.post(page_of(anna.user), {"do": "send"})):
            assert answer.headers["Location"] == "/admin/"
        assert mail.outbox == []

    def test_who_manages_accounts_sends_no_link_to_who_may_do_more(self, anna: Person) -> None:
        manager = person("marta", "Chi scrive")
        manager.user.user_permissions.add(Permission.objects.get(codename="change_user"))
        client = manager.signed_in()

        assert client.post(page_of(anna.user), {"do": "send"}).headers["Location"] == "/admin/"
        assert not AccessLink.objects.exists()
        assert "anna" in client.get("/admin/accessi/").content.decode(), "she may know of her"

    def test_an_account_that_is_closed_has_no_page_and_its_link_is_gone(
        self, anna: Person, carla: Person
    ) -> None:
        client = anna.signed_in()
        client.post(page_of(carla.user), {"do": "send"})
        link = link_in(mail.outbox[-1].body)
        assert "carla" in client.get("/admin/accessi/").content.decode()
        assert Client().get(link).status_code == 200
        User.objects.filter(pk=carla.user.pk).update(is_active=False)

        assert client.get(page_of(carla.user)).status_code == 404
        assert Client().get(link).status_code == 410
        assert "carla" not in client.get("/admin/accessi/").content.decode()
        with pytest.raises(CommandError, match="no active account"):
            call_command("access_link", "carla")

    def test_a_closed_account_is_told_no_more_than_a_wrong_password(
        self, carla: Person, client: Client
    ) -> None:
        User.objects.filter(pk=carla.user.pk).update(is_active=False)

        page = client.post(LOGIN, {"login": "carla", "password": PASSWORD})

        assert "Il nome o la password non sono giusti." in page.content.decode()

    def test_a_wish_that_nobody_has_changes_nothing(self, anna: Person, carla: Person) -> None:
        answer = anna.signed_in().post(page_of(carla.user), {"do": "delete"})

        assert answer.headers["Location"] == page_of(carla.user)
        assert mail.outbox == []
        assert User.objects.filter(pk=carla.user.pk, is_active=True).exists()


class TestTheMail:
    def test_to_an_account_without_an_address_is_told_not_to_have_left(
        self, anna: Person, carla: Person
    ) -> None:
        User.objects.filter(pk=carla.user.pk).update(email="")
        client = anna.signed_in()

        told = client.post(page_of(carla.user), {"do": "send"}, follow=True).content.decode()

        assert "La mail a – non è partita" in told
        assert "La mail non è partita: manda un altro collegamento." in told

    def test_that_no_server_takes_is_logged_without_its_address(
        self, settings: LazySettings, caplog: pytest.LogCaptureFixture
    ) -> None:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 1, 2

        assert not tell(["carla@example.org"], "oggetto", "parole")
        assert "was not sent" in caplog.text
        assert "carla" not in caplog.text

    def test_that_one_of_several_does_not_get_is_not_called_sent(self) -> None:
        assert not tell(["a@example.org", ""], "oggetto", "parole")
        assert tell(["a@example.org", "b@example.org"], "oggetto", "parole")
        assert [message.to[0] for message in mail.outbox] == [
            "a@example.org",
            "a@example.org",
            "b@example.org",
        ]

    def test_is_in_italian_whatever_language_its_sender_reads(self, anna: Person, carla: Person) -> None:
        UserProfile.objects.update_or_create(user=anna.user, defaults={"preferred_language": "en"})
        client = anna.signed_in()
        assert 'lang="en"' in client.get("/admin/accessi/").content.decode()

        client.post(page_of(carla.user), {"do": "send"})

        assert "una password nuova" in mail.outbox[-1].subject


def test_a_link_that_somebody_else_opens_ends_her_own_session_first(anna: Person, carla: Person) -> None:
    client = anna.signed_in()
    _link, token = make(carla.user, Purpose.PASSWORD)
    chosen = {"new_password1": "treno-mela-finestra-otto", "new_password2": "treno-mela-finestra-otto"}

    client.post(f"/admin/login/collegamento/{token}/", chosen)

    assert client.session.get("_auth_user_id") != str(anna.user.pk)
    assert client.get("/admin/").status_code == 302


def test_what_limits_logins_is_shared_and_the_rest_stays_in_the_process(settings: LazySettings) -> None:
    mine = LocalButForLogins("mine", {})
    assert mine.add("allauth.tries", 1)
    assert not mine.add("allauth.tries", 2)
    assert caches["logins"].get("allauth.tries") == mine.get("allauth.tries") == 1
    mine.set("allauth.tries", 3)
    assert caches["logins"].get("allauth.tries") == 3
    assert mine.delete("allauth.tries")
    assert caches["logins"].get("allauth.tries", "gone") == "gone"

    for key in ("wagtail_site_root_paths", 7):
        assert mine.add(key, 1)
        mine.set(key, 2)
        assert mine.get(key) == 2
        assert caches["logins"].get(key) is None
        assert mine.delete(key)


def test_a_count_in_files_that_ended_may_begin_again(tmp_path: object) -> None:
    counts = CountsInFiles(f"{tmp_path}/counts", {})
    assert counts.add("allauth.code", 1)
    assert not counts.add("allauth.code", 2)
    counts.touch("allauth.code", timeout=0)
    assert counts.add("allauth.code", 3)
    assert counts.get("allauth.code") == 3
