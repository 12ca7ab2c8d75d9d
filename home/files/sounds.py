"""What a sound says beside its sound: a telephone shows it while it plays, and keeps it with the file."""

import re
from typing import BinaryIO

LOOKED_AT = 1_000_000
"""Bytes at either end: where tags stand."""
ID3_HEAD = 10
ID3V1_LENGTH = 128
# Titles, names, albums, comments, pictures (ID3 v2.2 to v2.4).
ID3_FRAMES = re.compile(rb"(?:T(?:IT[123]|PE[1-4]|ALB|COM|OPE|T[123]|P[1-4]|AL)|COMM?|USLT|APIC|PIC)\0")
# Atoms of a list of notes (QuickTime), each with its data inside.
MP4_NOTES = re.compile(rb"(?:\xa9(?:nam|ART|alb|cmt|wrt)|aART|covr|desc|ldes).{4}data", re.DOTALL)
VORBIS_NOTES = re.compile(
    rb"(?:TITLE|ARTIST|ALBUM|PERFORMER|DESCRIPTION|COMMENT|METADATA_BLOCK_PICTURE)=\S", re.IGNORECASE
)


def has_words(file: BinaryIO) -> bool:
    """Tell whether a sound carries a title, a name, a comment or a picture."""
    file.seek(0, 2)
    length = file.tell()
    file.seek(0)
    head = file.read(LOOKED_AT)
    file.seek(max(0, length - LOOKED_AT))
    tail = file.read()
    file.seek(0)
    if head.startswith(b"OggS"):
        return bool(VORBIS_NOTES.search(head))
    if head[4:8] == b"ftyp":
        return bool(MP4_NOTES.search(head) or MP4_NOTES.search(tail))
    return _has_id3(head, tail)


def _has_id3(head: bytes, tail: bytes) -> bool:
    old = tail[-ID3V1_LENGTH:]
    if old.startswith(b"TAG") and old[3:127].strip(b"\0 "):
        return True
    if not head.startswith(b"ID3"):
        return False
    size = 0
    for byte in head[6:ID3_HEAD]:  # seven bits of each count
        size = size << 7 | byte & 0x7F
    return bool(ID3_FRAMES.search(head[ID3_HEAD : ID3_HEAD + size]))
