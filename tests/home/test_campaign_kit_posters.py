"""Posters: rendered as a printer would, then measured and read by other programs."""

import re
import zlib
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
from django.test import Client

from amaranta.demo.desks import phone, slot
from home.kit import PIECES, KitDesk, KitPhone, Sheet, markup
from home.kit.making import produce
from home.models import CampaignIndexPage, CampaignPage, HomePage
from servizi.models import DeskPage
from tests.home.campaigns import NUMBER, make_campaign, make_desk

from .kit_paper import CARDS, MM_PER_POINT, POSTERS, PRINTER_DPI, codes, get, printed, words

pytestmark = pytest.mark.usefixtures("media", "during")

COMPRESSED = re.compile(rb"/FlateDecode.*?stream\n(.*?)\nendstream", re.DOTALL)


def found(text: Any, word: str) -> list[int]:
    """Return where a word begins, each time, in characters from the start of the page."""
    searcher = text.search(word)
    places = []
    while (hit := searcher.get_next()) is not None:
        places.append(hit[0])
    return places


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
        label = next(str(piece.label) for piece in PIECES if piece.slug == slug)
        assert told["Title"] == ("Cartoncino" if slug in CARDS else f"{label}: Ti credo.")

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
