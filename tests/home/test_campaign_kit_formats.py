"""Further pieces of the kit: social formats, the printer's poster, logos, several languages, small pictures."""

import io
from dataclasses import replace

import pikepdf
import pytest
from django.test import Client
from PIL import Image

from home.kit import PIECES, KitDesk, KitPhone, Sheet, markup
from home.kit.logos import picture_uri
from home.kit.making import produce
from home.models import CampaignPage

from .kit_paper import codes, get, printed, words

FIELD = (157, 29, 72)
PLAIN = "Violenza contro le donne: qui c’è chi ascolta."
SHEET = Sheet(
    language="it",
    slogan="Ti credo.",
    text="Puoi parlarne. È gratuito.",
    outside="Buona giornata",
    drawing="ramo",
    address="https://testserver/s/5",
    calls=(KitPhone("112", "emergenza"), KitPhone("1522", "gratis, a ogni ora")),
    desk=KitDesk(5, "Centro di prova", "Bresso", (KitPhone("000 0000001"),), ("lunedì 9.00–13.00",)),
    plain=PLAIN,
    owner="Comune dell’Esempio",
)


def made(slug: str, sheet: Sheet = SHEET) -> bytes:
    piece = next(piece for piece in PIECES if piece.slug == slug)
    return produce(piece, markup(piece, sheet))


def near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(("slug", "size"), [("storia", (1080, 1920)), ("striscione", (1200, 630))])
@pytest.mark.parametrize("drawing", ["ramo", "pane"])
def test_a_social_image_has_its_size_and_keeps_its_words_on_the_field(
    slug: str, size: tuple[int, int], drawing: str
) -> None:
    longest = replace(SHEET, drawing=drawing, text=("parole lunghe " * 9)[:120], plain=PLAIN)

    with Image.open(io.BytesIO(made(slug, longest))) as opened:
        picture = opened.convert("RGB")

    assert picture.size == size
    # A margin of the field stays empty above, and on both sides.
    for x in (0, 20, size[0] - 2):
        assert near(picture.getpixel((x, 30)), FIELD)  # type: ignore[arg-type]
    assert near(picture.getpixel((size[0] // 2, size[1] - 5)), (255, 255, 255))  # type: ignore[arg-type]


class TestThePlainLine:
    @pytest.mark.parametrize("slug", ["locandina-a4", "locandina-a4-enti", "locandina-lingue"])
    def test_says_on_every_poster_what_it_is_about(self, slug: str) -> None:
        assert PLAIN in " ".join(words(made(slug)).split())
        assert "Violenza" not in words(made(slug, replace(SHEET, plain="")))

    def test_is_never_on_a_card(self) -> None:
        card = made("cartoncino")

        assert "112" in words(card, page=1)
        assert "Violenza" not in words(card) + words(card, page=1)

    def test_leaves_the_longest_slogan_its_place(self) -> None:
        longest = "Qualunque sia il giorno, qualunque sia l’ora, qualcuno ti ascolta e ti crede"
        assert (
            replace(SHEET, slogan=longest).setting.size
            <= replace(SHEET, slogan=longest, plain="").setting.size
        )


class TestSeveralLanguages:
    def test_each_has_a_line_and_its_letters(self) -> None:
        told = " ".join(words(made("locandina-lingue")).split())

        for line in (
            "Hai paura di qualcuno? Chiama: è gratis.",
            "Are you afraid of someone?",
            "¿Tienes miedo de alguien?",
            "Vous avez peur de quelqu’un ?",
            "Ți-e frică de cineva?",
            "Ви когось боїтеся?",
            "Ke frikë nga dikush?",
        ):
            assert line in told
        # PDFium gives Arabic letters in the order in which they stand on the paper.
        assert "免费" in told
        assert any("\u0600" <= sign <= "\u06ff" or "\ufe70" <= sign <= "\ufeff" for sign in told)
        assert "1522" in told

    def test_the_language_of_the_sheet_comes_first(self) -> None:
        english = words(made("locandina-lingue", replace(SHEET, language="en")))
        italian = words(made("locandina-lingue"))

        assert english.index("Are you afraid") < english.index("Hai paura")
        assert italian.index("Hai paura") < italian.index("Are you afraid")


def test_the_printers_poster_bleeds_over_the_line_where_it_is_cut() -> None:
    data = made("locandina-a3-tipografia")

    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        trim, bleed = [float(side) for side in page.TrimBox], [float(side) for side in page.BleedBox]
        media = [float(side) for side in page.MediaBox]
    millimetre = 72 / 25.4
    assert [round(trim[2] - trim[0]), round(trim[3] - trim[1])] == [842, 1191]
    assert trim[0] - bleed[0] >= 3 * millimetre
    assert bleed[0] > media[0]
    picture = printed(data, dpi=72).convert("RGB")
    edge = int(trim[0] - media[0])
    # Just outside the cut there is colour; where the marks are there is none.
    assert near(picture.getpixel((edge - 6, 200)), FIELD)  # type: ignore[arg-type]
    assert near(picture.getpixel((2, 200)), (255, 255, 255))  # type: ignore[arg-type]
    assert len(codes(printed(data).convert("L"))) == 1


def test_the_owner_and_its_logo_stand_where_patrons_have_room(settings: object, tmp_path: object) -> None:
    settings.MEDIA_ROOT = str(tmp_path)  # type: ignore[attr-defined]
    green = (0, 140, 60)
    Image.new("RGB", (400, 200), green).save(f"{tmp_path}/stemma.png")
    assert picture_uri("lost.png") == ""

    with_logo = printed(made("locandina-a4-enti", replace(SHEET, logo=picture_uri("stemma.png"))), dpi=40)
    without = printed(made("locandina-a4-enti"), dpi=40)

    for picture, shown in ((with_logo, True), (without, False)):
        band = picture.convert("RGB").crop((0, int(picture.height * 0.8), picture.width, picture.height))
        colours = [colour for _count, colour in band.getcolors(maxcolors=100_000)]
        assert any(near(colour, green) for colour in colours) is shown
    told = words(made("locandina-a4-enti"))
    assert "Comune dell’Esempio" in told
    assert "Con il patrocinio di" in told


@pytest.mark.usefixtures("media", "during")
def test_the_kit_shows_what_each_piece_looks_like_once_it_is_made(
    client: Client, campaign: CampaignPage
) -> None:
    kit = f"{campaign.get_url()}kit/"
    small = f"{kit}0/immagine/piccola/"
    assert small not in client.get(kit).content.decode()
    assert client.get(small).status_code == 404

    get(client, None, "immagine")

    assert f'src="{small}"' in client.get(kit).content.decode()
    response = client.get(small)
    with Image.open(io.BytesIO(response.content)) as picture:
        assert picture.format == "WEBP"
        assert max(picture.size) == 320
    assert len(response.content) < 20_000
    assert client.get(f"{kit}0/altro/piccola/").status_code == 404
