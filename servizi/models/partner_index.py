"""The public directory and the sections in which each Comune's editors keep their partners."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel

from home.kept_lookups import looked_up
from home.models import BasePage, PageClass
from home.search.ranking import SearchRank
from home.text.letters import by_name
from servizi.directory import comuni_map
from servizi.directory.catalogue import Catalogue, Entry, Selection
from servizi.models.comuni import Comune
from servizi.models.partners import PartnerPage

PER_PAGE = 8


class PartnerIndexPage(BasePage):
    """Everybody who helps, by Comune, service, kind and language."""

    page_class = PageClass.HELP
    search_rank = SearchRank.NETWORK
    template = "pages/partner_index_page.html"

    lead = models.CharField(
        _("introduzione"),
        max_length=240,
        help_text=_("Una o due frasi semplici: chi si trova in questo elenco."),
    )

    content_panels: ClassVar[list[Panel]] = [*BasePage.content_panels, FieldPanel("lead")]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["servizi.PartnerSectionPage", "servizi.ShelterPage"]
    max_count_per_parent = 1
    page_description = _("L’elenco degli enti della rete, con ricerca, filtri e mappa.")

    # All but the words that somebody typed.
    address_choices = frozenset({"comune", "servizio", "tipo", "lingua", "archivio", "pagina"})

    class Meta:
        verbose_name = _("elenco degli enti")

    @property
    def discreet_name(self) -> str:
        return str(_("Rete"))

    def catalogue(self, selection: Selection) -> Catalogue:
        """Return the entries in this page's language under `selection`; two queries, whatever the size.

        Counted once for each choice until something changes; what somebody typed is kept nowhere.
        """

        def make() -> Catalogue:
            names = Comune.objects.values_list("slug", "name").order_by()
            comuni = looked_up("comuni", lambda: dict(sorted(names, key=lambda row: by_name(row[1]))))
            known = ("entries", self.locale_id)
            entries = looked_up(known, lambda: PartnerPage.objects.entries(self.locale_id))
            return Catalogue(entries, comuni, selection)

        def make_of_choices() -> Catalogue | None:
            made = make()
            return None if made.unknown else made

        kept = None if selection.q else looked_up(("catalogue", self.locale_id, selection), make_of_choices)
        return kept or make()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        # Words are posted: an address with them would stay in the history.
        selection = Selection.from_query(request.POST if request.method == "POST" else request.GET)
        catalogue = self.catalogue(selection)
        results = Paginator(catalogue.results, PER_PAGE).get_page(request.GET.get("pagina"))
        return {
            **context,
            "catalogue": catalogue,
            "selection": selection,
            "results": results,
            "hits": [(entry, address_of(entry, request)) for entry in results],
            "previous_address": selection.address(pagina=str(results.number - 1)),
            "next_address": selection.address(pagina=str(results.number + 1)),
            "tiles": comuni_map.tiles(catalogue),
            "view_box": comuni_map.VIEW_BOX,
            "outline": comuni_map.OUTLINE,
        }


def address_of(entry: Entry, request: HttpRequest) -> str:
    """Return the address of an entry's page without a query."""
    return PartnerPage(url_path=entry.url_path).get_url(request) or ""


class PartnerSectionPage(BasePage):
    """The partners of one Comune: where the permissions of its editors begin. Visitors see the index."""

    slug: Any
    page_class = PageClass.HELP
    in_search = False
    is_listed = False
    comune = models.ForeignKey(Comune, verbose_name=_("Comune"), on_delete=models.PROTECT, related_name="+")

    content_panels: ClassVar[list[Panel]] = [*BasePage.content_panels, FieldPanel("comune")]
    promote_panels: ClassVar[list[Panel]] = []
    parent_page_types: ClassVar[list[str]] = ["servizi.PartnerIndexPage"]
    subpage_types: ClassVar[list[str]] = ["servizi.PartnerPage"]
    preview_modes: ClassVar[list[Any]] = []
    page_description = _("La cartella degli enti curati dalla redazione di un Comune.")

    class Meta:
        verbose_name = _("sezione di un Comune")
        verbose_name_plural = _("sezioni dei Comuni")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug and self.comune_id:
            self.slug = self.comune.slug
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        own = [self.pk, self.draft_before and self.draft_before.pk]
        others = PartnerSectionPage.objects.filter(comune=self.comune_id, locale=self.locale_id)
        if self.comune_id and others.exclude(pk__in=[key for key in own if key]).exists():
            raise ValidationError({"comune": _("Questo Comune ha già la sua sezione.")})

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        index = self.get_parent().get_url(request)
        return HttpResponseRedirect(f"{index}{Selection(comune=self.comune.slug).address()}")
