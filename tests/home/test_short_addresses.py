"""What is printed on paper cannot be corrected: an address once given out always leads somewhere useful."""

import pytest
from django.test import Client
from wagtail.models import Locale, Page, Site

from home.models import HomePage, InformationPage
from home.short_addresses import short_address
from tests.home.campaigns import make_desk


@pytest.fixture
def page(home: HomePage) -> InformationPage:
    page = InformationPage(title="La rete", slug="rete", search_description="Chi siamo.")
    home.add_child(instance=page)
    return page


class TestLeading:
    @pytest.mark.parametrize("typed", ["/s/{}", "/s/{}/"])
    def test_it_leads_to_its_page_with_or_without_the_last_stroke(
        self, client: Client, page: InformationPage, typed: str
    ) -> None:
        response = client.get(typed.format(page.pk))

        assert (response.status_code, response.headers["Location"]) == (302, "/rete/")
        assert not response.cookies
        assert response.headers["Cache-Control"] == "no-store"

    def test_in_another_language_it_leads_to_the_translation(
        self, client: Client, home: HomePage, page: InformationPage
    ) -> None:
        english = Locale.objects.create(language_code="en")
        home.copy_for_translation(english).save_revision().publish()
        translated = page.copy_for_translation(english)
        assert client.get(f"/en/s/{page.pk}").headers["Location"] == "/rete/"

        translated.save_revision().publish()

        assert client.get(f"/en/s/{page.pk}").headers["Location"] == "/en/rete/"

    def test_of_a_page_that_is_gone_it_leads_to_the_desks(
        self, client: Client, home: HomePage, page: InformationPage
    ) -> None:
        desk = make_desk(home)
        number = page.pk
        page.delete()

        for address in (f"/s/{number}", "/s/999999999", "/s/"):
            assert client.get(address).headers["Location"] == desk.get_parent().get_url()

    def test_before_there_are_desks_it_leads_home(self, client: Client, home: HomePage) -> None:
        assert client.get("/s/77").headers["Location"] == "/"

    def test_the_number_of_the_trees_root_leads_home(self, client: Client, home: HomePage) -> None:
        root = Page.objects.get(depth=1)

        assert client.get(f"/s/{root.pk}").headers["Location"] == "/"

    def test_of_a_desk_whose_italian_page_is_offline_it_leads_to_the_desks(
        self, client: Client, home: HomePage
    ) -> None:
        desk = make_desk(home)
        english = Locale.objects.create(language_code="en")
        for page in (home, desk.get_parent().specific, desk):
            page.copy_for_translation(english).save_revision().publish()
        translated = desk.get_translation(english)
        assert client.get(f"/en/s/{desk.pk}").headers["Location"] == translated.get_url()

        desk.unpublish()

        for number in (desk.pk, translated.pk):
            address = client.get(f"/en/s/{number}").headers["Location"]
            assert address == translated.get_parent().get_url()
            assert client.get(address).status_code == 200

    def test_it_takes_no_parameter_along(self, client: Client, page: InformationPage) -> None:
        assert client.get(f"/s/{page.pk}?utm_source=manifesto").headers["Location"] == "/rete/"


class TestPrinting:
    @pytest.mark.parametrize(
        ("port", "printed"),
        [
            (443, "https://testserver/s/7"),
            (80, "https://testserver/s/7"),
            (8000, "http://testserver:8000/s/7"),
        ],
    )
    def test_paper_says_https_unless_the_site_is_one_machine(
        self, home: HomePage, port: int, printed: str
    ) -> None:
        site = Site.objects.get()
        site.port = port

        assert short_address(site, "it", 7) == printed

    def test_paper_in_english_leads_to_english_pages(self, home: HomePage) -> None:
        assert short_address(Site(hostname="testserver", port=443), "en", 7) == "https://testserver/en/s/7"
