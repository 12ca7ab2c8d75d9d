"""The addresses under which a campaign gives away its kit, and what the editor sees of it while typing."""

import hashlib

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Site

from home.files.links import show_as
from home.kit import (
    PIECES,
    KitBusyError,
    KitDesk,
    KitPhone,
    KitUnavailableError,
    Piece,
    Sheet,
    kit_desks,
    markup,
    produce,
    stored,
)
from home.kit.drawings import DRAWINGS
from home.kit.rendering import images, png_uri
from home.models.content import ContentPage
from home.models.site_settings import SiteSettings
from home.short_addresses import short_address
from home.text.placeholders import substitute

BY_SLUG = {piece.slug: piece for piece in PIECES}
PREVIEWED = ("locandina-a4", "cartoncino", "immagine")
PREVIEW_PIXELS = 900
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
        context = {**self.get_context(request), "pieces": PIECES, "desks": self._desks()}
        return render(request, "pages/campaign_kit.html", context)

    @path("kit/<int:number>/<slug:slug>/", name="kit_file")
    def kit_file(self, request: HttpRequest, number: int, slug: str) -> HttpResponse:
        """Give a piece away, made or kept; 503 while it cannot be made. Raises Http404."""
        piece = BY_SLUG.get(slug)
        desk = next((desk for desk in self._desks() if desk.number == number), None)
        if piece is None or (desk is None and number != NETWORK):
            raise Http404
        try:
            data = stored(piece, sheet(self, request, desk), f"{self.pk}/{number}")
        except (KitBusyError, KitUnavailableError) as reason:
            return _sorry(request, self, busy=isinstance(reason, KitBusyError))
        return _file(piece, data, desk)

    def _desks(self) -> list[KitDesk]:
        return kit_desks(self.locale.language_code)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        if mode_name in PREVIEWED:
            return _preview(self, request, BY_SLUG[mode_name])
        response: HttpResponse = super().serve_preview(request, mode_name)
        return response


def sheet(campaign: KitPage, request: HttpRequest, desk: KitDesk | None = None) -> Sheet:
    """Return the words that a campaign puts on paper, for a desk or for the whole network."""
    settings = SiteSettings.for_request(request)
    language = campaign.locale.language_code
    number = desk.number if desk else None
    return Sheet(
        language=language,
        slogan=substitute(campaign.slogan, settings),
        text=substitute(campaign.poster_text, settings),
        outside=substitute(campaign.card_outside, settings),
        drawing=campaign.drawing,
        address=short_address(Site.find_for_request(request), language, number),
        calls=(
            KitPhone(settings.emergency_number, gettext("emergenza")),
            KitPhone(settings.helpline_number, settings.note_here),
        ),
        desk=desk,
    )


def _file(piece: Piece, data: bytes, desk: KitDesk | None) -> HttpResponse:
    response = HttpResponse(data, content_type=piece.kind.media_type)
    response.headers["ETag"] = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
    response.headers["Content-Disposition"] = f'attachment; filename="{piece.file_name}"'
    show_as(response, f"{piece.label}: {desk.name}" if desk else str(piece.label))
    # A number on paper can change; a search engine would go on showing the old one.
    response.headers["X-Robots-Tag"] = "noindex, noarchive"
    return response


def _sorry(request: HttpRequest, campaign: KitPage, *, busy: bool) -> HttpResponse:
    context = {**campaign.get_context(request), "busy": busy}
    response = render(request, "pages/campaign_kit_later.html", context, status=503)
    if busy:
        response.headers["Retry-After"] = "10"
    return response


def _preview(campaign: KitPage, request: HttpRequest, piece: Piece) -> HttpResponse:
    """Show a piece as a picture for the first desk, made from what is in the editor's form."""
    desks = kit_desks(campaign.locale.language_code)
    words = sheet(campaign, request, desks[0] if desks else None)
    try:
        data = produce(piece, markup(piece, words))
        pictures = [data] if piece.kind == "png" else images(data, PREVIEW_PIXELS)
    except (KitBusyError, KitUnavailableError) as reason:
        return _sorry(request, campaign, busy=isinstance(reason, KitBusyError))
    rows = ((png_uri(picture), piece.label) for picture in pictures)
    faces = format_html_join("", '<p><img src="{}" alt="{}" width="100%">', rows)
    page = '<!doctype html><html lang="it"><title>{0}</title><body style="font: 1rem sans-serif"><p>{1}{2}'
    return HttpResponse(format_html(page, piece.label, _whose(words), faces))


def _whose(words: Sheet) -> str:
    if words.desk is None:
        return gettext("Per tutta la rete.")
    note = gettext("Esempio per %(desk)s. Sul sito ce n’è una per ogni sportello.")
    return note % {"desk": words.desk.name}
