"""Into the administration leads a password and something that only its person has; no way goes around."""

from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from logins import factor_secrets
from logins.middleware import WITHOUT_FACTOR
from tests.logins.people import ACCESS, LOGIN, PASSWORD, SECOND, Person, account


def test_a_password_and_a_code_lead_in_and_a_password_alone_does_not(anna: Person, client: Client) -> None:
    asked = client.post(LOGIN, {"login": "anna", "password": PASSWORD})
    assert asked.headers["Location"] == SECOND
    assert client.get("/admin/").status_code == 302

    assert client.post(SECOND, {"code": "000000"}).status_code == 200
    client.post(SECOND, {"code": anna.code()})
    assert client.get("/admin/").status_code == 200


def test_whoever_has_a_passkey_meets_it_before_the_field_for_a_code(anna: Person, client: Client) -> None:
    client.post(LOGIN, {"login": "anna", "password": PASSWORD})

    page = client.get(SECOND).content.decode()

    assert 0 < page.index('id="passkey-use"') < page.index('name="code"')


def test_a_code_counts_once(anna: Person) -> None:
    code = anna.code()
    anna.signed_in()
    again = Client()
    again.post(LOGIN, {"login": "anna", "password": PASSWORD})

    answer = again.post(SECOND, {"code": code})

    assert "già stato usato" in answer.content.decode()
    assert again.get("/admin/").status_code == 302


def test_recovery_codes_open_once_each_until_none_is_left(anna: Person) -> None:
    for code in anna.recovery_codes:
        client = Client()
        for expected in (True, False):
            client.logout()
            client.post(LOGIN, {"login": "anna", "password": PASSWORD})
            client.post(SECOND, {"code": code})
            assert (client.get("/admin/").status_code == 200) is expected
    left = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES)
    assert left.wrap().get_unused_codes() == []


def addresses(resolver: URLResolver, prefix: str = "", space: str = "") -> Iterator[tuple[str, URLPattern]]:
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            inside = f"{space}{each.namespace}:" if each.namespace else space
            yield from addresses(each, prefix + str(each.pattern), inside)
        else:
            yield f"{space}{each.name}", each


def administration() -> Iterator[str]:
    """Yield an address of every view of the administration, with a number wherever one is asked for."""
    for resolver in get_resolver().url_patterns:
        if isinstance(resolver, URLResolver) and str(resolver.pattern) == "admin/":
            for name, pattern in addresses(resolver):
                if name in WITHOUT_FACTOR or not pattern.name:
                    continue
                arguments = dict.fromkeys(pattern.pattern.regex.groupindex, 1)
                for value in (1, "a", "auth", "00000000-0000-0000-0000-000000000001"):
                    try:
                        yield reverse(name, kwargs=dict.fromkeys(arguments, value))
                    except Exception:  # noqa: BLE001 - another kind of value
                        continue
                    break


@pytest.mark.parametrize("method", ["get", "post"])
def test_with_a_password_alone_every_address_leads_to_the_second_factor(db: None, method: str) -> None:
    user = account("carla", is_superuser=True)
    client = Client()
    entered = client.post(LOGIN, {"login": "carla", "password": PASSWORD}, follow=True)
    assert entered.redirect_chain[-1][0] == ACCESS
    every = sorted(set(administration()))
    assert len(every) > 250

    open_ = {
        address: (answer.status_code, answer.headers.get("Location"))
        for address in every
        if address.startswith("/admin/")
        and not address.startswith("/admin/login/")
        and (answer := getattr(client, method)(address)).headers.get("Location") != ACCESS
    }

    assert {each for each in open_ if open_[each][0] not in (404, 405)} == set()
    assert User.objects.get(pk=user.pk).is_active


def test_a_session_of_before_does_not_go_on_when_its_account_has_a_second_factor(anna: Person) -> None:
    client = Client()
    client.force_login(anna.user)

    assert client.get("/admin/pages/").headers["Location"].startswith(LOGIN)
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "address", ["/admin/password_reset/", "/admin/password_reset/confirm/MQ/set-password/"]
)
def test_no_password_is_reset_by_mail(anna: Person, client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
    assert client.post(address, {"email": anna.user.email}).status_code == 404
    assert mail.outbox == []


def test_wagtails_login_for_readers_is_the_same_one(anna: Person, client: Client) -> None:
    answer = client.post("/_util/login/", {"username": "anna", "password": PASSWORD})

    assert answer.headers["Location"].startswith(LOGIN)
    assert "_auth_user_id" not in client.session


def test_who_is_half_in_is_nobody_on_the_pages_of_visitors(db: None, home: object) -> None:
    account("carla", is_superuser=True)
    client = Client()
    client.post(LOGIN, {"login": "carla", "password": PASSWORD})

    answer = client.get("/")

    assert answer.status_code == 200
    assert answer.wsgi_request.user.is_anonymous


def test_in_the_demonstration_a_password_is_enough_and_factors_are_offered(
    db: None, settings: LazySettings
) -> None:
    settings.LOGINS_SECOND_FACTOR = False
    account("carla", is_superuser=True)
    client = Client()
    client.post(LOGIN, {"login": "carla", "password": PASSWORD})

    assert client.get("/admin/").status_code == 200
    assert ACCESS in client.get("/admin/account/").content.decode()


def test_only_pages_that_ask_for_a_passkey_may_use_one(anna: Person, client: Client) -> None:
    signed_in = anna.signed_in()

    assert "publickey-credentials-get=(self)" in client.get(LOGIN).headers["Permissions-Policy"]
    for answer in (client.get("/admin/login/confermato/"), signed_in.get("/admin/")):
        assert "publickey-credentials-get=()" in answer.headers["Permissions-Policy"]
        assert "publickey-credentials-create=()" in answer.headers["Permissions-Policy"]


def test_secrets_are_not_in_the_database_and_survive_a_new_key(
    anna: Person, settings: LazySettings, client: Client
) -> None:
    row = Authenticator.objects.get(type=Authenticator.Type.TOTP)
    assert anna.secret not in str(row.data)
    former, settings.SECRET_KEY = settings.SECRET_KEY, "another-key-" + "y" * 40
    client.post(LOGIN, {"login": "anna", "password": PASSWORD})
    assert client.post(SECOND, {"code": anna.code()}).status_code == 200, "no key opens it: no code fits"

    settings.SECRET_KEY_FALLBACKS = [former]
    anna.signed_in()

    settings.SECRET_KEY_FALLBACKS = []
    row.refresh_from_db()
    assert factor_secrets.decrypt(row.data["secret"]) == anna.secret, "kept under the new key by signing in"
