import datetime as dt
import re

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client

from amaranta.demo.pages import publish
from home.models import ArchivePage, BasePage, HelpPage, HomePage, InformationPage, PrivatePage, RightsPage
from home.text.stems import stems

# Without the mark a run of these tests alone would build no test database.
pytestmark = pytest.mark.django_db

Demo = dict[str, BasePage]


@pytest.fixture
def help_page(home: HomePage) -> HelpPage:
    page = HelpPage(title="Aiuto", slug="aiuto")
    home.add_child(instance=page)
    return page


@pytest.fixture
def right(help_page: HelpPage) -> RightsPage:
    """A right checked on 1 March 2026 and to be checked again by 1 September."""
    page = RightsPage(
        title="Permessi dal lavoro",
        slug="lavoro",
        law_reference="Art. 24 del decreto legislativo 80/2015\nUn’altra legge",
        verified_on=dt.date(2026, 3, 1),
        expires_on=dt.date(2026, 9, 1),
    )
    help_page.add_child(instance=page)
    return page


class TestARight:
    def test_shows_its_laws_and_the_day_it_was_checked(self, client: Client, right: RightsPage) -> None:
        with time_machine.travel("2026-08-31T23:00:00+02:00"):
            html = client.get(right.url).content.decode()

        assert "<li>Art. 24 del decreto legislativo 80/2015</li>" in html
        assert "verificata il 1º marzo 2026" in html
        assert "va ricontrollata" not in html

    def test_warns_its_readers_from_the_day_it_expires(self, client: Client, right: RightsPage) -> None:
        with time_machine.travel("2026-09-01T00:01:00+02:00"):
            html = client.get(right.url).content.decode()

        assert "Questa pagina va ricontrollata." in html

    def test_expired_gives_the_editor_a_task_on_the_dashboard(
        self, admin_client: Client, right: RightsPage
    ) -> None:
        with time_machine.travel("2026-08-31T12:00:00+02:00"):
            before = admin_client.get("/admin/").content.decode()
        with time_machine.travel("2026-09-02T12:00:00+02:00"):
            after = admin_client.get("/admin/").content.decode()

        assert "Diritti da ricontrollare" not in before
        assert "Diritti da ricontrollare" in after
        assert f"/admin/pages/{right.pk}/edit/" in after

    def test_a_check_that_expires_before_it_was_made_is_refused(self, right: RightsPage) -> None:
        right.expires_on = dt.date(2026, 2, 1)

        with pytest.raises(ValidationError) as refusal:
            right.full_clean()

        assert "expires_on" in refusal.value.message_dict


class TestAnAddress:
    @pytest.mark.parametrize("slug", ["violenza", "cos-e-lo-stalking", "piano-di-sicurezza", "se-denunci"])
    def test_that_tells_the_theme_is_refused_on_a_discreet_page(self, home: HomePage, slug: str) -> None:
        for page in (HelpPage(title="x", slug=slug), PrivatePage(title="x", slug=slug)):
            with pytest.raises(ValidationError) as refusal:
                home.add_child(instance=page)
            assert "cronologia" in refusal.value.message_dict["slug"][0]

    def test_of_a_public_page_may_name_the_theme(self, home: HomePage) -> None:
        home.add_child(instance=InformationPage(title="x", slug="contro-la-violenza"))


class TestThePageTree:
    def test_offers_below_each_page_only_what_belongs_there(
        self, help_page: HelpPage, home: HomePage
    ) -> None:
        assert RightsPage not in home.allowed_subpage_models()
        assert set(help_page.allowed_subpage_models()) == {HelpPage, PrivatePage, RightsPage}
        assert ArchivePage not in help_page.allowed_subpage_models()
        assert PrivatePage.allowed_subpage_models() == []


class TestTheArchive:
    def test_says_first_that_it_is_one_and_offers_todays_desks(self, demo: Demo, client: Client) -> None:
        html = client.get("/chi-siamo/amaranta-2013-2015/").content.decode()

        assert "<strong>Archivio.</strong>" in html
        assert 'href="/sportelli/"' in html
        assert html.index("Archivio.") < html.index("Chi l’ha fatto")

    def test_carries_no_telephone_mailbox_or_street_of_the_past(self, demo: Demo, client: Client) -> None:
        for address, page in demo.items():
            if isinstance(page, ArchivePage):
                main = client.get(address).content.decode().split("<main")[1].split("</main>")[0]
                assert not re.search(r"\b3\d\d[. ]?\d{2}[. ]?\d{2}|@|Donizetti", main), address

    def test_repeats_the_figures_of_the_report_and_invents_none(self, demo: Demo, client: Client) -> None:
        html = client.get("/chi-siamo/amaranta-2013-2015/").content.decode()

        for told in ("25 enti", "venti ore", "17 donne", "non li ricostruiamo"):
            assert told in html
        cells = re.findall(r"<td>(.*?)</td>", html)
        assert cells == ["8", "13", "32", "73", "4", "5,6"]


class TestThePathOfThoseWhoUseViolence:
    def test_leads_to_no_desk_and_no_form(self, demo: Demo, client: Client) -> None:
        main = client.get("/cambiare/").content.decode().split("<main")[1].split("</main>")[0]

        assert "CUAV" in main
        assert 'href="/sportelli' not in main
        assert 'class="button"' not in main


class TestPrivatePages:
    @pytest.mark.parametrize("address", ["/per-me/domande/", "/per-me/piano/"])
    def test_have_nothing_that_could_store_or_send(self, demo: Demo, client: Client, address: str) -> None:
        main = client.get(address).content.decode().split("<main")[1].split("</main>")[0]

        assert not re.search(r"<(input|textarea|select|form|script)", main)


class TestTheHomePage:
    def test_shows_its_doors_in_the_editors_order(self, demo: Demo, client: Client) -> None:
        html = client.get("/").content.decode()
        doors = re.findall(r'class="way">.*?<a href="([^"]+)"', html, re.DOTALL)

        assert doors == [
            "/per-me/", "/per-altri/", "/per-lavoro/", "/scuole/", "/chi-siamo/", "/cambiare/",
        ]  # fmt: skip

    def test_a_door_to_a_page_that_is_not_published_is_not_there(
        self, home: HomePage, help_page: HelpPage, client: Client
    ) -> None:
        home.doors = [("door", {"title": "Aiuto", "text": "", "page": help_page})]
        home.save()
        assert 'class="way"' in client.get("/").content.decode()

        help_page.unpublish()
        assert 'class="way"' not in client.get("/").content.decode()


class TestLanguages:
    def test_are_offered_by_their_own_names_where_a_translation_is_published(
        self, demo: Demo, client: Client
    ) -> None:
        italian = client.get("/per-me/capire/").content.decode()
        english = client.get("/en/for-me/understand/").content.decode()

        assert re.search(r'<a href="/en/for-me/understand/" lang="en"[^>]*>English</a>', italian)
        assert re.search(r'<a href="/per-me/capire/" lang="it"[^>]*>Italiano</a>', english)
        assert '<html lang="en">' in english
        # Without a translation there is a way to the home page, which says so.
        alone = client.get("/chi-siamo/").content.decode()
        homes = alone.split("iniziale in altre lingue:</p>")[1].split("</nav>")[0]
        assert re.search(r'<a href="/en/" lang="en"[^>]*>English</a>', homes)
        assert "altre lingue:" not in client.get("/sportelli/bresso/").content.decode()

    def test_nobody_is_sent_to_another_language_by_the_browsers_wish(
        self, demo: Demo, client: Client
    ) -> None:
        response = client.get("/", headers={"accept-language": "en"})

        assert response.status_code == 200
        assert '<html lang="it">' in response.content.decode()
        assert not response.cookies


def test_links_between_the_pages_of_the_demonstration_all_lead_somewhere(demo: Demo, client: Client) -> None:
    known: set[str] = set(demo)
    for address in demo:
        main = client.get(address).content.decode().split("<main")[1].split("</main>")[0]
        for link in re.findall(r'href="(/[^"#?]*)', main):
            # Made when somebody asks: test_leaflets, test_folded_leaflets, test_press_kit.
            made = "/vedi/foglio/" in link or "/vedi/cartella/" in link
            known_here = link in known or made or client.get(link).status_code == 200
            assert known_here, f"{address} -> {link}"
            known.add(link)


def test_building_the_pages_again_changes_nothing(home: HomePage, client: Client) -> None:
    from amaranta.demo.pages import build_pages

    build_pages(home)
    before = list(HelpPage.objects.values_list("pk", "latest_revision_id"))
    build_pages(home)

    assert list(HelpPage.objects.values_list("pk", "latest_revision_id")) == before


def test_a_page_with_every_word_of_the_blocks_is_found_by_them(help_page: HelpPage) -> None:
    publish(help_page, [("checklist", {"heading": "Borsa", "items": ["Caricatore"]})], {})
    help_page.refresh_from_db()

    assert set(stems("Caricatore Borsa", "it").split()) <= set(help_page.search_stems.split())
