"""A browser in another language: to the form, through it, and to the answer, in that language throughout."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.utils.translation import gettext, override
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Locale

from amaranta.demo import contact_page, discreet
from amaranta.demo.content_files import read_page
from amaranta.demo.page_fields import fields_of
from amaranta.demo.translations import translate
from home.models import HomePage, SiteSettings
from servizi.models import DeskIndexPage
from tests.browser.watch import Open
from tests.contatti.conversations import APPOINTMENT, give_answer, reply_in
from tests.contatti.site import PLACES, ContactSite
from tests.untranslated import untranslated

pytestmark = pytest.mark.browser

BROWSERS = {"ar": "ar-EG", "ro": "ro-RO", "zh-hans": "zh-CN"}
DESK_SAYS = {"ar": "arabo", "ro": "romeno", "zh-hans": "cinese"}
ORDINALS = ("primo", "secondo", "terzo", "quarto", "quinto")
# Of the test's own site: names of places and of people, and a desk's words that nobody translates.
OWN = {"Ascolto.", "Amaranta", "Anna"}
ITALIAN = re.compile(
    r"\b(?:che|della|sono|è|gli|nel|una|non|ogni|oppure|quando|alle|dalle|chiuso|aperto)\b", re.IGNORECASE
)


def speak(contact: ContactSite, language: str) -> None:
    """Give the small site the demonstration's words in a language."""
    locale, _created = Locale.objects.get_or_create(language_code=language)
    home = HomePage.objects.get(locale__language_code="it")
    index = DeskIndexPage.objects.get()
    SiteSettings.objects.update(contact_page=contact.page, desks_page=index)
    text = read_page("", language)
    translate(home, locale, **fields_of(text, HomePage, besides=("doors",)))
    text = read_page("sportelli", language)
    translate(index, locale, slug=text.slug, **fields_of(text, DeskIndexPage))
    for desk in contact.desks:
        translate(desk, locale)
    for path in (*discreet.PATHS, contact_page.PATH):
        page = home.get_children().get(slug=path)
        words = discreet.words_of(path, language)
        made = translate(page, locale, slug=read_page(path, language).slug, **words)
        if path == contact_page.PATH:
            contact_page.approve(made)


@pytest.fixture(params=list(BROWSERS))
def language(request: pytest.FixtureRequest, live_contact: ContactSite) -> str:
    speak(live_contact, request.param)
    return str(request.param)


@pytest.fixture
def said(language: str) -> Callable[[str], str]:
    """Return how an Italian text of the program is said in the language."""

    def words(italian: str) -> str:
        with override(language):
            return gettext(italian)

    return words


@pytest.fixture
def nothing_in_italian(language: str) -> Iterator[None]:
    """Fail a test that made the program look for a text that it has in Italian only."""
    with override(language), untranslated(language) as noted:
        gettext("Questo non è tradotto")
    assert noted
    with untranslated(language) as noted:
        yield
    assert noted == set()


def looks_foreign(tab: Page, language: str) -> None:
    """Check that a page is in the language: what it says it is, and what can be read on it."""
    html = tab.locator("html")
    assert html.get_attribute("lang") == language
    assert (html.get_attribute("dir") == "rtl") == (language == "ar")
    text = tab.locator("body").inner_text()
    for name in (*PLACES, *OWN):
        text = text.replace(name, " ")
    assert not ITALIAN.findall(text), text


def type_groups_again(tab: Page, number: str, said: Callable[[str], str]) -> None:
    labels = [said("Il %(ordinal)s gruppo") % {"ordinal": said(ordinal)} for ordinal in ORDINALS]
    for label in tab.locator("[data-again]").all():
        words = label.inner_text().strip()
        tab.get_by_label(words).fill(number.split(" ")[labels.index(words)])


@pytest.mark.usefixtures("nothing_in_italian")
def test_she_is_offered_her_language_sends_and_reads_the_answer_in_it(
    live_contact: ContactSite,
    live_server: LiveServer,
    open_page: Open,
    language: str,
    said: Callable[[str], str],
) -> None:
    tab = open_page(locale=BROWSERS[language])
    tab.goto("/")
    offer = tab.locator("a.offer")
    expect(offer).to_have_text(said("Leggi in italiano"))
    offer.click()
    expect(tab).to_have_url(f"{live_server.url}/{language}/")
    looks_foreign(tab, language)
    expect(tab.locator("a.offer")).to_have_count(0)

    tab.goto(f"/{language}/{read_page('scrivi', language).slug}/")
    looks_foreign(tab, language)
    tab.get_by_role("link", name=PLACES[0]).first.click()
    tab.locator("textarea[name=d]").fill("نص 文 ț")
    looks_foreign(tab, language)
    tab.locator("[data-wish]").check()
    digits = tab.locator("[data-digits]")
    digits.wait_for()
    number = digits.inner_text()
    type_groups_again(tab, number, said)
    tab.get_by_role("button", name=said("Invia"), exact=True).click()
    tab.locator("[data-reference]").wait_for()
    looks_foreign(tab, language)

    [text] = live_contact.texts()
    assert "نص 文 ț" in text
    assert re.search(rf"^Legge meglio in: {DESK_SAYS[language]}$", text, re.MULTILINE)
    give_answer(reply_in(text).code, "✓✓✓", appointment=APPOINTMENT)
    tab.get_by_role("link", name=said("Leggi la risposta")).click()
    tab.locator("#n").fill(number)
    tab.get_by_role("button", name=said("Apri"), exact=True).click()
    card = tab.locator("[data-result] .card")
    expect(card).to_contain_text("✓✓✓")
    expect(card).to_contain_text("2099")
    expect(card).to_contain_text("15:00")
    looks_foreign(tab, language)
    tab.get_by_role("button", name=said("Va bene, vengo")).click()
    expect(tab.locator("[data-said]")).to_be_visible()
    looks_foreign(tab, language)


@pytest.mark.parametrize("language", ["ar"], indirect=True)
@pytest.mark.usefixtures("nothing_in_italian")
def test_a_form_sent_empty_and_without_script_answers_in_her_language(
    live_contact: ContactSite, scriptless: Page, language: str, said: Callable[[str], str]
) -> None:
    scriptless.goto(f"/{language}/{read_page('scrivi', language).slug}/{live_contact.desks[0].pk}/")
    scriptless.get_by_role("button", name=said("Invia"), exact=True).click()
    expect(scriptless.locator(".error, .note").first).to_be_visible()
    looks_foreign(scriptless, language)
    scriptless.locator("textarea[name=d]").fill("نص 文 ț")
    scriptless.get_by_role("button", name=said("Invia"), exact=True).click()
    scriptless.locator("[data-reference]").wait_for()
    looks_foreign(scriptless, language)
