"""From an invitation to the administration with a passkey, in Chromium with an authenticator of its own."""

from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import Group, Permission, User
from django.core.cache import caches
from playwright.sync_api import CDPSession, Page, expect
from pytest_django.live_server_helper import LiveServer

from home.models import HomePage
from logins.models import Purpose
from logins.one_time_links import make
from tests.browser.watch import PHONE, Open

pytestmark = pytest.mark.browser

PASSWORD = "acqua-sasso-lampada-nove"


@pytest.fixture(autouse=True)
def production(settings: LazySettings) -> Iterator[None]:
    settings.LOGINS_SECOND_FACTOR = True
    settings.LOGINS_FRESH_SECONDS = 600
    yield
    caches["logins"].clear()


@pytest.fixture
def invited(live_home: HomePage) -> User:
    """Return a keeper of keys who has no password yet."""
    user = User.objects.create_user("giulia", "giulia@example.org")
    user.groups.add(Group.objects.get(name="Chiavi"))
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


def authenticator(tab: Page) -> CDPSession:
    """Give the tab's browser an authenticator that knows its person by a finger."""
    session = tab.context.new_cdp_session(tab)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
               "isUserVerified": True, "automaticPresenceSimulation": True}  # fmt: skip
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return session


def forget_the_session(tab: Page) -> None:
    """Take the cookie away once nothing is on its way: each answer of the administration hands it out again."""
    tab.wait_for_load_state("networkidle")
    tab.goto("about:blank")
    tab.context.clear_cookies()
    assert tab.context.cookies() == []


def test_from_the_invitation_to_the_administration_with_a_passkey(
    invited: User, open_page: Open, live_server: LiveServer
) -> None:
    # A passkey belongs to a name, never to an IP address.
    tab = open_page(viewport=PHONE, base_url=live_server.url.replace("127.0.0.1", "localhost"))
    authenticator(tab)
    _link, token = make(invited, Purpose.INVITATION)
    tab.goto(f"/admin/login/collegamento/{token}/")
    tab.get_by_label("Scegli una password").fill(PASSWORD)
    tab.get_by_label("Di nuovo la stessa").fill(PASSWORD)
    tab.get_by_role("button", name="Continua").click()

    tab.get_by_role("link", name="Aggiungi una chiave di accesso").click()
    tab.get_by_role("button", name="Fai la chiave").click()
    expect(tab.get_by_role("heading", name="Codici di riserva")).to_be_visible()
    codes = tab.locator(".entrance-codes code")
    expect(codes).to_have_count(10)
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tab.get_by_role("link", name="continua").click()
    expect(tab).to_have_url(f"{live_server.url.replace('127.0.0.1', 'localhost')}/admin/")
    tab.goto("/admin/accesso/riserva/")
    expect(tab.get_by_text("Te ne restano 10")).to_be_visible()

    forget_the_session(tab)
    tab.goto("/admin/")
    tab.get_by_role("button", name="Entra con la tua chiave di accesso").click()
    expect(tab).to_have_url(f"{live_server.url.replace('127.0.0.1', 'localhost')}/admin/")

    # With the password the passkey is the second step.
    forget_the_session(tab)
    tab.goto("/admin/login/")
    tab.get_by_label("Nome utente").fill("giulia")
    tab.get_by_label("Password").fill(PASSWORD)
    tab.get_by_role("button", name="Accedi", exact=True).click()
    expect(tab.get_by_role("heading", name="Ancora un passo")).to_be_visible()
    tab.get_by_role("button", name="Usa la chiave di accesso").click()
    expect(tab).to_have_url(f"{live_server.url.replace('127.0.0.1', 'localhost')}/admin/")


def test_without_javascript_the_way_in_does_not_claim_to_need_it(
    live_home: HomePage, scriptless: Page
) -> None:
    scriptless.goto("/admin/login/")
    expect(scriptless.get_by_label("Nome utente")).to_be_visible()
    expect(scriptless.locator("noscript", has_text="JavaScript").first).to_be_hidden()
    assert scriptless.get_by_role("link", name="istruzioni").count() == 0


def test_a_passkey_of_another_site_does_not_open(
    invited: User, open_page: Open, live_server: LiveServer, settings: LazySettings
) -> None:
    """Another site hands on our question and brings the answer of its own authenticator."""
    settings.ALLOWED_HOSTS = ["*"]
    invited.set_password(PASSWORD)
    invited.save()
    tab = open_page(base_url=live_server.url.replace("127.0.0.1", "localhost"))
    session = authenticator(tab)
    _link, token = make(invited, Purpose.FIRST)
    tab.goto(f"/admin/login/collegamento/{token}/")
    tab.get_by_label("La tua password").fill(PASSWORD)
    tab.get_by_role("button", name="Continua").click()
    tab.get_by_role("link", name="Aggiungi una chiave di accesso").click()
    tab.get_by_role("button", name="Fai la chiave").click()
    expect(tab.get_by_role("heading", name="Codici di riserva")).to_be_visible()
    assert session

    forget_the_session(tab)
    tab.goto("/admin/login/")
    tab.route("**/admin/login/chiave/", altered)
    tab.get_by_role("button", name="Entra con la tua chiave di accesso").click()

    expect(tab.get_by_text("non sono giusti")).to_be_visible()
    tab.goto("/admin/")
    expect(tab.get_by_role("heading", name="Entra nella redazione")).to_be_visible()


def altered(route: object) -> None:
    """Let the answer be one that was given to another origin."""
    import base64
    import json
    from urllib.parse import parse_qs, urlencode

    request = route.request  # type: ignore[attr-defined]
    if request.method != "POST":
        route.continue_()  # type: ignore[attr-defined]
        return
    fields = {name: values[0] for name, values in parse_qs(request.post_data).items()}
    credential = json.loads(fields["credential"])
    data = credential["response"]["clientDataJSON"]
    client = json.loads(base64.urlsafe_b64decode(data + "=" * (-len(data) % 4)))
    assert "localhost" in client["origin"]
    client["origin"] = "https://amaranta-finta.example"
    credential["response"]["clientDataJSON"] = (
        base64.urlsafe_b64encode(json.dumps(client).encode()).decode().rstrip("=")
    )
    fields["credential"] = json.dumps(credential)
    route.continue_(post_data=urlencode(fields))  # type: ignore[attr-defined]
