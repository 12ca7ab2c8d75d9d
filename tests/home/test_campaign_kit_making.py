"""When a piece of the kit is made, for whom, and what an editor sees of it before."""

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client

from amaranta.demo.desks import slot
from home.kit import PIECES
from home.making.making_process import make_next, tidy
from home.models import CampaignIndexPage, CampaignPage, HomePage
from servizi.models import DeskPage
from tests.home.campaigns import NUMBER, change_number, make_campaign, make_desk
from tests.making import fetched

from .kit_paper import get, words

pytestmark = pytest.mark.usefixtures("media", "during")


class TestFreshness:
    def test_the_same_sheet_is_made_once(
        self, client: Client, campaign: CampaignPage, desk: DeskPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = get(client, desk, "cartoncino").content

        monkeypatch.setattr("home.making.making_process.maker_of", None)

        assert get(client, desk, "cartoncino").content == first

    def test_a_new_number_of_a_desk_is_on_the_next_sheet_and_the_old_one_is_gone(
        self, client: Client, campaign: CampaignPage, desk: DeskPage, tmp_path: Path
    ) -> None:
        get(client, desk, "cartoncino")
        change_number(desk, "000 9999999")

        text = words(get(client, desk, "cartoncino").content, page=1)

        assert "000 9999999" in text
        assert NUMBER not in text
        assert len(list(tmp_path.rglob("cartoncino/*.pdf"))) == 1

    def test_a_desk_that_nobody_verified_lately_is_not_printed(
        self, client: Client, campaign: CampaignPage, desk: DeskPage
    ) -> None:
        assert desk.title in client.get("/campagne/25-novembre/kit/").content.decode()

        desk.verified_on = None
        desk.save()

        assert get(client, desk, "cartoncino").status_code == 404
        assert desk.title not in client.get("/campagne/25-novembre/kit/").content.decode()

    def test_hours_that_end_are_printed_with_their_last_day_and_only_while_they_hold(
        self, client: Client, campaign: CampaignPage, home: HomePage
    ) -> None:
        autumn, past, coming = (
            slot("4", "07:00", "08:00"),
            slot("1", "06:00", "07:00"),
            slot("3", "20:00", "21:00"),
        )
        autumn["value"]["valid_through"] = "2026-12-31"
        past["value"]["valid_through"] = "2026-09-30"
        coming["value"]["valid_from"] = "2027-01-01"
        desk = make_desk(home, hours=[autumn, past, coming, slot("02", "09:00", "13:00")])

        text = " ".join(words(get(client, desk, "locandina-a4").content).split())

        assert "lunedì e mercoledì 9.00–13.00 venerdì 7.00–8.00, fino al 31.12.2026" in text
        assert "6.00" not in text
        assert "20.00" not in text


class TestLimits:
    def test_nobody_can_ask_for_a_sheet_that_no_editor_published(
        self, client: Client, campaign: CampaignPage, desk: DeskPage
    ) -> None:
        for more in (f"{desk.pk}/altro/", "999999/cartoncino/", f"{campaign.pk}/cartoncino/"):
            assert client.get(f"/campagne/25-novembre/kit/{more}").status_code == 404

        campaign.unpublish()

        assert get(client, desk, "cartoncino").status_code == 404

    def test_a_sheet_can_show_no_file_of_this_machine_and_nothing_from_another_host(
        self, client: Client, index: CampaignIndexPage
    ) -> None:
        make_campaign(index, slogan="<img\nsrc=/etc/hosts>", poster_text="<a rel=attachment href=x>")

        data = get(client, None, "locandina-a4").content

        assert "<img src=/etc/hosts>" in " ".join(words(data).split())
        assert b"/EmbeddedFile" not in data

    def test_kit_files_are_kept_in_no_index_and_set_no_cookie(
        self, client: Client, campaign: CampaignPage, desk: DeskPage
    ) -> None:
        response = get(client, desk, "codice")

        assert "noindex" in response.headers["X-Robots-Tag"]
        assert response.headers["Cache-Control"] == "no-store"
        assert not response.cookies

    def test_every_piece_that_the_page_offers_can_be_had(
        self, client: Client, campaign: CampaignPage, desk: DeskPage
    ) -> None:
        text = client.get("/campagne/25-novembre/kit/").content.decode()

        for piece in PIECES:
            address = f"/campagne/25-novembre/kit/{desk.pk}/{piece.slug}/"
            assert f'href="/vedi{address}"' in text
            assert fetched(client, address).headers["Content-Type"] == piece.kind.media_type


class TestPreview:
    @pytest.mark.parametrize("mode", ["locandina-a4", "cartoncino", "immagine"])
    def test_the_editor_sees_the_sheet_as_a_picture_before_it_is_saved(
        self, home: HomePage, campaign: CampaignPage, mode: str, tmp_path: Path
    ) -> None:
        campaign.slogan = "Parole nuove"

        assert "si sta preparando" in campaign.make_preview_request(preview_mode=mode).content.decode()
        make_next(uuid4())
        response = campaign.make_preview_request(preview_mode=mode)

        assert response.status_code == 200
        assert 'src="data:image/png;base64,' in response.content.decode()
        tidy(older_than=timedelta(0))
        assert not list(tmp_path.rglob("*.*"))

    def test_the_card_shows_both_faces_and_says_whose_it_is(
        self, campaign: CampaignPage, desk: DeskPage
    ) -> None:
        campaign.make_preview_request(preview_mode="cartoncino")
        make_next(uuid4())
        shown = campaign.make_preview_request(preview_mode="cartoncino").content.decode()

        assert shown.count("<img") == 2
        assert f"Esempio per {desk.title}" in shown
