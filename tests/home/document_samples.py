"""Files as cameras and programs write them, which tell a place or a name beside their text."""

import base64
import hashlib
import zipfile
from io import BytesIO
from typing import Any

import weasyprint  # type: ignore[import-untyped]
from cryptography.hazmat.decrepit.ciphers.algorithms import ARC4
from cryptography.hazmat.primitives.ciphers import Cipher
from PIL import Image

NAME = "Maria Rossi"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OPEN = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
CORE = (
    f'<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    f"<dc:creator>{NAME}</dc:creator></cp:coreProperties>"
)

COMMENT = (
    f'<office:document {OPEN} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:annotation>'
    f"<dc:creator>{NAME}</dc:creator></office:annotation></office:document>"
)


def photograph(kind: str = "JPEG", *, place: bool = True, artist: str = "") -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Telefono"
    if artist:
        exif[0x013B] = artist
    if place:
        exif.get_ifd(0x8825).update({1: "N", 2: (45.0, 33.0, 0.0), 3: "E", 4: (9.0, 12.0, 0.0)})
    written = BytesIO()
    Image.new("RGB", (60, 40), "navy").save(written, kind, exif=exif)
    return written.getvalue()


def packed(members: dict[str, bytes | str]) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, how)
    return written.getvalue()


def letter(**members: bytes | str) -> bytes:
    paths = {name.replace("__", "/").replace("_DOT_", "."): content for name, content in members.items()}
    return packed({"word/document.xml": f"<w:document {WORD}/>", **paths})


def open_text(members: dict[str, bytes | str]) -> bytes:
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>", **members})


def box(kind: bytes, *content: bytes) -> bytes:
    inside = b"".join(content)
    return (len(inside) + 8).to_bytes(4) + kind + inside


def movie(*notes: bytes, sound: bytes = b"\0" * 5000) -> bytes:
    """Return an ISO base media file without a track, with `notes` among its user data, behind the sound."""
    return box(b"ftyp", b"isom\0\0\2\0isommp41") + box(b"mdat", sound) + box(b"moov", box(b"udta", *notes))


def text_note(kind: bytes, text: str) -> bytes:
    """Return a note as QuickTime writes it: its length, a language, the text."""
    raw = text.encode()
    return box(kind, len(raw).to_bytes(2), b"\x15\xc7", raw)


def pdf(markup: str, **options: Any) -> bytes:
    made: bytes = weasyprint.HTML(string=f"<html lang=it>{markup}").write_pdf(**options)
    return made


def drawn(*bodies: bytes) -> bytes:
    """Return a PDF of these plain objects, of which the first is the catalogue (ISO 32000-1, 7.5)."""
    objects = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in enumerate(bodies, 1))
    end = b"trailer\n<< /Root 1 0 R /Size %d >>\n%%%%EOF\n" % (len(bodies) + 1)
    return b"%PDF-1.5\n" + objects + end


CATALOGUE = (b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
SHEET = b"/Type /Page /Parent 2 0 R /MediaBox [0 0 90 90]"


def illustrated(picture: bytes, filters: str = "/DCTDecode") -> bytes:
    """Return a PDF with a picture as most programs put it there: the file of the camera, untouched."""
    entries = (
        f"/Type /XObject /Subtype /Image /Width 60 /Height 40 /Filter [{filters}] /Length {len(picture)}"
    )
    return drawn(
        *CATALOGUE,
        b"<< %s /Resources << /XObject << /P 4 0 R >> >> >>" % SHEET,
        b"<< %s >>\nstream\n%s\nendstream" % (entries.encode(), picture),
    )


def closed(picture: bytes) -> bytes:
    """Return a PDF that everybody may open and nobody copy from: enciphered (ISO 32000-1, 7.6, revision 2)."""
    padding = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    key = md5(padding + b"o" * 32 + b"\xfc\xff\xff\xff" + b"i" * 16)[:5]
    user = rc4(key, padding)
    packed_picture = rc4(md5(key + b"\4\0\0\0\0")[:10], picture)
    page = rc4(md5(key + b"\5\0\0\0\0")[:10], b"q 60 0 0 40 0 0 cm /P Do Q")
    entries = "/Type /XObject /Subtype /Image /Width 60 /Height 40 /ColorSpace /DeviceRGB /BitsPerComponent 8"
    lock = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>"
    made = drawn(
        *CATALOGUE,
        b"<< %s /Contents 5 0 R /Resources << /XObject << /P 4 0 R >> >> >>" % SHEET,
        b"<< %s /Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream"
        % (entries.encode(), len(packed_picture), packed_picture),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        lock % (b"o".hex().encode() * 32, user.hex().encode()),
    )
    return made.replace(b"<< /Root", b"<< /Encrypt 6 0 R /ID [<%s> <%s>] /Root" % ((b"69" * 16,) * 2))


def md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def rc4(key: bytes, data: bytes) -> bytes:
    return Cipher(ARC4(key), mode=None).encryptor().update(data)


def remarked() -> bytes:
    """Return a PDF with a remark by somebody on its page (ISO 32000-1, 12.5.6.4)."""
    remark = b"/Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Ciao) /T (%s)" % NAME.encode()
    return drawn(*CATALOGUE, b"<< %s /Annots [<< %s >>] >>" % (SHEET, remark))


def shown(picture: bytes) -> str:
    return f'<img alt="" src="data:image/jpeg;base64,{base64.b64encode(picture).decode()}">'


def attached(file: bytes) -> str:
    address = f"data:application/octet-stream;base64,{base64.b64encode(file).decode()}"
    return f'<head><link rel="attachment" href="{address}"></head>'


def locked() -> bytes:
    """Return an archive whose only member says that it is enciphered (APPNOTE 4.4.4, bit 0)."""
    whole = bytearray(packed({"foto.jpg": photograph()}))
    whole[6] |= 1
    whole[whole.index(b"PK\1\2") + 8] |= 1
    return bytes(whole)
