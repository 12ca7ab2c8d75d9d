"""Whether a file says where it was made: coordinates of a phone are an address."""

import re
import struct
from typing import BinaryIO

from PIL import ExifTags, Image

from home.files.embedded import EBML, EmbeddedFile, parts_of

LATITUDES = {
    ExifTags.GPS.GPSLatitude,
    ExifTags.GPS.GPSLongitude,
    ExifTags.GPS.GPSDestLatitude,
    ExifTags.GPS.GPSDestLongitude,
    ExifTags.GPS.GPSAreaInformation,
}
TIFF_HEADER = re.compile(rb"II\*\0|MM\0\*")
"""Exif begins so (CIPA DC-008, 4.5.2), in whatever it is wrapped: JPEG, PNG, WebP, HEIF, PDF, MP3."""
MOST_EXIF = 1_000_000
XMP_PLACE = re.compile(rb"exif:GPS(?:Dest)?L(?:at|ong)itude")
MOVIE_PLACE = re.compile(
    # QuickTime user data with ISO 6709 inside; the name of Apple's metadata key; 3GPP TS 26.244, 8.2;
    # tracks of positions that action cameras write.
    rb"\xa9xyz.{0,24}?[+-]\d+(?:\.\d*)?[+-]\d|location\.ISO6709|loci\0\0\0\0|stsd.{12}(?:gpmd|camm)",
    re.DOTALL,
)
MATROSKA_PLACE = re.compile(rb"RECORDING_LOCATION|com\.apple\.quicktime\.location")


def place_in(file: BinaryIO) -> EmbeddedFile | None:
    """Return what in the file says where it was made: the file, or something in it. Raises ShutFileError."""
    return next((part for part in parts_of(file) if _tells(part)), None)


def _tells(part: EmbeddedFile) -> bool:
    data = part.scenery()
    if part.is_movie and MOVIE_PLACE.search(data):
        return True
    if part.head.startswith(EBML):
        return bool(MATROSKA_PLACE.search(data))
    if XMP_PLACE.search(data):
        return True
    return any(_has_position(exif(data, match.start())) for match in TIFF_HEADER.finditer(data))


def exif(data: bytes, start: int) -> Image.Exif:
    """Return the Exif that begins at `start`, empty if what stands there only looks like its beginning."""
    found = Image.Exif()
    try:
        found.load(data[start : None if start == 0 else start + MOST_EXIF])
    except (SyntaxError, ValueError, TypeError, KeyError, OSError, struct.error, OverflowError):
        return Image.Exif()
    return found


def _has_position(found: Image.Exif) -> bool:
    try:
        return bool(LATITUDES & set(found.get_ifd(ExifTags.IFD.GPSInfo)))
    except (SyntaxError, ValueError, TypeError, KeyError, OSError, struct.error, OverflowError):
        return False
