"""Before a site opens: what only its owner can say, and a demonstration that says that it is one."""

import re
from html import unescape

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from amaranta.demo.pages import publish
from home.models import BasePage, HelpPage, HomePage, SiteSettings
from home.text.site_words import WORDS

from .people import as_

Demo = dict[str, BasePage]
BANNER = "Sito di prova."


def settings_of_site() -> SiteSettings:
    found: SiteSettings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    return found


def set_to(**values: object) -> None:
    settings = settings_of_site()
    for name, value in values.items():
        setattr(settings, name, value)
    settings.save()


@pytest.fixture
def page(home: HomePage) -> HelpPage:
    page = HelpPage(title="Uno", slug="uno", search_description="Scrivi a: {{ente}}")
    home.add_child(instance=page)
    tokens = " ".join(f"{{{{{word.token}}}}}" for word in WORDS)
    publish(page, [("text", f"<p>{tokens}</p>")], {})
    return page


class TestWordsOfTheOwner:
    def test_until_they_are_said_a_page_says_a_sentence_and_no_token_or_bracket(
        self, page: HelpPage, client: Client
    ) -> None:
        html = unescape(client.get("/uno/").content.decode())

        for word in WORDS:
            assert str(word.until_set) in html, word.token
        assert "{{" not in html

    @pytest.mark.parametrize("word", WORDS, ids=lambda word: word.token)
    def test_what_is_said_in_the_settings_stands_on_the_page(
        self, page: HelpPage, client: Client, word: object
    ) -> None:
        set_to(**{word.field: 'Parola <b>nuova</b> & "certa" \\ {{emergenza}}'})
        html = client.get("/uno/").content.decode()

        assert "Parola ‹b›nuova‹/b› &amp; ”certa” / ((emergenza))" in html
        assert str(word.until_set) not in unescape(html).split("<main")[1]

    def test_in_another_language_the_italian_words_say_that_they_are(
        self, demo: Demo, client: Client
    ) -> None:
        set_to(owner="")
        before = client.get("/en/accessibility/").content.decode()
        set_to(owner="Comune di Esempio")
        after = client.get("/en/accessibility/").content.decode()

        assert "Whoever runs this site is committed" in before
        assert '<span lang="it">Comune di Esempio</span> is committed' in after
        assert "Comune di Esempio si impegna" in client.get("/accessibilita/").content.decode()

    def test_no_page_of_the_demonstration_has_a_gap_between_brackets(
        self, demo: Demo, client: Client
    ) -> None:
        gaps = re.compile(r"\[(?:Da|Testo|To be)\b[^\]]*\]")
        assert gaps.search("[Da completare dal titolare: nome]")

        assert {a: found for a in demo if (found := gaps.findall(client.get(a).content.decode()))} == {}


class TestTheList:
    def test_names_each_gap_with_a_way_to_its_field(self, home: HomePage, admin_client: Client) -> None:
        html = admin_client.get("/admin/").content.decode()
        listed = html.split("Prima di aprire al pubblico")[1].split("</section>")[0]
        edit = reverse("wagtailsettings:edit", args=["home", "sitesettings", home.get_site().pk])
        form = admin_client.get(edit, follow=True).content.decode()
        fields = re.findall(rf'href="{edit}#id_(\w+)"', listed)

        assert set(fields) == {*(word.field for word in WORDS), "duty_read_on", "is_demonstration"}
        assert [name for name in fields if f'id="id_{name}"' not in form] == []

    def test_what_was_said_is_asked_no_more_and_in_the_end_the_list_is_gone(
        self, home: HomePage, admin_client: Client
    ) -> None:
        set_to(owner="Comune di Esempio")
        listed = admin_client.get("/admin/").content.decode()
        assert "#id_owner" not in listed
        assert "#id_controller" in listed

        said = {word.field: "Detto." for word in WORDS}
        set_to(**said, duty_read_on="2026-12-01", is_demonstration=False)
        assert "Prima di aprire" not in admin_client.get("/admin/").content.decode()

    def test_what_a_demonstration_says_as_an_example_is_still_asked(self, demo: Demo) -> None:
        shown = as_("coordinamento").get("/admin/").content.decode()
        assert SiteSettings.objects.get().owner.endswith("(esempio)")

        for field in ("owner", "owner_above", "press_contact"):
            assert f"#id_{field}" in shown, field
        set_to(owner="Comune di Prova", owner_above="", press_contact="Ufficio stampa, 000 0000009")
        shown = as_("coordinamento").get("/admin/").content.decode()
        assert "#id_controller" in shown
        for field in ("owner", "owner_above", "press_contact"):
            assert f"#id_{field}" not in shown, field

    def test_pages_on_rights_that_no_lawyer_has_read_are_on_it(self, demo: Demo) -> None:
        listed = as_("coordinamento").get("/admin/").content.decode()

        right = demo["/per-me/diritti/avvocata/"]
        assert f"/admin/pages/{right.pk}/edit/#id_lawyer_read_on" in listed

    def test_whoever_may_not_change_settings_is_not_asked(self, demo: Demo) -> None:
        assert "Prima di aprire" in as_("coordinamento").get("/admin/").content.decode()
        assert "Prima di aprire" not in as_("redazione-bresso").get("/admin/").content.decode()


class TestADemonstration:
    def test_says_so_on_every_page_in_every_language_until_a_setting_ends_it(
        self, demo: Demo, client: Client
    ) -> None:
        addresses = [*demo, "/cerca/", "/en/cerca/", "/non-esiste/"]

        def said() -> list[str]:
            pages = {address: client.get(address).content.decode() for address in addresses}
            return [a for a, html in pages.items() if '<aside class="wrap">' in html]

        assert said() == addresses
        set_to(is_demonstration=False)
        assert said() == []

    def test_ends_when_somebody_who_may_change_the_settings_says_so(self, demo: Demo, client: Client) -> None:
        person = as_("coordinamento")
        edit = reverse("wagtailsettings:edit", args=["home", "sitesettings", demo["/"].get_site().pk])
        form = person.get(edit, follow=True).context["form"]
        posted = {name: form[name].value() or "" for name in form.fields if name != "is_demonstration"}
        assert BANNER in client.get("/").content.decode()

        person.post(edit, posted)

        assert BANNER not in client.get("/").content.decode()

    def test_a_site_that_never_was_one_says_nothing(self, db: None, client: Client) -> None:
        assert SiteSettings().is_demonstration is False

    def test_shows_no_invented_number_as_a_line_that_always_answers(self, demo: Demo, client: Client) -> None:
        for address in ("/", "/en/", "/sportelli/", "/per-me/capire/"):
            main = client.get(address).content.decode().split("<main")[1]
            around = [
                main[m.start() : m.start() + 300]
                for m in re.finditer("A ogni ora|sempre attivo|At any hour", main)
            ]
            assert not [text for text in around if "000 0000003" in text and 'class="now' in text], address
            assert 'class="tel" href="tel:000' not in main, address

    def test_no_desk_bears_a_name_of_the_projects_of_the_past(self, demo: Demo, client: Client) -> None:
        archive = " ".join(
            client.get(f"/chi-siamo/{slug}/").content.decode()
            for slug in ("amaranta-2013-2015", "al-tuo-fianco")
        )
        assert "Donne Insieme" in archive
        desks = [page.title for address, page in demo.items() if re.match(r"/sportelli/.", address)]

        assert len(desks) == 3
        for title in desks:
            assert title.endswith("(esempio)")
            assert not re.search("Donn[ae] Insieme|Al tuo fianco|Amaranta", title)


def test_only_who_may_change_the_settings_can_fill_them_in(db: None) -> None:
    user = get_user_model().objects.create_user("senza-ruolo", password="x")

    assert not user.has_perm("home.change_sitesettings")
