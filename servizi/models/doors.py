"""Pages with explicit titles, for whoever does not know the network: they are found, and lead on."""

from functools import cached_property
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel, Panel
from wagtail.models import Page

from home.models import ContentPage, PageClass, SafeBrowsingPage, SiteSettings
from home.text.normalize import bare
from servizi.desks.listing import listing
from servizi.desks.published import published_desks
from servizi.desks.service_data import service
from servizi.models.comuni import Comune
from servizi.models.desks import DeskKind, DeskPage

CENTRES = ("centro antiviolenza", "centri antiviolenza")


class DoorPage(ContentPage):
    """Says in its title, its address and its description what discreet pages never say.

    Its facts are those of the desks that serve its Comuni; a translation has the Comuni of the original. No
    discreet page links to one, and our own search shows none: only who looks for it outside steps on it.
    """

    page_class = PageClass.PUBLIC
    template = "pages/door_page.html"
    in_search = False
    names_its_theme = True
    loads_with: ClassVar[tuple[str, ...]] = ("onward",)
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "servizi.DoorPage"]
    subpage_types: ClassVar[list[str]] = ["servizi.DoorPage"]
    page_description = _(
        "Pagina per i motori di ricerca, con un titolo esplicito: per un Comune, un tema, una lingua. Porta "
        "alle pagine dal nome neutro."
    )

    comuni = ParentalManyToManyField(
        Comune,
        verbose_name=_("Comuni"),
        blank=True,
        related_name="+",
        help_text=_("Mostra gli sportelli che servono questi Comuni. Nessuna scelta: tutti."),
    )
    shows_desks = models.BooleanField(
        _("mostra gli sportelli"),
        default=True,
        help_text=_("Spegni per una pagina rivolta a chi usa violenza: non deve portare agli sportelli."),
    )
    onward = models.ForeignKey(
        Page,
        verbose_name=_("porta a"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("La pagina di aiuto, dal nome neutro, a cui conduce. Vuoto: l’elenco degli sportelli."),
    )

    content_panels: ClassVar[list[Panel]] = [
        *ContentPage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("shows_desks"),
                FieldPanel("comuni", widget=CheckboxSelectMultiple),
                PageChooserPanel("onward", ["home.HelpPage", "home.RightsPage", "servizi.DeskIndexPage"]),
            ],
            heading=_("Dove porta"),
        ),
    ]
    promote_panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("show_in_menus")],
            heading=_("Indirizzo e titolo"),
        ),
    ]

    class Meta:
        verbose_name = _("porta per i motori di ricerca")
        verbose_name_plural = _("porte per i motori di ricerca")

    @property
    def must_be_fresh(self) -> bool:
        return self.shows_desks

    @classmethod
    def search_names(cls) -> Any:
        return None

    def clean(self) -> None:
        super().clean()
        said = bare(f"{self.title} {self.seo_title} {self.search_description}")
        if not (self.shows_desks and self.comuni.all() and any(word in said for word in CENTRES)):
            return
        kinds = {desk.source.kind for desk in self.desks}
        if kinds and not kinds & {DeskKind.CENTRE, DeskKind.BRANCH}:
            message = _("Qui non c’è un centro antiviolenza: scrivi «sportello», come dice la sua pagina.")
            raise ValidationError({"title": message})

    @cached_property
    def original_comuni(self) -> set[int]:
        """The keys of the Comuni chosen on the page in the main language."""
        if self.locale.language_code == settings.LANGUAGE_CODE:
            return {comune.pk for comune in self.comuni.all()}
        main = DoorPage.objects.filter(translation_key=self.translation_key)
        found = main.filter(locale__language_code=settings.LANGUAGE_CODE).values_list("comuni", flat=True)
        return {key for key in found if key}

    @cached_property
    def desks(self) -> list[DeskPage]:
        """The desks that it shows: those for its Comuni, one that names no Comune serving all."""
        if not self.shows_desks:
            return []
        wanted = self.original_comuni

        def is_here(desk: DeskPage) -> bool:
            served = {comune.pk for comune in desk.source.comuni_served.all()}
            return not wanted or not served or bool(wanted & {*served, desk.source.comune_id})

        # The desk of the place itself comes first.
        found = [desk for desk in published_desks() if is_here(desk)]
        return sorted(found, key=lambda desk: desk.source.comune_id not in wanted)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["onward"], context["safe_browsing"] = self._discreet_pages()
        if self.shows_desks:
            context["listing"] = listing(self.desks, {}, timezone.now())
        else:
            context["parent_page"], context["trail"] = None, []  # what is above shows the desks
        return context

    def also_near(self) -> models.Q:
        """Return where it leads on and the page about traces, both in its language."""
        onward = [self.onward.translation_key] if self.onward else []
        wanted = models.Q(translation_key__in=onward) | models.Q(pk__in=SafeBrowsingPage.objects.values("pk"))
        return wanted & models.Q(locale_id=self.locale_id)

    def _discreet_pages(self) -> tuple[Page | None, Page | None]:
        here = [page for page in self.relatives if page.locale_id == self.locale_id]
        onward = (
            page for page in here if self.onward and page.translation_key == self.onward.translation_key
        )
        traces = (page for page in here if page.specific_class is SafeBrowsingPage)
        return next(onward, None), next(traces, None)

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        data = super().structured_data(request)
        if self.desks:
            owner = SiteSettings.untranslated(request).owner
            data["mainEntity"] = service(self.title, self.desks, owner, timezone.localdate())
        return data
