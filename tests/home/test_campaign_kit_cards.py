"""Codes, cards and images of the kit, read as somebody who finds one would."""

import io

import pytest
import weasyprint
from django.test import Client
from PIL import Image

from home.discreet.revealing_words import revealing_word
from home.models import CampaignPage
from servizi.models import DeskPage
from tests.home.campaigns import NUMBER

from .kit_paper import CARDS, POSTERS, codes, get, printed, words

pytestmark = pytest.mark.usefixtures("media", "during")


class TestCodes:
    @pytest.mark.parametrize("slug", POSTERS)
    def test_every_code_of_a_poster_leads_to_the_desk_also_when_printed_in_grey(
        self, client: Client, campaign: CampaignPage, desk: DeskPage, slug: str
    ) -> None:
        grey = printed(get(client, desk, slug).content).convert("L")

        found = codes(grey)

        strips = 9 if slug == "locandina-a3" else 6
        assert [code.text for code in found] == [f"https://testserver/s/{desk.pk}"] * (1 + strips)

    @pytest.mark.parametrize(("slug", "copies"), [("cartoncino", 1), ("cartoncini-a4", 10)])
    def test_the_code_of_a_card_is_on_its_inner_face_alone(
        self, client: Client, campaign: CampaignPage, desk: DeskPage, slug: str, copies: int
    ) -> None:
        data = get(client, desk, slug).content

        assert codes(printed(data, page=0)) == []
        found = codes(printed(data, page=1))
        assert [code.text for code in found] == [f"https://testserver/s/{desk.pk}"] * copies

    @pytest.mark.parametrize("slug", [*POSTERS, "cartoncino"])
    def test_whoever_types_the_address_by_hand_comes_to_the_same_page(
        self, client: Client, campaign: CampaignPage, desk: DeskPage, slug: str
    ) -> None:
        data = get(client, desk, slug).content
        page = 1 if slug in CARDS else 0
        (address,) = {code.text for code in codes(printed(data, page))}

        assert address.removeprefix("https://") in words(data, page)
        assert "?" not in address
        path = address.removeprefix("https://testserver")
        assert client.get(path).headers["Location"] == desk.get_url()

    def test_the_code_alone_can_be_read_from_its_svg(
        self, client: Client, campaign: CampaignPage, desk: DeskPage
    ) -> None:
        response = get(client, desk, "codice")
        sheet = weasyprint.HTML(string=response.content.decode()).write_pdf()

        (code,) = codes(printed(sheet))

        assert response.headers["Content-Type"] == "image/svg+xml"
        assert code.text == f"https://testserver/s/{desk.pk}"

    def test_paper_without_a_desk_leads_to_the_list_of_desks(
        self, client: Client, campaign: CampaignPage, desk: DeskPage
    ) -> None:
        data = get(client, None, "locandina-a4").content

        (address,) = {code.text for code in codes(printed(data))}

        assert address == "https://testserver/s/"
        assert client.get("/s/").headers["Location"] == desk.get_parent().get_url()


class TestCard:
    @pytest.mark.parametrize("slug", CARDS)
    def test_its_outer_face_says_nothing_but_the_neutral_words(
        self, client: Client, campaign: CampaignPage, desk: DeskPage, slug: str
    ) -> None:
        text = words(get(client, desk, slug).content, page=0)

        assert set(text.split()) == {"Buona", "giornata"}

    def test_its_inner_face_has_number_and_hours_and_no_telling_word(
        self, client: Client, campaign: CampaignPage, desk: DeskPage
    ) -> None:
        text = words(get(client, desk, "cartoncino").content, page=1)

        assert NUMBER in text
        assert "lunedì e mercoledì 9.00–13.00" in text
        assert not revealing_word(text.replace("1522", ""))
        assert campaign.slogan not in text
        assert desk.title not in text

    def test_its_outer_face_has_another_colour_than_the_posters(
        self, client: Client, campaign: CampaignPage, desk: DeskPage
    ) -> None:
        card = printed(get(client, desk, "cartoncino").content, dpi=40).convert("RGB")
        poster = printed(get(client, desk, "locandina-a4").content, dpi=40).convert("RGB")
        field = poster.getpixel((2, 2))

        assert field not in {color for _count, color in card.getcolors(maxcolors=100_000)}


class TestImage:
    def test_it_is_a_square_of_1080_points_without_hidden_data(
        self, client: Client, campaign: CampaignPage, desk: DeskPage
    ) -> None:
        response = get(client, desk, "immagine")

        with Image.open(io.BytesIO(response.content)) as picture:
            assert picture.size == (1080, 1080)
            assert picture.format == "PNG"
            assert not picture.info.get("exif")
        assert response.headers["Content-Type"] == "image/png"
