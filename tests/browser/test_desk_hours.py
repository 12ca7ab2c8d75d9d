"""An editor changes one weekday of a desk, and finds her mistake without looking for it."""

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from servizi.models import DeskPage
from tests.browser.test_campaign_walk import newsroom, sign_in
from tests.browser.watch import DESKTOP, Open

pytestmark = pytest.mark.browser
__all__ = ["newsroom"]


def hours_of(desk: DeskPage) -> list[tuple[int, str, str]]:
    draft = DeskPage.objects.get(pk=desk.pk).get_latest_revision_as_object()
    return [(slot.weekday, f"{slot.opens:%H:%M}", f"{slot.closes:%H:%M}") for slot in draft.calendar.slots]


@pytest.fixture
def editor(newsroom: DeskPage, open_page: Open, live_server: LiveServer) -> Tab:
    tab = sign_in(open_page(viewport=DESKTOP), "redazione-bresso", live_server)
    tab.get_by_role("link", name="Cambia orari e telefoni").first.click()
    return tab


def test_the_way_from_the_first_screen_ends_at_hours_and_one_day_is_changed_in_one_action(
    editor: Tab, newsroom: DeskPage
) -> None:
    before = hours_of(newsroom)
    assert len(before) > 1
    expect(editor.get_by_role("tab", name="Orari e telefoni")).to_have_attribute("aria-selected", "true")
    closes = editor.locator("input[name^='hours-'][name$='-closes']")
    expect(closes).to_have_count(len(before))
    days = editor.get_by_role("group", name="Giorni della settimana")
    expect(days).to_have_count(len(before))
    note = days.first.get_attribute("aria-describedby")
    expect(editor.locator(f"[id='{note}']")).to_contain_text("ognuno ha la sua riga")

    closes.first.fill("17:45")
    editor.get_by_role("button", name="Manda in approvazione").click()

    expect(editor.get_by_text("Ora la legge chi modera.")).to_be_visible()
    first, *others = before
    assert hours_of(newsroom) == [(first[0], first[1], "17:45"), *others]


def test_after_a_save_the_editor_stands_on_the_tab_where_she_was(editor: Tab, newsroom: DeskPage) -> None:
    editor.locator("input[name^='hours-'][name$='-closes']").first.fill("17:40")
    editor.get_by_role("button", name="Altre azioni").click()
    with editor.expect_navigation():
        editor.get_by_role("button", name="Salva bozza").click()

    expect(editor.get_by_role("tab", name="Orari e telefoni")).to_have_attribute("aria-selected", "true")
    expect(editor.locator("input[name^='hours-'][name$='-closes']").first).to_have_value("17:40")


def test_after_a_mistake_the_form_opens_where_it_is_and_tabs_count_it(
    editor: Tab, newsroom: DeskPage
) -> None:
    opens = editor.locator("input[name$='-opens']").first.input_value()
    editor.locator("input[name^='hours-'][name$='-closes']").first.fill(opens)
    editor.get_by_role("tab", name="Che cosa offre").click()
    editor.get_by_role("button", name="Manda in approvazione").click()

    expect(editor.get_by_role("tab", name="Orari e telefoni")).to_have_attribute("aria-selected", "true")
    expect(editor.locator("#tab-label-orari_e_telefoni .w-tabs__errors")).to_be_visible()
    expect(editor.get_by_text("coincidono").first).to_be_visible()


def test_a_finding_leads_to_its_block_on_the_tab_where_it_is(editor: Tab, newsroom: DeskPage) -> None:
    editor.get_by_role("tab", name="Chi e dove").click()
    editor.get_by_role("textbox", name="In breve").fill("Se l’è cercata, dicono in paese.")
    editor.get_by_role("tab", name="Orari e telefoni").click()
    editor.get_by_role("button", name="Altre azioni").click()
    editor.get_by_role("button", name="Salva bozza").click()
    link = editor.get_by_role("link", name="Vai lì").first
    expect(link).to_be_visible()
    link.click()

    expect(editor.get_by_role("tab", name="Chi e dove")).to_have_attribute("aria-selected", "true")
    expect(editor.locator("#id_intro")).to_be_in_viewport()
