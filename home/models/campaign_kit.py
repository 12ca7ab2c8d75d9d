"""The addresses under which a campaign gives away its kit, and what the editor sees of it while typing."""

import base64
import hashlib

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Site

from home.files.links import made_of, show_as
from home.kit import PIECES, KitDesk, KitPhone, Piece, PieceFormat, Sheet, kit_desks, markup
from home.kit.drawings import DRAWINGS
from home.kit.logos import picture_uri
from home.making.not_ready import not_yet
from home.models.content import ContentPage
from home.models.made_files import FileKind, FileState, MadeFile
from home.models.site_settings import SiteSettings
from home.short_addresses import short_address
from home.text.placeholders import substitute

BY_SLUG = {piece.slug: piece for piece in PIECES}
PREVIEWED = ("locandina-a4", "locandina-lingue", "cartoncino", "immagine", "storia")
NETWORK = 0


class KitPage(RoutablePageMixin, ContentPage):
    """Abstract: a page with words for paper, given away under `kit/`.

    Below it there is one address for each desk and piece; 0 stands for the whole network.
    """

    slogan = models.TextField(
        _("slogan"),
        max_length=80,
        help_text=_("Poche parole, grandi sulla locandina. Vai a capo dove la locandina deve andare a capo."),
    )
    drawing = models.CharField(
        _("disegno"),
        max_length=20,
        choices=[(drawing.name, drawing.label) for drawing in DRAWINGS.values()],
        default="ramo",
    )
    poster_text = models.CharField(
        _("testo della locandina"),
        max_length=120,
        help_text=_(
            "Sotto lo slogan. Per esempio: «Se hai paura di qualcuno, puoi parlarne. È gratuito, e decidi tu "
            "che cosa dire.»"
        ),
    )
    plain_line = models.CharField(
        _("riga chiara"),
        max_length=60,
        blank=True,
        help_text=_(
            "Dice di che cosa si tratta, sulle locandine e sulle immagini, mai sui cartoncini. Per esempio: "
            "«Violenza contro le donne: qui c’è chi ascolta». Vuota: nessuna riga lo dice."
        ),
    )
    card_outside = models.CharField(
        _("parole fuori sul cartoncino"),
        max_length=28,
        default=_("Buona giornata"),
        help_text=_("La faccia che chiunque può vedere: non deve dire di che cosa si tratta."),
    )

    preview_modes = (
        ("", _("Pagina")),
        *((slug, BY_SLUG[slug].label) for slug in PREVIEWED),
    )

    class Meta:
        abstract = True

    @property
    def drawing_template(self) -> str:
        """Return the drawing for the screen, where one of dots is a dashed line: a tenth of the bytes."""
        return "drawings/ramo.svg" if self.drawing == "ramo" else f"kit/drawings/{self.drawing}.svg"

    @path("kit/", name="kit")
    def kit_page(self, request: HttpRequest) -> HttpResponse:
        context = {
            **self.get_context(request),
            "pieces": PIECES,
            "desks": self._desks(),
            "pictured": self._pictured(),
        }
        return render(request, "pages/campaign_kit.html", context)

    @path("kit/0/<slug:slug>/piccola/", name="kit_small")
    def kit_small(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Give the small picture of a piece. Raises Http404 until there is one."""
        row = MadeFile.objects.filter(place=self._place(slug, NETWORK)).first() if slug in BY_SLUG else None
        data = row.read(1) if row else None
        if data is None:
            raise Http404
        response = HttpResponse(data, content_type="image/webp")
        response.headers["X-Robots-Tag"] = "noindex, noarchive"
        return response

    @path("kit/<int:number>/<slug:slug>/", name="kit_file")
    def kit_file(self, request: HttpRequest, number: int, slug: str) -> HttpResponse:
        """Give a piece away; 202 while it is being made. Raises Http404."""
        piece = BY_SLUG.get(slug)
        desk = next((desk for desk in self._desks() if desk.number == number), None)
        if piece is None or (desk is None and number != NETWORK):
            raise Http404
        words = self._sheet_of_request(request, desk)
        if piece.kind is PieceFormat.SVG:
            return _file(piece, markup(piece, words).encode(), desk)
        made = self.want(piece, words, urgent=True)
        data = made.read()
        if data is None:
            return not_yet(request, made, self.get_context(request))
        response = _file(piece, data, desk)
        made_of(response, made.files[0], made.wanted)
        return response

    def sheet(self, settings: SiteSettings, site: Site, desk: KitDesk | None = None) -> Sheet:
        """Return the words that a campaign puts on paper, for a desk or for the whole network."""
        language = self.locale.language_code
        return Sheet(
            language=language,
            slogan=substitute(self.slogan, settings),
            text=substitute(self.poster_text, settings),
            outside=substitute(self.card_outside, settings),
            drawing=self.drawing,
            address=short_address(site, language, desk.number if desk else None),
            calls=(
                KitPhone(settings.emergency_number, gettext("emergenza")),
                KitPhone(settings.helpline_number, settings.note_here),
            ),
            desk=desk,
            plain=substitute(self.plain_line, settings),
            owner=settings.owner,
            logo=picture_uri(settings.logo.file.name) if settings.logo else "",
        )

    def want(self, piece: Piece, words: Sheet, *, urgent: bool = False) -> MadeFile:
        """Return the file of a piece, queued unless it shows exactly these words."""
        number = words.desk.number if words.desk else NETWORK
        # One picture shows what a piece looks like, whichever desk is on it.
        small = {"small": True} if number == NETWORK else {}
        source = {"piece": piece.slug, "markup": markup(piece, words), **small}
        return MadeFile.objects.want(FileKind.PIECE, self._place(piece.slug, number), source, urgent=urgent)

    def _place(self, slug: str, number: int) -> str:
        return f"kit/{self.pk}/{number}/{slug}"

    def _pictured(self) -> set[str]:
        """Return the pieces of which there is a small picture."""
        places = {self._place(slug, NETWORK): slug for slug in BY_SLUG}
        rows = MadeFile.objects.filter(place__in=places, state=FileState.MADE).values_list("place", "files")
        return {places[place] for place, files in rows if len(files) > 1}

    def _sheet_of_request(self, request: HttpRequest, desk: KitDesk | None) -> Sheet:
        return self.sheet(SiteSettings.for_request(request), Site.find_for_request(request), desk)

    def _desks(self) -> list[KitDesk]:
        return kit_desks(self.locale.language_code)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        if mode_name in PREVIEWED:
            return self._preview(request, BY_SLUG[mode_name])
        response: HttpResponse = super().serve_preview(request, mode_name)
        return response

    def _preview(self, request: HttpRequest, piece: Piece) -> HttpResponse:
        """Show a piece as a picture for the first desk, made from what is in the editor's form."""
        desks = self._desks()
        words = self._sheet_of_request(request, desks[0] if desks else None)
        # One for each editor: of what is typed letter by letter only the last is made.
        place = f"anteprime/{self.pk or 0}/{piece.slug}/{getattr(request.user, 'pk', None) or 0}"
        source = {"markup": markup(piece, words)}
        made = MadeFile.objects.want(FileKind.PREVIEW, place, source, urgent=True)
        pictures = [made.read(number) for number in range(len(made.files))] if made.is_made else []
        if not pictures or None in pictures:
            return not_yet(request, made, self.get_context(request))
        return HttpResponse(_preview_page(piece, words, [png_uri(data) for data in pictures if data]))


def png_uri(png: bytes) -> str:
    """Return a PNG image as a `data:` address (RFC 2397)."""
    return "data:image/png;base64," + base64.b64encode(png).decode()


def _file(piece: Piece, data: bytes, desk: KitDesk | None) -> HttpResponse:
    response = HttpResponse(data, content_type=piece.kind.media_type)
    response.headers["ETag"] = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
    response.headers["Content-Disposition"] = f'attachment; filename="{piece.file_name}"'
    show_as(response, f"{piece.label}: {desk.name}" if desk else str(piece.label))
    # A number on paper can change; a search engine would go on showing the old one.
    response.headers["X-Robots-Tag"] = "noindex, noarchive"
    return response


def _preview_page(piece: Piece, words: Sheet, pictures: list[str]) -> str:
    rows = ((picture, piece.label) for picture in pictures)
    faces = format_html_join("", '<p><img src="{}" alt="{}" width="100%">', rows)
    page = '<!doctype html><html lang="it"><title>{0}</title><body style="font: 1rem sans-serif"><p>{1}{2}'
    return format_html(page, piece.label, _whose(words), faces)


def _whose(words: Sheet) -> str:
    if words.desk is None:
        return gettext("Per tutta la rete.")
    note = gettext("Esempio per %(desk)s. Sul sito ce n’è una per ogni sportello.")
    return note % {"desk": words.desk.name}
