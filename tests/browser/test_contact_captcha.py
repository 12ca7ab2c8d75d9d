from pathlib import Path

import pytest
from playwright.sync_api import Page, Route
from pytest_django import Settings

from contatti.models import ContactPage
from contatti.sealed.models import OutboxItem
from tests.browser.contact import fill, press_send, send
from tests.browser.watch import Watch
from tests.contatti.site import ContactSite
from tests.contatti.verifier import GOOD, running_verifier

WIDGET = f"""
const field = document.createElement("textarea");
field.name = "g-recaptcha-response";
field.value = "{GOOD}";
document.querySelector(".g-recaptcha").append(field);
"""


def test_nothing_is_asked_of_google_before_her_click(
    live_contact: ContactSite,
    page: Page,
    watch: Watch,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    with running_verifier(tmp_path) as verifier:
        monkeypatch.setenv("SSL_CERT_FILE", str(verifier.trust))
        settings.RECAPTCHA_DOMAIN = verifier.domain
        settings.RECAPTCHA_PUBLIC_KEY = "pubblica"
        settings.RECAPTCHA_PRIVATE_KEY = "privata"
        ContactPage.objects.update(verification=True)

        def widget(route: Route) -> None:
            route.fulfill(body=WIDGET, content_type="text/javascript")

        page.route(f"https://{verifier.domain}/**", widget)
        fill(page)
        press_send(page)
        page.locator("[data-alert]").wait_for()
        assert "Fai la verifica" in page.locator("[data-alert]").inner_text()
        assert not [request for request in watch.requests if verifier.domain in request.url]

        page.get_by_role("button", name="Carica la verifica").click()
        page.locator("[name=g-recaptcha-response]").wait_for()
        send(page)

    assert len(verifier.asked) == 1
    assert OutboxItem.objects.count() == 1
