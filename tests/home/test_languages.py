"""What somebody finds who reads another language than Italian."""

import re
from html import unescape

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import translation

from home.dashboard import translations_behind
from home.models import BasePage, SiteSettings
from tests.untranslated import untranslated

Demo = dict[str, BasePage]
ITALIAN = {
    "che",
    "della",
    "delle",
    "sono",
    "è",
    "gli",
    "nel",
    "negli",
    "una",
    "non",
    "ogni",
    "oppure",
    "quando",
}


@pytest.fixture(autouse=True)
def italian() -> None:
    translation.activate("it")


def links(html: str) -> list[str]:
    return re.findall(r'<a [^>]*?href="(/[^"]*)"', html)


def words_of(html: str) -> set[str]:
    text = re.sub(
        r"<(script|style|noscript)\b.*?</\1>|<ul lang=\"it\">.*?</ul>|<[^>]+>", " ", html, flags=re.DOTALL
    )
    return set(re.findall(r"\w+", unescape(text).lower()))


def test_from_an_english_page_every_common_way_leads_to_english_pages(demo: Demo, client: Client) -> None:
    for address in (
        "/en/",
        "/en/desks/bresso/",
        "/en/for-me/",
        "/en/campaigns/",
        "/en/cerca/",
        "/en/nothing/",
    ):
        html = client.get(address).content.decode()
        header, rest = html.split("<main", 1)
        common = links(header.split("</header>")[0]) + links(rest.split("</main>")[1])
        others = re.findall(r'<a href="([^"]*)" lang="[\w-]*" hreflang=', html)
        elsewhere = [link for link in common if not link.startswith("/en/") and link not in others]

        assert {"/en/desks/", "/en/here/", "/en/privacy/", "/en/accessibility/"} <= set(common), address
        assert elsewhere == []
        assert "/ar/" in " ".join(others)
        assert 'data-place="/en/here/"' in html
        assert 'data-to="/en/write/"' in html


def test_from_the_page_before_the_private_ones_an_english_reader_goes_on_in_english(
    demo: Demo, client: Client
) -> None:
    assert '<a class="button" href="/en/">' in client.get("/en/here/").content.decode()


def test_an_english_page_has_no_italian_words_left_over(demo: Demo, client: Client) -> None:
    english = [address for address in demo if address.startswith("/en/")]
    found = {address: words_of(client.get(address).content.decode()) & ITALIAN for address in english}

    assert len(english) > 15
    assert {address: words for address, words in found.items() if words} == {}
    assert words_of(client.get("/").content.decode()) & ITALIAN


def test_a_way_without_a_translation_leads_to_the_italian_page(demo: Demo, client: Client) -> None:
    demo["/en/write/"].unpublish()

    assert 'data-to="/scrivi/"' in client.get("/en/").content.decode()


def test_the_addresses_of_a_language_that_was_taken_off_the_site_lead_to_the_italian_pages(
    demo: Demo, client: Client
) -> None:
    assert client.get("/en/for-me/").status_code == 200
    assert 'hreflang="en"' in client.get("/per-me/").content.decode()
    demo["/en/"].unpublish()

    assert client.get("/en/for-me/").headers["Location"] == "/per-me/"
    assert client.get("/en/nothing/").headers["Location"] == "/"
    assert client.get("/en/").headers["Location"] == "/"
    for address in ("/per-me/", "/", "/cerca/", "/numero/"):
        html = client.get(address).content.decode()
        assert 'hreflang="ar"' in html
        assert 'hreflang="en"' not in html, address


def test_the_administration_keeps_the_italian_pages_in_the_settings_whatever_its_language(
    demo: Demo, client: Client
) -> None:
    client.force_login(get_user_model().objects.get(username="coordinamento"))
    client.get("/en/")
    with translation.override("en"):
        site = demo["/"].get_site()
        assert SiteSettings.for_site(site).contact_page == demo["/scrivi/"].page_ptr


def test_every_language_has_its_moderators_and_its_workflow(demo: Demo) -> None:
    moderator = get_user_model().objects.get(username="moderazione")
    for address in ("/scrivi/", "/en/write/", "/campagne/25-novembre/", "/en/campaigns/25-november/"):
        page = demo[address]

        assert page.permissions_for_user(moderator).can_publish(), address
        assert page.get_workflow() is not None, address


def test_the_editors_of_a_comune_may_translate_their_desk_and_no_other(demo: Demo) -> None:
    editor = get_user_model().objects.get(username="redazione-bresso")

    assert demo["/en/desks/bresso/"].permissions_for_user(editor).can_edit()
    assert not demo["/en/desks/cesate/"].permissions_for_user(editor).can_edit()


def test_a_telephone_is_described_in_the_readers_language_and_answers_as_the_italian_page_says(
    demo: Demo, client: Client
) -> None:
    html = client.get("/en/desks/bresso/").content.decode()

    assert "Desk telephone" in html
    assert "Answered by a support worker of the centre." in html
    assert "During opening hours." in html


def test_coordinators_start_a_translation_from_the_page_itself(demo: Demo, client: Client) -> None:
    client.force_login(get_user_model().objects.get(username="coordinamento"))
    page = demo["/chi-siamo/"]
    address = reverse("simple_translation:submit_page_translation", args=[page.pk])
    english = demo["/en/"].locale

    assert client.get(address).status_code == 200
    client.post(address, {"locales": [english.pk], "include_subtree": ""})
    translated = page.get_translation(english)

    assert not translated.live
    assert translated.get_parent().specific == demo["/en/"]


def test_a_translation_is_asked_for_when_the_italian_page_has_changed(demo: Demo) -> None:
    coordinator = get_user_model().objects.get(username="coordinamento")
    assert behind(coordinator) == []

    for address in ("/per-me/capire/", "/sportelli/bresso/"):
        demo[address].save_revision().publish()

    # A desk's translation shows the hours and telephones of the Italian page itself.
    assert behind(coordinator) == ["What violence is"]
    demo["/en/for-me/understand/"].save_revision().publish()
    assert behind(coordinator) == []


def behind(user: object) -> list[str]:
    return [item.text for task in translations_behind(user) for item in task.items]


def hours(html: str) -> list[tuple[int, int]]:
    text = re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", html.split("<main")[1], flags=re.DOTALL)
    return [(int(hour), int(minute)) for hour, minute in re.findall(r"\b(\d{1,2})[.:](\d{2})\b", text)]


def test_a_desk_says_the_same_hours_in_every_language(demo: Demo, client: Client) -> None:
    italian = demo["/sportelli/bresso/"]
    versions = [page for page in demo.values() if page.translation_key == italian.translation_key]
    said = {page.get_url(): hours(client.get(page.get_url()).content.decode()) for page in versions}

    assert len(said) == len(settings.WAGTAIL_CONTENT_LANGUAGES)
    assert len(said["/sportelli/bresso/"]) > 2
    assert [address for address, each in said.items() if each != said["/sportelli/bresso/"]] == []


SPOKEN = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES if not code.startswith("it")]


@pytest.mark.parametrize("language", SPOKEN)
def test_no_page_of_a_language_asks_for_words_that_it_does_not_have(
    demo: Demo, client: Client, language: str
) -> None:
    own = [address for address, page in demo.items() if page.locale.language_code == language]
    with untranslated(language) as noted:
        for address in (*own, f"/{language}/cerca/", f"/{language}/numero/", f"/{language}/niente/"):
            assert client.get(address).status_code in {200, 404}
        client.post(f"/{language}/cerca/", {"q": "xyz"})
        with translation.override(language):
            translation.gettext("Questo non è tradotto")

    assert len(own) > 15
    assert noted == {"Questo non è tradotto"}
