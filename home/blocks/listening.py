"""The page for those who listen to it, or see it in sign language. Nothing starts by itself."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import RegexBlock, StructBlock, StructBlockValidationError, StructValue

from home.blocks.media import FILES, VideoValue, film_errors, suffix
from home.blocks.preload import DocumentBlock
from home.files.sounds import has_words

SOUND_TYPES = {".mp3": "audio/mpeg", ".ogg": "audio/ogg", ".m4a": "audio/mp4"}
MEGABYTE = 1_000_000
MOST_SOUND, MOST_FILM = 30 * MEGABYTE, 200 * MEGABYTE
# A window at night, drawn here: it says nothing, and no picture has to be asked for.
POSTER = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 225'%3E"
    "%3Cpath fill='%232b2125' d='M0 0h400v225H0z'/%3E%3Cpath fill='%23f3d9a4' d='M150 60h100v105H150z'/%3E"
    "%3Cpath stroke='%232b2125' stroke-width='8' d='M200 60v105M150 112h100'/%3E%3C/svg%3E"
)


class SoundValue(StructValue):
    @property
    def media_type(self) -> str:
        """Return the Internet media type of the sound, by the ending of its name."""
        return SOUND_TYPES.get(suffix(self["sound"]), "")


class SoundBlock(StructBlock):
    """The page read aloud; its transcript is the page."""

    sound = DocumentBlock(
        label=_("Registrazione"),
        help_text=_("Il testo di questa pagina letto ad alta voce: un file MP3, OGG o M4A, fino a 30 MB."),
    )
    duration = RegexBlock(
        r"^[0-9]{1,2}:[0-5][0-9]$",
        label=_("Durata"),
        help_text=_("Minuti e secondi, per esempio 4:30."),
        error_messages={"invalid": _("Scrivi minuti e secondi, per esempio 4:30.")},
    )

    class Meta:
        template = "blocks/sound.html"
        preview_template = "blocks/previews/sound.html"
        icon = "media"
        group = FILES
        label = _("Ascolta questa pagina")
        description = _("Una registrazione del testo della pagina. Parte solo se qualcuno la avvia.")
        value_class = SoundValue

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if words := _wrong_sound(cleaned["sound"]):
            raise StructBlockValidationError(block_errors={"sound": ValidationError(words)})
        return cleaned


class SignedValue(VideoValue):
    poster = POSTER


class SignedBlock(StructBlock):
    """The page in sign language; its transcript is the page."""

    video = DocumentBlock(
        label=_("Video"), help_text=_("Il testo di questa pagina: un file MP4 o WebM, fino a 200 MB.")
    )
    captions = DocumentBlock(label=_("Sottotitoli"), help_text=_("Un file VTT, nella lingua della pagina."))

    class Meta:
        template = "blocks/signed.html"
        preview_template = "blocks/previews/signed.html"
        icon = "media"
        group = FILES
        label = _("In lingua dei segni")
        description = _(
            "Il testo della pagina in lingua dei segni, con sottotitoli e un disegno neutro davanti."
        )
        value_class = SignedValue

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        errors = film_errors(cleaned)
        if "video" not in errors and cleaned["video"].file_size > MOST_FILM:
            errors["video"] = ValidationError(
                _("Il video pesa più di 200 MB: salvane una copia più piccola.")
            )
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return cleaned


def _wrong_sound(document: Any) -> Any:
    """Return what is wrong with a recording, in one sentence; empty if nothing is."""
    if suffix(document) not in SOUND_TYPES:
        return _("Scegli una registrazione che finisce con .mp3, .ogg o .m4a.")
    if document.file_size > MOST_SOUND:
        return _("La registrazione pesa più di 30 MB: salvane una copia più piccola.")
    with document.open_file() as file:
        if has_words(file):
            return _(
                "Nella registrazione c’è un titolo, un nome o una copertina, che il telefono mostra mentre "
                "si ascolta: salvane una copia senza metadati."
            )
    return ""
