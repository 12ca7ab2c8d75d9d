"""The three kinds of page that editors write, one for each class, and pages on rights."""

import datetime as dt
from collections.abc import Collection
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from home.discreet.revealing_words import telling_in_a_title
from home.models.base import PageClass
from home.models.content import CONTENT_TEMPLATE, ContentPage
from home.search.ranking import SearchRank, Standing


class InformationPage(ContentPage):
    """A page that the whole world may find: the network, press."""

    page_class = PageClass.PUBLIC
    scene = "drawings/board.svg"
    has_leaflet = True
    template = CONTENT_TEMPLATE
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.InformationPage"]
    subpage_types: ClassVar[list[str]] = ["home.InformationPage", "home.ArchivePage"]
    page_description = _("Pagina pubblica: si trova nei motori di ricerca con il suo titolo.")

    class Meta:
        verbose_name = _("pagina pubblica")
        verbose_name_plural = _("pagine pubbliche")


class HelpContent(ContentPage):
    """Abstract: found by those who look for help, yet named by a plain word only."""

    page_class = PageClass.HELP
    search_rank = SearchRank.HERSELF
    has_leaflet = True

    plain_word = models.CharField(
        _("parola neutra"),
        max_length=30,
        blank=True,
        help_text=_(
            "Sta accanto ad «Amaranta» nella scheda e nella cronologia del telefono: non deve dire di che "
            "cosa si parla. Per esempio: «Informazioni». Se non scrivi niente, il titolo ha un numero."
        ),
    )
    promote_panels: ClassVar[list[Panel]] = [FieldPanel("plain_word"), *ContentPage.promote_panels]

    @property
    def shows_who_answers(self) -> bool:
        return True

    class Meta:
        abstract = True

    @property
    def discreet_name(self) -> str:
        """Return the editor's word unless it tells the subject; else a number, another for each page."""
        if self.plain_word and not telling_in_a_title(self.plain_word, get_language() or ""):
            return self.plain_word
        # Translators: read by visitors.
        return gettext("Pagina %(number)s") % {"number": self.pk} if self.pk else ""

    def clean(self) -> None:
        super().clean()
        if word := telling_in_a_title(self.plain_word, self.written_in):
            message = _(
                "Resta nella cronologia del telefono: scegli un’altra parola al posto di «%(word)s…»."
            )
            raise ValidationError({"plain_word": message % {"word": word}})


class Readers(models.TextChoices):
    """Whom a help page is for."""

    HERSELF = "herself", _("chi subisce violenza")
    CASE = "case", _("chi subisce violenza, in un caso particolare")
    OTHERS = "others", _("chi le è vicino")
    WORKERS = "workers", _("chi lavora con le persone")
    USERS = "users", _("chi usa violenza e vuole smettere")
    SITE = "site", _("chi vuole sapere del sito")


class HelpPage(HelpContent):
    """A page for those who seek help, for themselves or for others."""

    RANKS: ClassVar[dict[str, SearchRank]] = {
        Readers.HERSELF: SearchRank.GUIDE,
        Readers.CASE: SearchRank.HERSELF,
        Readers.OTHERS: SearchRank.OTHERS,
        Readers.WORKERS: SearchRank.WORKERS,
        Readers.USERS: SearchRank.OWN_VIOLENCE,
        Readers.SITE: SearchRank.SITE,
    }

    readers = models.CharField(
        _("per chi"),
        max_length=10,
        choices=Readers.choices,
        default=Readers.HERSELF,
        help_text=_(
            "Decide il posto tra i risultati della ricerca. Una pagina per chi usa violenza compare solo a "
            "chi parla della propria."
        ),
    )

    promote_panels: ClassVar[list[Panel]] = [FieldPanel("readers"), *HelpContent.promote_panels]
    search_rank = SearchRank.GUIDE
    template = CONTENT_TEMPLATE
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.HelpPage"]
    subpage_types: ClassVar[list[str]] = ["home.HelpPage", "home.PrivatePage", "home.RightsPage"]
    page_description = _(
        "Pagina di aiuto: si trova nei motori di ricerca, ma il titolo che resta nella cronologia è neutro."
    )

    @property
    def shows_who_answers(self) -> bool:
        """The desks are hers, not his who uses violence."""
        return self.readers not in {Readers.USERS, Readers.SITE}

    class Meta:
        verbose_name = _("pagina di aiuto")
        verbose_name_plural = _("pagine di aiuto")

    @classmethod
    def search_ranks(cls) -> frozenset[SearchRank]:
        return frozenset(cls.RANKS.values())

    @classmethod
    def search_standings(cls, keys: Collection[int]) -> dict[int, Standing]:
        others = cls.objects.filter(pk__in=keys).exclude(readers=Readers.HERSELF)
        return {key: Standing(cls.RANKS[readers]) for key, readers in others.values_list("pk", "readers")}


class PrivatePage(ContentPage):
    """A page that leaves as little as a page can: not indexed, never cached, printed without its name."""

    scene = "drawings/window.svg"
    page_class = PageClass.PRIVATE
    search_rank = SearchRank.DANGER
    template = CONTENT_TEMPLATE
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.HelpPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _("Pagina privata: nessun motore di ricerca la trova, nessun titolo resta.")

    class Meta:
        verbose_name = _("pagina privata")
        verbose_name_plural = _("pagine private")


class RightsQuerySet(PageQuerySet):
    def expired(self, day: dt.date) -> "RightsQuerySet":
        """Return the published pages whose law must be checked again by `day`."""
        pages: RightsQuerySet = self.live().filter(expires_on__lte=day).order_by("expires_on")
        return pages


class RightsPage(HelpContent):
    """One right: the law that gives it, when somebody last checked it, and until when that holds."""

    template = "pages/rights_page.html"
    scene = "drawings/corridor.svg"
    parent_page_types: ClassVar[list[str]] = ["home.HelpPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _("Un diritto, con la legge che lo dà e la data dell’ultimo controllo.")

    facts: ClassVar[frozenset[str]] = frozenset({"law_reference"})
    law_reference = models.TextField(
        _("riferimenti di legge"),
        help_text=_("Uno per riga. Per esempio: «Art. 76, comma 4-ter, d.P.R. 115/2002»."),
    )
    verified_on = models.DateField(_("verificato il"), help_text=_("Quando qualcuno ha riletto la legge."))
    expires_on = models.DateField(
        _("da ricontrollare entro"),
        help_text=_("Dopo questo giorno la pagina avvisa chi legge, e tu trovi un compito nella bacheca."),
    )

    lawyer_read_on = models.DateField(
        _("riletta da un’avvocata il"),
        null=True,
        blank=True,
        help_text=_("Vuoto: la pagina dice che nessuna avvocata l’ha ancora riletta."),
    )

    objects = PageManager.from_queryset(RightsQuerySet)()

    content_panels: ClassVar[list[Panel]] = [
        *ContentPage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("law_reference"),
                FieldRowPanel([FieldPanel("verified_on"), FieldPanel("expires_on")]),
                FieldPanel("lawyer_read_on"),
            ],
            heading=_("Legge e controllo"),
        ),
    ]

    class Meta:
        verbose_name = _("pagina su un diritto")
        verbose_name_plural = _("pagine sui diritti")

    @property
    def is_expired(self) -> bool:
        """True from the day by which the page should have been checked."""
        return self.expires_on <= timezone.localdate()

    @property
    def laws(self) -> list[str]:
        """Return the references to the law, one to an item."""
        return [line.strip() for line in self.law_reference.splitlines() if line.strip()]

    def clean(self) -> None:
        super().clean()
        if self.verified_on and self.expires_on and self.expires_on <= self.verified_on:
            raise ValidationError({"expires_on": _("Scegli un giorno dopo quello del controllo.")})
