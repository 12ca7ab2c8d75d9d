"""Blocks with files: figures, downloads, video. Every file is our own: nothing comes from another host."""

from pathlib import PurePosixPath
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ListBlock,
    RichTextBlock,
    StructBlock,
    StructBlockValidationError,
    StructValue,
)

from home.blocks.preload import DocumentBlock, PictureBlock
from home.blocks.prose import PARAGRAPHS, HeadingBlock

FILES = _("Immagini e file")
VIDEO_TYPES = {".mp4": "video/mp4", ".webm": "video/webm"}


class FigureBlock(StructBlock):
    """An image that says something, with the words for those who cannot see it."""

    image = PictureBlock(label=_("Immagine"))
    alt = CharBlock(
        label=_("Testo alternativo"),
        max_length=250,
        help_text=_("Che cosa si vede, per chi non vede. Per esempio: «Due donne parlano a un tavolo»."),
    )
    caption = CharBlock(label=_("Didascalia"), required=False, max_length=250)
    credit = CharBlock(
        label=_("Autore e licenza"),
        max_length=120,
        help_text=_("Per esempio: «Disegno della rete, CC BY 4.0»."),
    )

    class Meta:
        template = "blocks/figure.html"
        preview_template = "blocks/previews/figure.html"
        icon = "image"
        group = FILES
        label = _("Immagine")
        description = _("Un’immagine con testo alternativo, didascalia e autore.")


class DownloadValue(StructValue):
    @property
    def kind(self) -> str:
        """Return the file's kind as a reader knows it: PDF, ODT."""
        document = self["document"]
        return str(document.file_extension).upper() if document else ""


class DownloadBlock(StructBlock):
    document = DocumentBlock(label=_("File"))
    title = CharBlock(label=_("Nome da mostrare"), max_length=120)

    class Meta:
        value_class = DownloadValue


class DownloadsBlock(StructBlock):
    """Files to take away, each with its kind and size."""

    heading = HeadingBlock()
    files = ListBlock(DownloadBlock(), label=_("File"), min_num=1)

    class Meta:
        template = "blocks/downloads.html"
        preview_template = "blocks/previews/downloads.html"
        icon = "download"
        group = FILES
        label = _("File da scaricare")
        description = _("Uno o più file, con tipo e peso.")


class VideoValue(StructValue):
    @property
    def media_type(self) -> str:
        """Return the Internet media type of the video, by the ending of its name."""
        return VIDEO_TYPES.get(suffix(self["video"]), "")


class VideoBlock(StructBlock):
    """A video from our own server, with captions and its words as text."""

    heading = HeadingBlock(required=True)
    video = DocumentBlock(label=_("Video"), help_text=_("Un file MP4 o WebM."))
    captions = DocumentBlock(label=_("Sottotitoli"), help_text=_("Un file VTT, nella lingua della pagina."))
    poster = PictureBlock(
        label=_("Immagine di copertina"),
        required=False,
        help_text=_("Neutra: si vede prima che il video parta."),
    )
    transcript = RichTextBlock(
        label=_("Trascrizione"),
        features=PARAGRAPHS,
        help_text=_("Tutto ciò che si dice e che si vede, per chi non può o non vuole guardare."),
    )

    class Meta:
        template = "blocks/video.html"
        preview_template = "blocks/previews/video.html"
        icon = "media"
        group = FILES
        label = _("Video")
        description = _("Un video ospitato da noi, con sottotitoli e trascrizione.")
        value_class = VideoValue

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if errors := film_errors(cleaned):
            raise StructBlockValidationError(block_errors=errors)
        return cleaned


def film_errors(cleaned: Any) -> dict[str, Exception]:
    """Return what is wrong with a film and its captions, by the names of the blocks that chose them."""
    errors: dict[str, Exception] = {}
    if suffix(cleaned["video"]) not in VIDEO_TYPES:
        errors["video"] = ValidationError(_("Scegli un file che finisce con .mp4 o .webm."))
    if suffix(cleaned["captions"]) != ".vtt":
        errors["captions"] = ValidationError(_("Scegli un file di sottotitoli che finisce con .vtt."))
    return errors


def suffix(document: Any) -> str:
    """Return the ending of a document's name with its point, in small letters; empty without a document."""
    return PurePosixPath(document.filename).suffix.lower() if document else ""
