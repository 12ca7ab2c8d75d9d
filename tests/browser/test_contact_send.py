import re
from io import StringIO
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page

from contatti.sealed.models import OutboxItem
from tests.browser.contact import SENTINEL, fill, fill_everything, open_form, send
from tests.browser.watch import Watch
from tests.contatti.site import ContactSite
from tests.disk import on_disk


def bodies(watch: Watch) -> list[str]:
    return [request.post_data or "" for request in watch.requests if request.method == "POST"]


def test_a_request_sealed_in_the_browser_is_read_by_both_operators_and_by_nobody_on_the_way(
    live_contact: ContactSite, page: Page, watch: Watch
) -> None:
    fill(page)
    reference = send(page)

    item = OutboxItem.objects.get()
    texts = live_contact.open(item)
    assert len(texts) == 2
    assert texts[0] == texts[1]
    assert f"  | {SENTINEL}\n" in texts[0]
    assert f"Riferimento: {reference}\n" in texts[0]
    posted = bodies(watch)
    # The work of a ticket (x) goes along where it was done before she pressed.
    assert [sorted({*parse_qs(body)} - {"x"}) for body in posted] == [
        ["b", "t", "v"],
        ["b", "t", "v", "y", "z"],
    ]
    assert not any("basilico" in body for body in posted)


def test_a_request_without_javascript_is_sealed_by_the_server_and_read_by_both_operators(
    live_contact: ContactSite, scriptless: Page
) -> None:
    fill(scriptless)
    assert "viene chiuso dal nostro server" in scriptless.locator("noscript p").inner_text()
    reference = send(scriptless)

    texts = live_contact.open(OutboxItem.objects.get())
    assert texts[0] == texts[1]
    assert f"  | {SENTINEL}\n" in texts[0]
    assert f"Riferimento: {reference}\n" in texts[0]
    assert reference not in scriptless.url


def test_both_ways_give_the_desk_the_same_text_and_her_the_same_page(
    live_contact: ContactSite, page: Page, scriptless: Page
) -> None:
    pages, references = [], []
    for tab in (page, scriptless):
        fill_everything(tab)
        references.append(send(tab))
        pages.append(tab.locator("main").inner_html().replace(references[-1], "").strip())

    texts = [re.sub("|".join(references), "", text) for text in live_contact.texts()]
    sealed_here, sealed_there = texts
    assert sealed_here == sealed_there
    assert "Parole del messaggio: il libro è arrivato" in sealed_here
    assert "Legge meglio in: arabo\n" in sealed_here
    assert re.search(r"\nOrari possibili: \w+ \d+/\d+ 9.00–13.00; \w+ \d+/\d+ 9.00–13.00\n", sealed_here)
    assert pages[0] == pages[1]


def test_what_she_types_never_begins_a_line_of_the_text(live_contact: ContactSite, page: Page) -> None:
    fill_everything(page)
    send(page)

    lines = live_contact.texts()[0].splitlines()
    assert lines.count("— Adesso —") == 1
    assert lines.count("In un posto sicuro adesso: No") == 1
    assert "  | In un posto sicuro adesso: Sì" in lines


def test_when_she_will_call_no_number_is_passed_on(live_contact: ContactSite, page: Page) -> None:
    fill_everything(page)
    page.get_by_label("Vi contatto io").check()
    assert not page.get_by_label("A quale numero o indirizzo?").is_visible()
    send(page)

    text = live_contact.texts()[0]
    assert "Risposta: ci contatta lei: non cercarla\nParola d’intesa: basilico\n" in text
    assert "000 0000001" not in text
    assert "il libro è arrivato" not in text


def test_a_double_click_sends_one_request(live_contact: ContactSite, page: Page) -> None:
    fill(page)
    page.get_by_role("button", name="Invia").dblclick()
    page.get_by_role("heading", name="Ricevuto").wait_for()

    assert OutboxItem.objects.count() == 1


def test_a_reload_after_sending_sends_nothing_again_and_shows_an_empty_form(
    live_contact: ContactSite, page: Page
) -> None:
    fill(page)
    send(page)
    page.reload()
    assert "basilico" not in page.content()
    open_form(page)

    assert page.get_by_label("Se vuoi, raccontaci").input_value() == ""
    assert OutboxItem.objects.count() == 1


def test_a_reload_after_sending_without_javascript_shows_no_reference_and_sends_nothing_again(
    live_contact: ContactSite, scriptless: Page
) -> None:
    fill(scriptless)
    reference = send(scriptless)
    scriptless.reload()

    assert reference not in scriptless.content()
    assert "si apre una volta sola" in scriptless.locator("#nota").inner_text()
    assert OutboxItem.objects.count() == 1


def test_two_tabs_send_two_requests_and_neither_is_lost(live_contact: ContactSite, page: Page) -> None:
    other = page.context.new_page()
    fill(page, "dalla prima")
    fill(other, "dalla seconda")
    send(page)
    send(other)

    assert sorted(re.findall(r"dalla \w+", "".join(live_contact.texts()))) == ["dalla prima", "dalla seconda"]


def test_two_tabs_with_the_same_words_send_two_requests(live_contact: ContactSite, page: Page) -> None:
    other = page.context.new_page()
    fill(page)
    fill(other)

    assert send(page) != send(other)
    assert OutboxItem.objects.count() == 2


def test_a_person_who_is_too_fast_only_waits_a_moment(
    live_contact: ContactSite, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    fill(page)
    send(page)

    assert OutboxItem.objects.count() == 1


def test_a_sent_form_keeps_nothing_in_the_page_or_the_browser(live_contact: ContactSite, page: Page) -> None:
    fill(page)
    send(page)

    assert "basilico" not in page.content()
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.title() == "Amaranta"
    assert page.evaluate("document.activeElement.textContent") == "Ricevuto"


@pytest.mark.parametrize("javascript", [True, False])
def test_the_typed_words_are_nowhere_on_the_servers_disk(
    live_contact: ContactSite,
    page: Page,
    scriptless: Page,
    javascript: bool,
    written_log: StringIO,
) -> None:
    tab = page if javascript else scriptless
    fill(tab)
    send(tab)

    assert on_disk(OutboxItem.objects.get().pk.hex)
    assert on_disk(SENTINEL) == []
    assert "basilico" not in written_log.getvalue()
