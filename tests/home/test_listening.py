"""A page read aloud or signed: our own files, nothing that starts by itself, and no name that tells."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client

from home.blocks import ContentBlocks
from home.models import HelpPage, HomePage

from .document_pages import a_document, a_page
from .document_samples import box

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]

MP3 = b"\xff\xfb\x90\x44" + bytes(4000)
OGG = b"OggS" + bytes(24) + b"\x01vorbis" + bytes(4000)
M4A = box(b"ftyp", b"M4A \0\0\2\0") + box(b"mdat", bytes(4000))
WEBM = b"\x1a\x45\xdf\xa3" + bytes(4000)
VTT = b"WEBVTT\n\n00:00.000 --> 00:09.000\nUna porta.\n"
TELLING = "violenza-letta"


def tagged(frame: bytes) -> bytes:
    return b"ID3\4\0\0\0\0\1\0" + (frame + b"\0\0\0\5\0\0\3Nome").ljust(128, b"\0") + MP3


def noted(kind: bytes) -> bytes:
    note = box(kind, box(b"data", bytes(8) + b"Nome"))
    return M4A + box(b"moov", box(b"udta", box(b"meta", bytes(4), box(b"ilst", note))))


def sound(name: str, content: bytes, duration: str = "4:30") -> tuple[str, dict[str, Any]]:
    return "sound", {"sound": a_document(name, content).pk, "duration": duration}


def signed(name: str = f"{TELLING}.webm", captions: str = "testo.vtt") -> tuple[str, dict[str, Any]]:
    film = a_document(name, WEBM if name.endswith("webm") else MP3)
    words = a_document(captions, VTT)
    return "signed", {"video": film.pk, "captions": words.pk}


def refused(row: tuple[str, dict[str, Any]]) -> dict[str, str]:
    block = ContentBlocks().child_blocks[row[0]]
    try:
        block.clean(block.to_python(row[1]))
    except ValidationError as error:
        return {name: each.messages[0] for name, each in error.block_errors.items()}
    return {}


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.mp3", MP3, "audio/mpeg"),
        ("a.ogg", OGG, "audio/ogg"),
        ("a.m4a", M4A, "audio/mp4"),
        ("b.mp3", tagged(b"TSSE"), "audio/mpeg"),
    ],
)
def test_a_recording_waits_to_be_started_and_comes_in_parts_under_a_name_that_says_nothing(
    home: HomePage, client: Client, name: str, content: bytes, kind: str
) -> None:
    row = sound(f"{TELLING}-{name}", content)
    assert refused(row) == {}
    page = a_page(home, row, model=HelpPage)
    text = client.get(page.url).content.decode()
    html = BeautifulSoup(text, "html.parser")
    source = html.select_one("audio source")["src"]
    part = client.get(source, headers={"Range": "bytes=0-9"})

    assert html.audio["preload"] == "none"
    assert not html.audio.has_attr("autoplay")
    assert html.select_one("audio source")["type"] == kind
    assert "4:30" in text
    assert TELLING not in text
    assert 'MediaMetadata({title:"Audio"})' in text
    assert (part.status_code, b"".join(part)) == (206, content[:10])
    assert part.headers["Content-Type"] == kind
    page.unpublish()
    assert client.get(source).status_code == 404


def test_a_signed_film_has_captions_and_a_drawing_of_ours_in_front(home: HomePage, client: Client) -> None:
    row = signed()
    assert refused(row) == {}
    page = a_page(home, row, model=HelpPage)
    response = client.get(page.url)
    html = BeautifulSoup(response.content, "html.parser")

    assert html.video["poster"].startswith("data:image/svg+xml,")
    assert html.video["preload"] == "none"
    assert not html.video.has_attr("autoplay")
    assert html.track["kind"] == "captions"
    assert b"".join(client.get(html.track["src"])) == VTT
    assert TELLING not in response.content.decode()
    assert "media-src 'self'" in response.headers["Content-Security-Policy"]
    assert not html.select("iframe, embed, object")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.mp3", tagged(b"TIT2")),
        ("a.mp3", tagged(b"APIC")),
        ("a.mp3", MP3 + b"TAG" + b"Nome".ljust(125, b"\0")),
        ("a.m4a", noted(b"\xa9nam")),
        ("a.m4a", noted(b"covr")),
        ("a.ogg", OGG + b"\3\0\0\0title=Nome"),
    ],
)
def test_a_recording_with_a_title_a_name_or_a_cover_is_refused(name: str, content: bytes) -> None:
    assert "senza metadati" in refused(sound(name, content))["sound"]


def test_what_is_no_recording_no_film_and_no_length_is_refused_with_a_sentence() -> None:
    with pytest.raises(ValidationError, match="il contenuto no"):
        a_document("a.ogg", MP3)
    assert refused(sound("a.txt", b"testo")) == {
        "sound": "Scegli una registrazione che finisce con .mp3, .ogg o .m4a."
    }
    assert refused(sound("a.mp3", MP3, "mezz’ora")) == {
        "duration": "Scrivi minuti e secondi, per esempio 4:30."
    }
    assert set(refused(signed("a.mp3", "a.txt"))) == {"video", "captions"}


def test_what_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("home.blocks.listening.MOST_SOUND", 1000)
    monkeypatch.setattr("home.blocks.listening.MOST_FILM", 1000)

    assert "più di 30 MB" in refused(sound("a.mp3", MP3))["sound"]
    assert "più di 200 MB" in refused(signed())["video"]


def test_a_page_has_one_recording(home: HomePage) -> None:
    stream = ContentBlocks()
    row = sound("a.mp3", MP3)
    with pytest.raises(ValidationError):
        stream.clean(stream.to_python([{"type": row[0], "value": row[1]}] * 2))
    stream.clean(stream.to_python([{"type": row[0], "value": row[1]}]))
