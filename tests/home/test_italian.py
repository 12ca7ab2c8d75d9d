"""What the administration says is Italian, also where Wagtail's own translation is not."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Site

from home.models import BasePage, CampaignIndexPage, CampaignPage, InformationPage

from .people import add, as_, desk, edit

Demo = dict[str, BasePage]

ENGLISH_ON_PURPOSE = re.compile(r'<a href="[^"]*" lang="en">[^<]*</a>')
"""The title of an English page, told to be English."""
NOT_WORDS = re.compile(r"<(script|style|svg|textarea)\b.*?</\1>|<!--.*?-->", re.DOTALL)
SAID = re.compile(r'\b(?:aria-label|title|placeholder|alt)="([^"]*)"|>([^<>]+)<')
ENGLISH = re.compile(
    r"\b(?:the|this|with|has|been|you|your|live|root|tags?|slug|actions?|ago|draft|publish|save|saved|page|pages|"
    r"search|edit|delete|add|view|latest|version|currently|true|false|comments?|approval|editors|moderators|network error)\b",
    re.IGNORECASE,
)


WIDER = re.compile(
    rf"{ENGLISH.pattern}|\b(?:port|hostname|default|content type|translation|any|children|lock|unlock|locked|theme|admin|"
    r"wagtail|log|site name|type|and|are|for|or|not|from|by|[a-z]+\.[a-z]+page)\b",
    re.IGNORECASE,
)
"""Also what the rarer screens left in English, or in the words of programmers."""
ASIDE = re.compile(r"CC BY|^--|lang=|Ordina per|Javascript|^: |^For me$")
"""Names of licences, and of colours in what the site's style says of itself."""
MENU = re.compile(r'"url": ?"(/admin/[^"#?]*)"|href="(/admin/[^"#?]*)"')


@pytest.fixture(autouse=True)
def database(demo: Demo, db: None) -> None:
    """Let each test write into the demonstration; what it writes is taken back."""


def english(client: Client, address: str) -> list[str]:
    """Return what the page shows, or says aloud, with an English word in it."""
    html = NOT_WORDS.sub(" ", ENGLISH_ON_PURPOSE.sub(" ", client.get(address).content.decode()))
    said = [unescape(attribute or text).strip() for attribute, text in SAID.findall(html)]
    assert len(said) > 50
    return [words for words in said if ENGLISH.search(words)]


ADDRESSES = {
    "first screen": "wagtailadmin_home",
    "keys": "chiavi:index",
    "mailboxes": "caselle:index",
    "sheets": "figure_sheets:index",
    "reserved words": "parole-riservate:index",
    "locked pages": "wagtailadmin_reports:locked_pages",
    "workflows": "wagtailadmin_workflows:index",
    "a new picture": "wagtailimages:add_multiple",
    "pictures": "wagtailimages:index",
    "a new document": "wagtaildocs:add",
    "how things are done": "guide",
    "groups": "wagtailusers_groups:index",
}


@pytest.mark.parametrize("name", ADDRESSES)
def test_no_english_word_is_left_on_what_people_open(name: str) -> None:
    assert english(as_("amministrazione"), reverse(ADDRESSES[name])) == []


def test_nor_where_a_page_is_written() -> None:
    campaigns = CampaignIndexPage.objects.get(locale__language_code="it")
    client = as_("redazione-bresso")

    assert english(client, add(campaigns, CampaignPage)) == []
    assert english(client, edit(desk("Bresso"))) == []


def test_nor_in_a_list_of_pages_and_in_what_became_of_one() -> None:
    root, bresso = Page.objects.get(depth=1), desk("Bresso")
    bresso.save_revision().publish()

    for address in (
        reverse("wagtailadmin_explore", args=[root.pk]),
        reverse("wagtailadmin_explore", args=[bresso.get_parent().pk]),
        reverse("wagtailadmin_pages:history", args=[bresso.pk]),
    ):
        assert english(as_("coordinamento"), address) == []


def test_what_a_group_may_do_is_read_aloud_in_italian() -> None:
    html = as_("amministrazione").get(reverse("wagtailusers_groups:add")).content.decode()

    assert "Aggiungere: chiave di una casella" in html
    assert not re.search(r"Can (add|change|delete|view) ", html)


def _menus(client: Client) -> set[str]:
    """Return every address of the menus and of the first screen, and of the forms behind them."""
    html = client.get("/admin/").content.decode()
    site, some = Site.objects.get(), InformationPage.objects.live().first()
    assert some is not None
    more = {
        f"/admin/sites/edit/{site.pk}/", f"/admin/pages/{some.pk}/copy/", "/admin/sites/new/", "/admin/groups/new/",
        "/admin/users/new/", "/admin/collections/add/", "/admin/redirects/add/", "/admin/workflows/add/",
        "/admin/reports/page-types-usage/", "/admin/reports/site-history/", "/admin/account/", "/admin/sites/",
    }  # fmt: skip
    found = {one or other for one, other in MENU.findall(html)}
    return {address for address in found | more if "logout" not in address}


def test_no_english_word_is_left_on_any_page_of_the_menus() -> None:
    client = as_("amministrazione")
    titles = set(Page.objects.exclude(locale__language_code="it").values_list("title", flat=True))
    left: dict[str, list[str]] = {}
    for address in sorted(_menus(client)):
        html = NOT_WORDS.sub(
            " ", ENGLISH_ON_PURPOSE.sub(" ", client.get(address, follow=True).content.decode())
        )
        said = {unescape(attribute or text).strip() for attribute, text in SAID.findall(html)}
        if bad := [
            words
            for words in sorted(said)
            if WIDER.search(words) and not ASIDE.search(words) and not any(title in words for title in titles)
        ]:
            left[address] = bad
    assert left == {}


def test_an_address_that_is_taken_is_refused_without_the_word_slug() -> None:
    page = InformationPage.objects.filter(locale__language_code="it").first()
    assert page is not None
    sent = {"new_title": "Copia", "new_slug": page.slug, "new_parent_page": page.get_parent().pk}
    html = as_("amministrazione").post(reverse("wagtailadmin_pages:copy", args=[page.pk]), sent)

    assert "è già preso sotto" in unescape(html.content.decode())
