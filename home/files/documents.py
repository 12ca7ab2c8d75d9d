"""Documents: an allow-list of kinds, each known by its name and by its first bytes."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from home.files.active_content import is_active
from home.files.embedded import ShutFileError
from home.files.geotags import place_in
from home.files.pictures import ending

OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
"""OpenDocument part 3, 3.3: the first member of the archive, not compressed, at this place."""
HEAD = 4096


@dataclass(frozen=True, slots=True)
class FileType:
    """A kind of file: its ending, and whether a file's content really is of that kind."""

    ending: str
    is_genuine: Callable[[bytes, BinaryIO], bool]


def _starts(*signatures: bytes) -> Callable[[bytes, BinaryIO], bool]:
    return lambda head, _file: head.startswith(signatures)


def _open_document(word: bytes) -> Callable[[bytes, BinaryIO], bool]:
    expected = OPEN_DOCUMENT + word
    return lambda head, _file: head.startswith(b"PK\x03\x04") and head[30 : 30 + len(expected)] == expected


def _members(file: BinaryIO) -> list[str]:
    if not zipfile.is_zipfile(file):
        return []
    file.seek(0)
    with zipfile.ZipFile(file) as archive:
        return [info.filename for info in archive.infolist() if not info.is_dir()]


def _office(main_part: str) -> Callable[[bytes, BinaryIO], bool]:
    def is_genuine(head: bytes, file: BinaryIO) -> bool:
        members = _members(file)
        return main_part in members and not any(name.endswith("vbaProject.bin") for name in members)

    return is_genuine


def _archive(head: bytes, file: BinaryIO) -> bool:
    members = _members(file)
    allowed = ENDINGS | {"jpg", "jpeg", "png", "webp", "svg", "json", "md"}
    return bool(members) and all(ending(name) in allowed and ".." not in name for name in members)


def _text(head: bytes, file: BinaryIO) -> bool:
    file.seek(0)
    try:
        return "\x00" not in file.read().decode("utf-8-sig") and not re.match(rb"\s*<", head)
    except UnicodeDecodeError:
        return False


KINDS: tuple[FileType, ...] = (
    FileType("pdf", _starts(b"%PDF-")),
    FileType("odt", _open_document(b"text")),
    FileType("ods", _open_document(b"spreadsheet")),
    FileType("odp", _open_document(b"presentation")),
    FileType("docx", _office("word/document.xml")),
    FileType("pptx", _office("ppt/presentation.xml")),
    FileType("epub", lambda head, _file: head[30:58] == b"mimetypeapplication/epub+zip"),
    FileType("zip", _archive),
    FileType("mp3", _starts(b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")),
    FileType("ogg", _starts(b"OggS")),
    FileType("m4a", lambda head, _file: head[4:8] == b"ftyp"),
    FileType("mp4", lambda head, _file: head[4:8] == b"ftyp"),
    FileType("webm", _starts(b"\x1a\x45\xdf\xa3")),
    FileType("csv", _text),
    FileType("txt", _text),
    FileType(
        "vtt", lambda head, file: head.lstrip(b"\xef\xbb\xbf").startswith(b"WEBVTT") and _text(head, file)
    ),
)
MOVIES = frozenset({"mp4", "webm"})
ENDINGS = frozenset(kind.ending for kind in KINDS)


def check_document(file: Any) -> None:
    """Raise ValidationError unless the file is of an allowed kind and says nothing of where it was made."""
    _check_kind(file)
    _check_place(file)
    _check_active(file)
    file.seek(0)


def _check_kind(file: Any) -> None:
    kind = next((kind for kind in KINDS if kind.ending == ending(file.name)), None)
    if kind is None:
        raise ValidationError(
            _("Questo tipo di file non si può caricare. Si può: %(kinds)s.")
            % {"kinds": ", ".join(sorted(ENDINGS))}
        )
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    is_genuine = kind.is_genuine(head, file)
    file.seek(0)
    if not is_genuine:
        raise ValidationError(
            _("Il nome dice «%(kind)s», il contenuto no. Salva di nuovo il file dal suo programma.")
            % {"kind": kind.ending}
        )


def _check_place(file: Any) -> None:
    try:
        found = place_in(file)
    except ShutFileError as error:
        raise ValidationError(
            _("Il file non si apre, ha una password o è troppo grande: salvane una copia che si apra.")
        ) from error
    if found is None:
        return
    if found.is_movie or ending(found.name or file.name) in MOVIES:
        raise ValidationError(
            _(
                "Il video dice dove è stato girato. Sul telefono aprilo, scegli «Condividi», togli la "
                "posizione dalle opzioni e carica la copia."
            )
        )
    if found.short_name:
        raise ValidationError(
            _(
                "Nel file c’è una foto che dice dove è stata scattata: «%(name)s». Metti al suo posto una "
                "copia senza posizione, per esempio una schermata della foto, e carica di nuovo il file."
            )
            % {"name": found.short_name}
        )
    raise ValidationError(
        _(
            "Il file dice dove è stato fatto, o contiene una foto che dice dove è stata scattata. Togli la "
            "posizione, per esempio mettendo una schermata al posto della foto, e caricalo di nuovo."
        )
    )


def _check_active(file: Any) -> None:
    if is_active(file):
        raise ValidationError(
            _(
                "Nel file c’è qualcosa che si avvia da solo: una macro, uno script o un comando. Salvane una "
                "copia senza, per esempio esportandolo di nuovo in PDF, e carica quella."
            )
        )


def keep_genuine(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Answer `pre_save`: no code puts a file into the library that the form would refuse."""
    if not raw and instance.file and not instance.file._committed:
        check_document(instance.file)
        # Wagtail's form alone does it, and a document without a mark of its content passes for any other.
        instance._set_document_file_metadata()
