"""A new page sent in the very moment in which the editor's own saving is on its way."""

import os

import pytest
from django.utils import timezone
from playwright.sync_api import Page as Tab
from playwright.sync_api import Route, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Page

from home.models import CampaignPage
from servizi.models import DeskPage
from tests.browser.conftest import PATIENCE
from tests.browser.test_campaign_walk import TITLE, fill_day, newsroom, sign_in
from tests.browser.watch import DESKTOP, Open

pytestmark = pytest.mark.browser
__all__ = ["newsroom"]

TIMES = int(os.environ.get("AMARANTA_TIMES", "3"))
"""How often each is tried; ten take two minutes."""
SENT = {"Manda in approvazione": "Ora la legge chi modera.", "Salva bozza": "È una bozza"}


def write(editor: Tab) -> None:
    today = timezone.localdate()
    editor.goto("/admin/")
    editor.get_by_role("link", name="Scrivi una campagna").click()
    fill_day(editor, "#id_starts_on", f"{today:%d/%m/%Y}")
    fill_day(editor, "#id_ends_on", f"{today:%d/%m/%Y}")
    editor.get_by_role("textbox", name="Introduzione").fill("Una sera di letture.")
    editor.get_by_role("textbox", name="Testo della locandina").fill("Puoi parlarne.")
    editor.get_by_placeholder("Titolo pagina*").fill(TITLE)
    editor.get_by_role("textbox", name="Slogan").fill("Parlarne è già un passo")


def press(editor: Tab, name: str) -> None:
    button = editor.get_by_role("button", name=name)
    if not button.is_visible():
        editor.get_by_role("button", name="Altre azioni").click()
    button.click()


@pytest.mark.parametrize("button", list(SENT))
def test_is_made_once_every_time_when_the_answer_to_its_own_saving_is_still_to_come(
    button: str, newsroom: DeskPage, open_page: Open, live_server: LiveServer
) -> None:
    editor = sign_in(open_page(viewport=DESKTOP), "redazione-bresso", live_server)

    def answered_late(route: Route) -> None:
        """Let the portal save, and keep the answer back: the browser presses on without knowing."""
        if route.request.headers.get("accept") != "application/json":
            route.continue_()
            return
        saved.append(route.fetch().status)

    editor.route("**/admin/pages/add/**", answered_late)
    saved: list[int] = []
    for number in range(1, TIMES + 1):
        saved.clear()
        write(editor)
        slogan = ""
        # Wagtail notices changes from some moment after the page is there: she goes on typing until it saves.
        for letters in range(1, PATIENCE // 700):
            if saved:
                break
            slogan = "Parlarne è già un passo" + "." * letters
            editor.get_by_role("textbox", name="Slogan").fill(slogan)
            editor.wait_for_timeout(700)
        assert saved[0] == 200
        assert CampaignPage.objects.filter(title=TITLE).count() == 1
        press(editor, button)

        expect(editor.get_by_text(SENT[button])).to_be_visible()
        (page,) = CampaignPage.objects.filter(title=TITLE)
        assert page.get_latest_revision_as_object().slogan == slogan
        assert page.workflow_in_progress is (button == "Manda in approvazione"), number
        Page.objects.get(pk=page.pk).delete()


def test_a_double_press_sends_the_page_once_and_leads_to_it(
    newsroom: DeskPage, open_page: Open, live_server: LiveServer
) -> None:
    editor = sign_in(open_page(viewport=DESKTOP), "redazione-bresso", live_server)
    write(editor)
    editor.get_by_role("button", name="Altre azioni").click()
    editor.get_by_role("button", name="Manda in approvazione").dblclick()

    expect(editor.get_by_text(TITLE).first).to_be_visible()
    (page,) = CampaignPage.objects.filter(title=TITLE)
    assert page.workflow_in_progress
    assert "/add/" not in editor.url


def test_a_name_in_running_text_waits_for_a_tick_in_its_place_and_then_goes(
    newsroom: DeskPage, open_page: Open, live_server: LiveServer
) -> None:
    editor = sign_in(open_page(viewport=DESKTOP), "redazione-bresso", live_server)
    write(editor)
    editor.get_by_role("textbox", name="Introduzione").fill("La storia di Giulia Bianchi, che ce l’ha fatta.")
    expect(editor.locator("#id_slug")).not_to_have_value("")
    press(editor, "Manda in approvazione")
    tick = editor.get_by_role("checkbox", name="Giulia Bianchi")

    expect(tick).to_be_visible()
    assert not [page for page in CampaignPage.objects.filter(title=TITLE) if page.workflow_in_progress]
    tick.check()
    press(editor, "Manda in approvazione")
    expect(editor.get_by_text(SENT["Manda in approvazione"])).to_be_visible()
    assert CampaignPage.objects.get(title=TITLE).workflow_in_progress
