"""The pieces of a kit: what there is to take away, in the order in which it is offered."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class PieceFormat(StrEnum):
    """File kinds by their suffix, with the Internet media type (IANA) of each."""

    PDF = "pdf"
    PNG = "png"
    SVG = "svg"

    @property
    def media_type(self) -> str:
        return {"pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml"}[self.value]


@dataclass(frozen=True)
class Piece:
    """One file. `slug` is the last part of its address and its name; `options` go to the template."""

    slug: str
    kind: PieceFormat
    template: str
    label: str | Promise
    note: str | Promise
    options: dict[str, Any] = field(default_factory=dict)

    @property
    def file_name(self) -> str:
        return f"{self.slug}.{self.kind}"


# A strip is at least 30 mm wide, and 6 mm at each edge stay free: no office printer reaches the border.
A4 = {"paper": "A4", "unit": "10mm", "strips": range(6)}
A3 = {"paper": "A3", "unit": "14.142mm", "strips": range(9)}

PIECES = (
    Piece(
        "locandina-a4",
        PieceFormat.PDF,
        "kit/poster.html",
        _("Locandina A4"),
        _("Con strisce da staccare. Si legge bene anche stampata in grigio."),
        {**A4, "ink": "colour"},
    ),
    Piece(
        "locandina-a3",
        PieceFormat.PDF,
        "kit/poster.html",
        _("Locandina A3"),
        _("Per bacheche, sale d’attesa, vetrine."),
        {**A3, "ink": "colour"},
    ),
    Piece(
        "locandina-a4-nero",
        PieceFormat.PDF,
        "kit/poster.html",
        _("Locandina A4 in nero"),
        _("Senza fondi pieni: consuma poco inchiostro."),
        {**A4, "ink": "black"},
    ),
    Piece(
        "locandina-a4-enti",
        PieceFormat.PDF,
        "kit/poster_band.html",
        _("Locandina A4 con i loghi"),
        _("Senza strisce: in basso chi gestisce il sito, e il posto per i patrocini."),
        {**A4, "ink": "colour"},
    ),
    Piece(
        "locandina-lingue",
        PieceFormat.PDF,
        "kit/poster_languages.html",
        _("Locandina A4 in più lingue"),
        _("Una riga in ogni lingua, con il numero da chiamare."),
        {**A4, "ink": "colour"},
    ),
    Piece(
        "locandina-a3-tipografia",
        PieceFormat.PDF,
        "kit/poster_band.html",
        _("Locandina A3 per la tipografia"),
        _("Con abbondanza di 3 mm e crocini di taglio, e il posto per i loghi."),
        {**A3, "ink": "colour", "bleed": True},
    ),
    Piece(
        "cartoncino",
        PieceFormat.PDF,
        "kit/card.html",
        _("Cartoncino"),
        _("85 × 55 mm, due facce. Fuori non dice di che cosa si tratta."),
        {"copies": ""},
    ),
    Piece(
        "cartoncini-a4",
        PieceFormat.PDF,
        "kit/card.html",
        _("Dieci cartoncini su un A4"),
        _("Da stampare fronte e retro sul lato lungo, e tagliare."),
        {"copies": "0123456789"},
    ),
    Piece(
        "immagine",
        PieceFormat.PNG,
        "kit/social.html",
        _("Immagine quadrata"),
        _("1080 × 1080 punti, per le reti sociali e per gli schermi."),
        {"pixels": 1080, "height": 1080, "shape": "square"},
    ),
    Piece(
        "storia",
        PieceFormat.PNG,
        "kit/social.html",
        _("Immagine verticale"),
        _("1080 × 1920 punti, per storie e schermi in piedi."),
        {"pixels": 1080, "height": 1920, "shape": "story"},
    ),
    Piece(
        "striscione",
        PieceFormat.PNG,
        "kit/social.html",
        _("Immagine larga"),
        _("1200 × 630 punti, per siti, posta e collegamenti."),
        {"pixels": 1200, "height": 630, "shape": "banner"},
    ),
    Piece(
        "codice",
        PieceFormat.SVG,
        "kit/code.svg",
        _("Solo il codice QR"),
        _("Per sacchetti, scontrini, vetrofanie."),
    ),
)
