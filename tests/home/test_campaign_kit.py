"""Posters, cards, images and codes: rendered as a printer or a screen would, then read by other programs."""

import io
import re
import threading
import time
import zlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import time_machine
import weasyprint
import zxingcpp
from django.conf import LazySettings
from django.test import Client
from PIL import Image

from amaranta.demo.desks import phone, slot
from home.kit import PIECES, KitDesk, KitPhone, Sheet, make, markup, produce
from home.models import CampaignIndexPage, CampaignPage, HomePage
from home.telling import telling
from servizi.models import DeskPage
from tests.home.campaigns import DURING, NUMBER, change_number, make_campaign, make_desk, make_index

MM_PER_POINT = 25.4 / 72
PRINTER_DPI = 150
POSTERS = ("locandina-a4", "locandina-a3", "locandina-a4-nero")
COMPRESSED = re.compile(rb"/FlateDecode.*?stream\n(.*?)\nendstream", re.DOTALL)
CARDS = ("cartoncino", "cartoncini-a4")


@pytest.fixture(autouse=True)
def _place(settings: LazySettings, tmp_path: Path) -> Iterator[None]:
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(DURING, tick=False):
        yield


@pytest.fixture
def index(home: HomePage) -> CampaignIndexPage:
    return make_index(home)


@pytest.fixture
def campaign(index: CampaignIndexPage) -> CampaignPage:
    return make_campaign(index)


@pytest.fixture
def desk(home: HomePage) -> DeskPage:
    return make_desk(home)


def get(client: Client, desk: DeskPage | None, slug: str) -> Any:
    return client.get(f"/campagne/25-novembre/kit/{desk.pk if desk else 0}/{slug}/")


def printed(data: bytes, page: int = 0, dpi: int = PRINTER_DPI) -> Image.Image:
    """Return a page of a PDF as a printer of that resolution sees it."""
    with pypdfium2.PdfDocument(data) as document:
        picture: Image.Image = document[page].render(scale=dpi / 72).to_pil()
    return picture


def words(data: bytes, page: int = 0) -> str:
    """Return the text of a page that can be selected and read aloud."""
    with pypdfium2.PdfDocument(data) as document:
        return str(document[page].get_textpage().get_text_bounded())


def codes(picture: Image.Image) -> list[Any]:
    return zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)


def found(text: Any, word: str) -> list[int]:
    """Return where a word begins, each time, in characters from the start of the page."""
    searcher = text.search(word)
    places = []
    while (hit := searcher.get_next()) is not None:
        places.append(hit[0])
    return places


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


class TestPoster:
    @pytest.mark.parametrize("slug", POSTERS)
    def test_strips_are_at_least_thirty_millimetres_wide(
        self, client: Client, campaign: CampaignPage, desk: DeskPage, slug: str
    ) -> None:
        picture = printed(get(client, desk, slug).content)
        centres = sorted(
            (code.position.top_left.x + code.position.bottom_right.x) / 2
            for code in codes(picture)
            if code.position.top_left.y > picture.height * 0.75
        )
        gaps = [(right - left) / PRINTER_DPI * 25.4 for left, right in pairwise(centres)]

        assert len(gaps) >= 5
        assert min(gaps) >= 30

    @pytest.mark.parametrize(
        ("slug", "millimetres"),
        [
            ("locandina-a4", (210, 297)),
            ("locandina-a3", (297, 420)),
            ("cartoncino", (85, 55)),
            ("cartoncini-a4", (210, 297)),
        ],
    )
    def test_sheets_have_the_size_that_they_say_and_no_page_too_many(
        self, client: Client, campaign: CampaignPage, desk: DeskPage, slug: str, millimetres: tuple[int, int]
    ) -> None:
        with pypdfium2.PdfDocument(get(client, desk, slug).content) as document:
            sizes = {tuple(round(side * MM_PER_POINT) for side in page.get_size()) for page in document}
            pages = len(document)

        assert sizes == {millimetres}
        assert pages == (2 if slug in CARDS else 1)

    @pytest.mark.parametrize("slug", POSTERS)
    def test_the_longest_words_leave_the_strips_alone(
        self, client: Client, home: HomePage, index: CampaignIndexPage, slug: str
    ) -> None:
        make_campaign(index, poster_text=("parole lunghe " * 9)[:120])
        note = "dal lunedì al venerdì " * 5
        hours = [slot(str(day), f"{day + 8:02}:00", "13:00") for day in range(5)]
        desk = make_desk(home, phones=[phone(NUMBER, hours=note)], hours=hours)

        with pypdfium2.PdfDocument(get(client, desk, slug).content) as document:
            text = document[0].get_textpage()
            boxes = [text.get_charbox(place) for place in found(text, "1522")]
            strips = [text.get_charbox(place) for place in found(text, NUMBER)]

        assert boxes
        bottom_of_calls = min(bottom for _left, bottom, _right, _top in boxes)
        first_line_of_strips = 52 / MM_PER_POINT
        assert bottom_of_calls > first_line_of_strips
        assert sum(top < first_line_of_strips for _left, _bottom, _right, top in strips) == len(strips) - 1

    def test_words_are_text_and_not_pictures_of_text(
        self, client: Client, campaign: CampaignPage, desk: DeskPage
    ) -> None:
        text = words(get(client, desk, "locandina-a4").content)

        for each in ("Puoi parlarne. È gratuito.", NUMBER, "lunedì e mercoledì 9.00–13.00", "112", "1522"):
            assert each in text

    def test_screen_readers_get_its_language_and_its_structure(
        self, client: Client, campaign: CampaignPage, desk: DeskPage
    ) -> None:
        data = get(client, desk, "locandina-a4").content

        objects = b"".join(zlib.decompress(stream) for stream in COMPRESSED.findall(data))
        assert b"/Lang (it)" in objects
        assert b"/StructTreeRoot" in objects
        assert b"/H1" in objects
        assert b"pdfuaid:part" in objects

    @pytest.mark.parametrize("slug", [*POSTERS, *CARDS])
    def test_nobody_is_named_in_what_the_file_says_of_itself(
        self, client: Client, campaign: CampaignPage, desk: DeskPage, slug: str
    ) -> None:
        with pypdfium2.PdfDocument(get(client, desk, slug).content) as document:
            told = {name: value for name, value in document.get_metadata_dict().items() if value}

        assert set(told) <= {"Title", "Producer"}
        assert told["Title"] == ("Cartoncino" if slug in CARDS else "Ti credo.")

    @pytest.mark.parametrize(
        "slogan",
        [
            "Sì",
            "Ti credo.",
            "Pane,\ne una parola",
            "Una porta che si apre da dentro, quando decidi tu",
            "Qualunque sia il giorno, qualunque sia l’ora, qualcuno ti ascolta e ti crede",
        ],
    )
    @pytest.mark.parametrize("drawing", ["ramo", "pane", "porta"])
    def test_no_slogan_runs_into_the_drawing_or_out_of_its_field(
        self, client: Client, index: CampaignIndexPage, slogan: str, drawing: str
    ) -> None:
        make_campaign(index, slogan=slogan, drawing=drawing)

        picture = printed(get(client, None, "locandina-a4").content, dpi=40).convert("RGB")

        field = picture.crop((0, 0, picture.width, int(picture.height * 0.4)))
        white = [
            (x, y)
            for x in range(field.width)
            for y in range(field.height)
            if field.getpixel((x, y)) == (255, 255, 255)
        ]
        # White is the slogan and the brand; the margin stays empty, and so does the drawing's place.
        left = 21 if drawing == "pane" else 12.9
        unit = picture.width / 21
        assert white
        assert max(x for x, _y in white) < min(left, 19.9) * unit


class TestRightToLeft:
    """A campaign in a language that runs from right to left (the words are none)."""

    SHEET = Sheet(
        language="ar",
        slogan="رط جصهدس.",
        text="قه حاط عاشصا دط فشالجشنس",
        outside="بشسنا",
        drawing="ramo",
        address="https://testserver/s/5",
        calls=(KitPhone("112", "همهصزهنضا"),),
        desk=KitDesk(5, "جهنرصس دسننا", "Bresso", (KitPhone(f"\u2066{NUMBER}\u2069"),)),
    )

    @pytest.mark.parametrize("slug", POSTERS)
    def test_every_strip_is_on_the_paper(self, slug: str) -> None:
        piece = next(piece for piece in PIECES if piece.slug == slug)

        picture = printed(produce(piece, markup(piece, self.SHEET)))

        margin = 6 / 25.4 * PRINTER_DPI
        edges = [
            (code.position.top_left.x, code.position.bottom_right.x) for code in codes(picture.convert("L"))
        ]
        assert len(edges) == 1 + (9 if slug == "locandina-a3" else 6)
        assert min(left for left, _right in edges) > margin
        assert max(right for _left, right in edges) < picture.width - margin

    def test_the_slogan_hangs_on_the_right_and_leaves_the_drawing_alone(self) -> None:
        picture = printed(produce(PIECES[0], markup(PIECES[0], self.SHEET)), dpi=40).convert("RGB")

        field = picture.crop((0, 0, picture.width, int(picture.height * 0.4)))
        white = [
            x
            for x in range(field.width)
            for y in range(field.height)
            if field.getpixel((x, y)) == (255, 255, 255)
        ]
        unit = picture.width / 21
        assert min(white) > 8.1 * unit
        assert 19 * unit < max(white) < 19.9 * unit

    @pytest.mark.parametrize("slug", ["locandina-a4", "cartoncino"])
    def test_the_telephone_is_printed_in_the_order_in_which_it_is_dialled(self, slug: str) -> None:
        piece = next(piece for piece in PIECES if piece.slug == slug)
        data = produce(piece, markup(piece, self.SHEET))

        with pypdfium2.PdfDocument(data) as document:
            text = document[len(document) - 1].get_textpage()
            places = found(text, NUMBER.split()[1])
            firsts = found(text, NUMBER.split()[0] + " ")
            last, first = text.get_charbox(places[0]), text.get_charbox(firsts[0])

        assert first[0] < last[0]


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
        assert not telling(text.replace("1522", ""))
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


class TestFreshness:
    def test_the_same_sheet_is_made_once(
        self, client: Client, campaign: CampaignPage, desk: DeskPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = get(client, desk, "cartoncino").content

        monkeypatch.setattr("home.kit.store.produce", None)

        assert get(client, desk, "cartoncino").content == first

    def test_a_new_number_of_a_desk_is_on_the_next_sheet_and_the_old_one_is_gone(
        self, client: Client, campaign: CampaignPage, desk: DeskPage, tmp_path: Path
    ) -> None:
        get(client, desk, "cartoncino")
        change_number(desk, "000 9999999")

        text = words(get(client, desk, "cartoncino").content, page=1)

        assert "000 9999999" in text
        assert NUMBER not in text
        assert len(list(tmp_path.rglob("*.pdf"))) == 1

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

    def test_while_another_file_is_made_a_visitor_is_asked_to_come_back(
        self, client: Client, campaign: CampaignPage, desk: DeskPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(make, "WAIT_SECONDS", 0)
        busy = threading.Lock()
        monkeypatch.setattr(make, "_one_at_a_time", busy)

        with busy:
            response = get(client, desk, "cartoncino")

        assert response.status_code == 503
        assert response.headers["Retry-After"] == "10"
        assert "Riprova" in response.content.decode()
        assert get(client, desk, "cartoncino").status_code == 200

    def test_one_visitor_waits_for_a_file_and_the_next_is_sent_away_at_once(
        self, client: Client, campaign: CampaignPage, desk: DeskPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(make, "WAIT_SECONDS", 60)
        busy, waiting = threading.Lock(), threading.Lock()
        monkeypatch.setattr(make, "_one_at_a_time", busy)
        monkeypatch.setattr(make, "_the_next", waiting)

        with busy, waiting:
            began = time.monotonic()
            response = get(client, desk, "cartoncino")

        assert response.status_code == 503
        assert time.monotonic() - began < 10

    def test_a_visitor_who_waits_gets_the_file_when_the_other_one_is_made(
        self, client: Client, campaign: CampaignPage, desk: DeskPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        busy = threading.Lock()
        monkeypatch.setattr(make, "_one_at_a_time", busy)
        busy.acquire()
        threading.Timer(0.2, busy.release).start()

        response = get(client, desk, "cartoncino")

        assert response.status_code == 200
        assert make._the_next.acquire(blocking=False)
        make._the_next.release()

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
            assert f'href="{address}"' in text
            assert client.get(address).headers["Content-Type"] == piece.kind.media_type


class TestPreview:
    @pytest.mark.parametrize("mode", ["locandina-a4", "cartoncino", "immagine"])
    def test_the_editor_sees_the_sheet_as_a_picture_before_it_is_saved(
        self, home: HomePage, campaign: CampaignPage, mode: str, tmp_path: Path
    ) -> None:
        campaign.slogan = "Parole nuove"

        response = campaign.make_preview_request(preview_mode=mode)

        assert response.status_code == 200
        assert 'src="data:image/png;base64,' in response.content.decode()
        assert not list(tmp_path.rglob("*.*"))

    def test_the_card_shows_both_faces_and_says_whose_it_is(
        self, campaign: CampaignPage, desk: DeskPage
    ) -> None:
        shown = campaign.make_preview_request(preview_mode="cartoncino").content.decode()

        assert shown.count("<img") == 2
        assert f"Esempio per {desk.title}" in shown
