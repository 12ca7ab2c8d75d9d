"""A new language, from an administrator's first click to a reader, without a developer."""

import re

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Locale, Page

from home.models import CampaignIndexPage, CampaignPage
from home.translation.form import field_name
from home.translation.source_revisions import beside, original_of
from servizi.models import DeskPage
from tests.browser.test_campaign_walk import newsroom, sign_in
from tests.browser.watch import DESKTOP, Open

pytestmark = pytest.mark.browser
__all__ = ["newsroom"]

SLOGAN, STORY = "Te cred", "Cuvinte pe care le poate spune oricine."


@pytest.fixture
def campaign(newsroom: DeskPage) -> CampaignPage:
    """Return a campaign with few words."""
    page: CampaignPage = CampaignPage.objects.filter(slug="25-novembre", locale__language_code="it").get()
    page.body = '[{"type": "text", "value": "<p>Parole che può dire chiunque.</p>"}]'
    page.partners = page.materials = "[]"
    page.search_terms = page.seo_title = page.plain_line = ""
    page.events.set([])
    page.save_revision(clean=False, log_action=True).publish()
    page.refresh_from_db()
    return page


def translate_above(campaign: CampaignPage) -> None:
    """Publish what stands above the campaign, which others translate."""
    for page in campaign.get_ancestors().filter(depth__gt=1):
        mine = page.get_translation(Locale.objects.get(language_code="ro")).specific
        pair = beside(mine, original_of(mine))
        texts = {each.path: f"Cuvinte {each.text.split()[0]}" for each in pair.pairs if each.text}
        pair.apply({path: "Amaranta" if path == "title" else text[:28] for path, text in texts.items()})
        pair.page.save_revision(clean=False).publish()


def add_language(administrator: Tab) -> None:
    administrator.goto("/admin/lingue/new/")
    administrator.get_by_role("combobox", name="Lingua").select_option("ro")
    administrator.get_by_role("main").get_by_role("button", name="Crea").click()
    expect(administrator.get_by_text("Română").first).to_be_visible()
    administrator.goto("/admin/traduzioni/")
    administrator.get_by_role("link", name="Română").click()
    administrator.get_by_role("button", name=re.compile("Traduci.*25 novembre")).click()
    expect(administrator.get_by_text("da tradurre o da rivedere")).to_be_visible()


def write(editor: Tab) -> None:
    editor.goto("/admin/traduzioni/ro/")
    editor.get_by_role("link", name=re.compile("Apri a fianco.*25 novembre")).click()
    italian = editor.locator(".translation-italian")
    expect(italian.filter(has_text="Parole che può dire chiunque.").first).to_be_visible()
    for path in ("title", "search_description", "slogan", "poster_text", "card_outside"):
        words = "25 noiembrie" if path == "title" else SLOGAN
        editor.locator(f"[name={field_name(path)}]").fill(words)
    story = editor.locator(".translation-own [contenteditable=true]").first
    story.click()
    editor.keyboard.press("ControlOrMeta+a")
    editor.keyboard.type(STORY)
    # What is written reaches the form a quarter of a second later (Draftail's stateSaveInterval).
    expect(editor.locator(".translation-own input[type=hidden]").first).to_have_value(re.compile("oricine"))
    editor.get_by_role("button", name="Manda in approvazione").click()


def test_an_administrator_adds_a_language_an_editor_translates_and_a_reader_reads_it(
    campaign: CampaignPage, open_page: Open, live_server: LiveServer
) -> None:
    add_language(sign_in(open_page(viewport=DESKTOP), "amministrazione", live_server))
    assert CampaignIndexPage.objects.count() == 2
    translate_above(campaign)

    editor = sign_in(open_page(), "redazione", live_server)
    write(editor)
    expect(editor.get_by_text("Ora la legge chi modera.")).to_be_visible()
    mine = Page.objects.get(translation_key=campaign.translation_key, locale__language_code="ro")
    assert not mine.live

    moderator = sign_in(open_page(viewport=DESKTOP), "moderazione", live_server)
    moderator.get_by_role("main").get_by_role("link", name="25 noiembrie", exact=True).first.click()
    moderator.get_by_role("button", name="Approva e Pubblica").click()
    expect(moderator.get_by_text("È sul sito.")).to_be_visible()

    visitor = open_page(locale="ro-RO")
    mine.refresh_from_db()
    visitor.goto(mine.get_url())
    expect(visitor.get_by_text(STORY)).to_be_visible()
    expect(visitor.locator("html")).to_have_attribute("lang", "ro")
