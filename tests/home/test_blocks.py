import zipfile
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from django.db.migrations.state import ModelState
from django.test import Client
from wagtail.blocks import Block, RawHTMLBlock, StreamBlock, StructBlock
from wagtail.documents import get_document_model
from wagtail.embeds.blocks import EmbedBlock
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from home.blocks import ContentBlocks, DoorBlocks
from home.models import ArchivePage, HelpPage

EVERY_BLOCK = [*ContentBlocks().child_blocks.values(), *DoorBlocks().child_blocks.values()]


def below(block: Block) -> list[Block]:
    """Return the block and every block inside it."""
    inside = list(getattr(block, "child_blocks", {}).values())
    if hasattr(block, "child_block"):
        inside.append(block.child_block)
    return [block, *(each for child in inside for each in below(child))]


def show(name: str, value: dict[str, Any]) -> BeautifulSoup:
    stream = ContentBlocks()
    html = stream.to_python([{"type": name, "value": value}])[0].render()
    return BeautifulSoup(html, "html.parser")


def zipped(*names: str) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name in names:
            archive.writestr(name, "testo")
    return written.getvalue()


GENUINE = {
    ".odt": b"PK\x03\x04".ljust(30) + b"mimetypeapplication/vnd.oasis.opendocument.text",
    ".mp4": b"\x00\x00\x00\x18ftypmp42",
    ".vtt": b"WEBVTT",
    ".txt": b"testo",
    ".zip": zipped("nota.txt"),
}


def document(name: str) -> Any:
    found = get_document_model()(title=name)
    found.file.save(name, ContentFile(GENUINE[PurePosixPath(name).suffix].ljust(2048)))
    return found


class TestTheBlockPicker:
    @pytest.mark.parametrize("block", EVERY_BLOCK, ids=lambda block: block.name)
    def test_every_block_has_a_group_an_icon_a_description_and_a_preview(self, block: Block) -> None:
        assert block.meta.group
        assert block.meta.icon != "placeholder"
        assert str(block.get_description())
        assert block.is_previewable

    @pytest.mark.parametrize("block", EVERY_BLOCK, ids=lambda block: block.name)
    def test_the_preview_of_a_block_shows_it_in_the_sites_own_style(
        self, block: Block, admin_client: Client
    ) -> None:
        response = admin_client.get("/admin/block-preview/", {"id": block.definition_prefix})
        html = BeautifulSoup(response.content, "html.parser")

        assert response.status_code == 200
        assert len(html.select_one("main").get_text(strip=True)) > 5
        assert "--accent" in html.style.text

    def test_nothing_foreign_can_be_put_on_a_page(self) -> None:
        for block in EVERY_BLOCK:
            assert not [each for each in below(block) if isinstance(each, RawHTMLBlock | EmbedBlock)]


class TestMigrations:
    def test_a_change_of_blocks_changes_no_table(self) -> None:
        for model in (HelpPage, ArchivePage):
            field = ModelState.from_model(model).fields["body"]
            assert isinstance(field, models.Field)
            _name, _path, arguments, options = field.deconstruct()
            assert arguments == []
            assert "block_lookup" not in options

    def test_no_migration_of_ours_names_a_block(self) -> None:
        for path in Path("home/migrations").glob("0*.py"):
            assert "wagtail.blocks" not in path.read_text()


class TestTable:
    VALUE = {"caption": "Scadenze", "columns": ["Che cosa", "Entro"], "rows": [["Querela", "3 mesi"]]}

    def test_names_its_columns_and_its_rows_for_a_screen_reader(self) -> None:
        table = show("table", self.VALUE)

        assert table.caption.text == "Scadenze"
        assert [cell.text for cell in table.select("th[scope=col]")] == ["Che cosa", "Entro"]
        assert table.select_one("th[scope=row]").text == "Querela"
        assert table.td.text == "3 mesi"

    def test_a_row_of_the_wrong_length_is_refused_with_both_numbers(self) -> None:
        block = ContentBlocks().child_blocks["table"]
        assert isinstance(block, StructBlock)
        uneven = {**self.VALUE, "rows": [["Querela", "3 mesi"], ["Solo una"]]}

        with pytest.raises(ValidationError) as refusal:
            block.clean(block.to_python(uneven))

        (row,) = refusal.value.block_errors["rows"].block_errors.values()
        assert row.messages == ["Questa riga ha 1 celle, ma le colonne sono 2."]

    def test_a_new_one_has_room_for_the_least_that_it_may_hold(self) -> None:
        block = ContentBlocks().child_blocks["table"]
        assert isinstance(block, StructBlock)
        new = block.get_default()

        assert [len(row) for row in new["rows"]] == [len(new["columns"])] == [2]


class TestQuotation:
    def test_words_that_nobody_said_are_marked_as_invented(self) -> None:
        invented = show("quotation", {"text": "Grazie.", "source": "una donna", "origin": "invented"})
        published = show("quotation", {"text": "Grazie.", "source": "una donna", "origin": "published"})

        assert "inventate" in invented.figcaption.text
        assert "inventate" not in published.figcaption.text


@pytest.mark.django_db
class TestFiles:
    @pytest.fixture(autouse=True)
    def own_media(self, settings: Any, tmp_path: Path) -> None:
        settings.MEDIA_ROOT = tmp_path

    def test_a_figure_says_what_is_seen_and_whose_it_is(self) -> None:
        image = get_image_model().objects.create(title="disegno", file=get_test_image_file())
        html = show("figure", {"image": image.pk, "alt": "Due donne parlano", "credit": "CC BY 4.0"})

        assert html.img["alt"] == "Due donne parlano"
        assert html.img["loading"] == "lazy"
        assert not html.img.has_attr("style")
        assert html.select_one(".credit").text == "CC BY 4.0"

    def test_a_figure_without_alternative_text_or_credit_is_refused(self) -> None:
        block = ContentBlocks().child_blocks["figure"]
        image = get_image_model().objects.create(title="disegno", file=get_test_image_file())

        with pytest.raises(ValidationError) as refusal:
            block.clean(block.to_python({"image": image.pk, "alt": "", "credit": ""}))

        assert set(refusal.value.block_errors) == {"alt", "credit"}

    def test_a_download_tells_its_kind_and_size(self) -> None:
        sheet = document("scheda.odt")
        html = show("downloads", {"files": [{"document": sheet.pk, "title": "Scheda"}]})

        assert html.a.text == "Scheda"
        assert html.a["href"] == f"/vedi{sheet.url}"
        assert "ODT" in html.select_one(".help").text
        assert "2,0" in html.select_one(".help").text

    def test_a_video_is_ours_with_captions_and_its_words_as_text(self) -> None:
        film, captions = document("storia.mp4"), document("storia.vtt")
        html = show(
            "video",
            {"heading": "Storia", "video": film.pk, "captions": captions.pk, "transcript": "<p>Ciao.</p>"},
        )

        assert html.source["src"] == film.url
        assert html.source["type"] == "video/mp4"
        assert html.track["kind"] == "captions"
        assert html.video["preload"] == "none"
        assert "Ciao." in html.details.text

    def test_a_video_of_another_kind_is_refused_with_what_to_do(self) -> None:
        block = ContentBlocks().child_blocks["video"]
        wrong = {
            "heading": "Storia",
            "video": document("a.zip").pk,
            "captions": document("b.txt").pk,
            "transcript": "<p>Ciao.</p>",
        }

        with pytest.raises(ValidationError) as refusal:
            block.clean(block.to_python(wrong))

        assert set(refusal.value.block_errors) == {"video", "captions"}


def test_the_body_is_one_stream_block_for_every_page_that_editors_write() -> None:
    assert isinstance(HelpPage._meta.get_field("body").stream_block, StreamBlock)
    assert isinstance(HelpPage._meta.get_field("body").stream_block, ContentBlocks)
