"""Every PDF that the site makes, as screen readers and a checker of PDF/UA-1 get it."""

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from django.test import Client
from pdfua import validate

from home.kit import PIECES, PieceFormat
from home.models import CampaignPage
from home.pdf import write_pdf
from servizi.models import DeskPage
from tests.making import fetched

from .campaigns import NUMBER
from .kit_paper import CARDS, POSTERS, get
from .materials import Demo, data, materials
from .spoken import kinds, spoken

PAGE = '<html lang="it"><head><title>Prova</title></head><body>%s</body></html>'
REACHED = [piece.slug for piece in PIECES if piece.kind is PieceFormat.PDF]


def every_pdf(demo: Demo, client: Client) -> Iterator[tuple[str, bytes]]:
    """Yield a name and the bytes of each PDF of the demonstration's lessons and campaigns, in each script."""
    for material in materials(demo):
        yield f"{material.slug}.pdf", data(material, "pdf")
    for page in campaigns(demo):
        desks = [desk.number for desk in page._desks()][:1]
        for number in (0, *desks):
            for slug in REACHED if number == 0 else (*POSTERS, *CARDS):
                response = fetched(client, f"{page.get_url()}kit/{number}/{slug}/")
                assert response.status_code == 200, (page, slug)
                yield f"{page.locale.language_code}-{page.slug}-{number}-{slug}.pdf", response.content


def campaigns(demo: Demo) -> list[CampaignPage]:
    """Return those in the two languages of all pages, and in each that has letters of its own."""
    found = [page for page in demo.values() if isinstance(page, CampaignPage)]
    return [page for page in found if page.locale.language_code in {"it", "en", "ar", "uk", "zh-hans"}]


def strings(tree: pikepdf.Object) -> list[bytes]:
    return [bytes(key) for key in list(tree.Names)[::2]]


class TestEveryPdf:
    def test_is_tagged_named_and_in_a_language_and_leaves_no_word_outside_its_structure(
        self, demo: Demo, client: Client, tmp_path: Path
    ) -> None:
        titles = {" ".join(page.slogan.split()) for page in campaigns(demo)} | {
            page.title for page in materials(demo)
        }
        languages = {code for code, _name in settings.LANGUAGES}
        made = dict(every_pdf(demo, client))
        for name, content in made.items():
            (tmp_path / name).write_bytes(content)
            findings = validate(str(tmp_path / name)).findings
            heard = spoken(content)
            assert not findings, (name, findings)
            assert not heard.outside.strip(), (name, heard.outside)
            assert heard.text, name
            assert all(element.text for element in heard.of("H1", "H2", "H3", "P", "LI", "Figure")), name
            with pikepdf.open(io.BytesIO(content)) as pdf:
                assert str(pdf.Root.Lang).lower() in languages, name
                title = str(pdf.docinfo.Title)
                # A poster says first what it is.
                assert titles & {title, title.partition(": ")[2]} or any(card in name for card in CARDS), name
        assert len(made) >= len(materials(demo)) + len(campaigns(demo)) * (
            len(REACHED) + len(POSTERS + CARDS)
        )

    def test_tells_of_each_header_cell_which_way_it_heads_and_where_it_is_found(self, demo: Demo) -> None:
        tables = 0
        for page in materials(demo):
            content = data(page, "pdf")
            headers = spoken(content).of("TH")
            assert all(cell.attributes.get("Scope") in {"Column", "Row"} for cell in headers), page
            if headers:
                tables += 1
                with pikepdf.open(io.BytesIO(content)) as pdf:
                    names = strings(pdf.Root.StructTreeRoot.IDTree)
                assert names == sorted(names)
                asked = {
                    name for cell in spoken(content).of("TD") for name in cell.attributes.get("Headers", [])
                }
                assert asked
                assert asked <= set(names)
        assert tables >= 3


@pytest.mark.usefixtures("media", "during")
class TestWhatIsReadOnce:
    @pytest.mark.parametrize("slug", POSTERS)
    def test_a_poster_is_read_with_one_tear_off_strip(
        self, client: Client, campaign: CampaignPage, desk: DeskPage, slug: str
    ) -> None:
        heard = spoken(get(client, desk, slug).content)

        assert heard.text.count(NUMBER) == 2
        assert len(heard.of("Figure")) == 2
        assert heard.artefacts.count(NUMBER) >= 5

    @pytest.mark.parametrize("slug", CARDS)
    def test_ten_cards_on_a_sheet_are_read_as_one(
        self, client: Client, campaign: CampaignPage, desk: DeskPage, slug: str
    ) -> None:
        heard = spoken(get(client, desk, slug).content)

        assert heard.text.count(NUMBER) == 1
        assert heard.text.count("Buona giornata") == 1


class TestWhatIsNoContent:
    def test_markup_that_is_hidden_from_screen_readers_is_drawn_and_not_read(self) -> None:
        heard = spoken(write_pdf(PAGE % '<p>Detto</p><div aria-hidden="true"><p>Solo <b>visto</b></p></div>'))

        assert heard.text == "Detto"
        assert "visto" in heard.artefacts

    def test_page_numbers_in_the_margin_are_not_read_in_the_middle_of_a_sentence(self) -> None:
        style = '<style>@page { @bottom-right { content: "foglio " counter(page) } }</style>'
        heard = spoken(write_pdf(PAGE % f"{style}<p>Prima</p><p>Dopo</p>"))

        assert heard.text == "Prima Dopo"
        assert "foglio 1" in heard.artefacts
        assert not heard.outside

    def test_an_empty_line_to_write_on_is_no_stop_and_an_empty_cell_is_one(self) -> None:
        table = "<table><tr><th>Ora</th><th>Chi</th></tr><tr><th>9</th><td></td></tr></table>"
        made = write_pdf(PAGE % f"<p>Scrivi:</p><p style='height: 9mm'></p>{table}")
        heard = spoken(made)

        assert kinds(made).count("P") == 1
        assert kinds(made).count("TD") == 1
        assert [cell.attributes["Scope"] for cell in heard.of("TH")] == ["Column", "Column", "Row"]
