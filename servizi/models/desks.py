from functools import cached_property
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import functions
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language, gettext, override
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import Page, PageManager
from wagtail.search import index

from home.blocks import ContentField
from home.discreet.revealing_words import revealing_word
from home.models import BasePage, PageClass
from home.search.ranking import SearchRank
from servizi.choice_set_field import ChoiceSetField
from servizi.desk_edit_handler import desk_edit_handler
from servizi.desks.accreditation import missing_to_a_centre
from servizi.desks.blocks import HoursBlock, PhonesBlock, PhoneValue
from servizi.desks.presenter import desk_context
from servizi.desks.spoken_blocks import LanguagesBlock
from servizi.hours import Calendar
from servizi.models.comuni import Comune
from servizi.models.desk_queries import DeskQuerySet
from servizi.models.verification import VerifiedMixin
from servizi.vocabulary import Language, Service, spoken


class DeskKind(models.TextChoices):
    """What a desk is under the agreements between State and Regions: a woman is told which."""

    # Translators: read by visitors.
    CENTRE = "centro", _("Centro antiviolenza accreditato")
    # Translators: read by visitors.
    BRANCH = "sede", _("Sportello di un centro antiviolenza")
    # Translators: read by visitors.
    DESK = "sportello", _("Sportello di primo ascolto")
    # Translators: read by visitors.
    ASSOCIATION = "associazione", _("Associazione")


class DeskPage(VerifiedMixin, BasePage):
    """One place where a woman is listened to.

    A translation shows the facts (hours, telephones, verification) of the page in the main language: there is
    one copy of them, so no language can show an old hour.
    """

    slug: Any
    page_class = PageClass.HELP
    search_rank = SearchRank.HERSELF
    template = "pages/desk_page.html"
    parent_page_types: ClassVar[list[str]] = ["servizi.DeskIndexPage"]
    subpage_types: ClassVar[list[type[Page]]] = []
    loads_with: ClassVar[tuple[str, ...]] = ("comune",)
    needs_original = True
    facts: ClassVar[frozenset[str]] = frozenset({"hours", "address", "phones/phone/number"})
    page_description = _("Un luogo dove una donna viene ascoltata: orari, telefoni, come arrivare.")

    kind = models.CharField(
        _("che cosa è"),
        max_length=20,
        choices=DeskKind.choices,
        default=DeskKind.DESK,
        help_text=_(
            "La pagina lo dice. Un centro accreditato è aperto almeno cinque giorni alla settimana e ha un "
            "telefono che risponde ogni giorno; con meno ore è uno sportello di un centro."
        ),
    )
    comune = models.ForeignKey(
        Comune,
        verbose_name=_("Comune"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Dove si trova. Decide la festa del patrono e chi può modificare la pagina."),
    )
    comuni_served = ParentalManyToManyField(
        Comune,
        verbose_name=_("Comuni serviti"),
        blank=True,
        related_name="+",
        help_text=_("Da quali Comuni si può venire. Nessuna scelta: da tutti."),
    )
    intro = models.CharField(
        _("in breve"),
        max_length=240,
        help_text=_("Una o due frasi. Per esempio: «Ascolto e orientamento, per decidere con calma.»"),
    )
    by_appointment = models.BooleanField(
        _("solo su appuntamento"),
        default=False,
        help_text=_("Prima di venire bisogna telefonare o scrivere."),
    )
    hours = ContentField(HoursBlock(), verbose_name=_("orari"), blank=True)
    open_on_holidays = models.BooleanField(
        _("aperto anche nei giorni di festa"),
        default=False,
        help_text=_("Feste nazionali e patrono del Comune: senza questa scelta sono giorni di chiusura."),
    )
    phones = ContentField(PhonesBlock(), verbose_name=_("telefoni"), blank=True)
    address = models.CharField(
        _("indirizzo"),
        max_length=120,
        blank=True,
        help_text=_("Via e numero, senza il Comune. Per esempio: «Via dell’Esempio 1»."),
    )
    door = models.CharField(
        _("che cosa c’è scritto alla porta"),
        max_length=120,
        blank=True,
        help_text=_("Per esempio: «sul campanello c’è scritto solo “Spazio famiglia”»."),
    )
    transport = models.CharField(
        _("come arrivare"),
        max_length=240,
        blank=True,
        help_text=_("Per esempio: «tram 31, fermata Municipio, poi due minuti a piedi»."),
    )
    steps = models.CharField(
        _("scale e accessi"),
        max_length=240,
        blank=True,
        help_text=_("Per esempio: «due gradini all’ingresso, rampa sul retro, ascensore»."),
    )
    services = ChoiceSetField(
        _("servizi"), vocabulary=Service, blank=True, help_text=_("Quello che si trova in questo sportello.")
    )
    languages = ChoiceSetField(
        _("lingue"), vocabulary=Language, blank=True, help_text=_("Lingue parlate da chi lavora qui.")
    )
    spoken = ContentField(
        LanguagesBlock(),
        verbose_name=_("lingue in certe ore, o su richiesta"),
        blank=True,
        help_text=_("Il sito dice a chi legge in una lingua chi la parla ora, o quando."),
    )
    interpreters = models.CharField(
        _("interpreti"),
        max_length=160,
        blank=True,
        help_text=_("Per esempio: «arabo e cinese con due giorni di preavviso, gratis»."),
    )
    cost = models.CharField(
        _("quanto costa"), max_length=120, default=_("Tutto è gratuito."), help_text=_("Una frase.")
    )
    who = models.CharField(
        _("chi c’è nella stanza"),
        max_length=240,
        blank=True,
        help_text=_("Ruoli, mai nomi. Per esempio: «un’operatrice formata; se vuoi, una psicologa»."),
    )

    # Wagtail is untyped: without the annotation mypy can resolve no manager at all.
    objects: ClassVar[Any] = PageManager.from_queryset(DeskQuerySet)()
    edit_handler = desk_edit_handler()

    class Meta:
        verbose_name = _("sportello")
        verbose_name_plural = _("sportelli")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.take_address()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        self.take_address()
        super().minimal_clean()

    def clean(self) -> None:
        super().clean()
        # A translation shows the hours of the page in the main language, which are judged there.
        is_main = self.locale.language_code == settings.LANGUAGE_CODE
        if (
            is_main
            and self.kind == DeskKind.CENTRE
            and (missing := missing_to_a_centre(self.calendar, self.phones))
        ):
            raise ValidationError({"kind": " ".join(missing)})

    def take_address(self) -> None:
        """Give a new desk the address of its Comune where it has none, or one made of a telling title."""
        if self._state.adding and self.comune_id:
            place = self.comune.slug
            # Asked again when the desk is saved: only then is it known which addresses are taken beside it.
            if self.slug in {"", place} or revealing_word(self.slug):
                self.slug = self._get_autogenerated_slug(place)

    @property
    def discreet_name(self) -> str:
        return self.source.comune.name

    @classmethod
    def search_names(cls) -> Any:
        """Return the Comune of each desk, and its first word where that is a name: «Cinisello», not «San»."""
        name = models.F("comune__name")
        space = functions.StrIndex(name, models.Value(" "))
        short = functions.Concat(name, models.Value("\n"), functions.Left(name, space - 1))
        lines = models.Case(models.When(models.Q(space__gt=5), then=short), default=name)
        rows = cls.objects.live().annotate(space=space).annotate(lines=lines)
        return rows.values_list("translation_key", "locale__language_code", "lines")

    @cached_property
    def source(self) -> "DeskPage":
        """The page that holds the facts: this one, or the one that it translates."""
        # A page is served in its own language: in the main one there is nothing to look up.
        if get_language() in {None, settings.LANGUAGE_CODE}:
            return self
        original: DeskPage | None = (
            DeskPage.objects.originals()
            .filter(translation_key=self.translation_key)
            .exclude(pk=self.pk)
            .first()
        )
        return original or self

    @cached_property
    def calendar(self) -> Calendar:
        source = self.source
        entries = [entry for row in source.hours for entry in row.value.entries]
        return Calendar.of(entries, source.comune.holidays, open_on_holidays=source.open_on_holidays)

    @property
    def telephones(self) -> list[PhoneValue]:
        """The telephones of the source; a translation has words of its own for the same number."""
        own = {} if self.source is self else {row.value["number"]: row.value for row in self.phones}
        return [row.value.worded(own.get(row.value["number"])) for row in self.source.phones]

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        # Wagtail indexed the page before the Comuni served were stored.
        index.insert_or_update_object(self)

    @property
    def search_words(self) -> list[str]:
        with override(self.locale.language_code):
            source = self.source
            return [
                *super().search_words,
                self.intro,
                str(DeskKind(source.kind).label),
                source.comune.name,
                *(comune.name for comune in source.comuni_served.all()),
                *self.service_names,
                # Translators: read by visitors.
                gettext("parla parlano lingua interprete"),
                *spoken(source.all_languages),
                self.interpreters,
            ]

    @property
    def service_names(self) -> list[str]:
        return [str(Service(value).label) for value in self.source.services]

    @property
    def all_languages(self) -> list[str]:
        """Languages spoken here always, at some hours or on request, in the order of the vocabulary."""
        known = {*self.languages, *(row.value["language"] for row in self.spoken)}
        return [code for code in Language.values if code in known]

    @property
    def language_names(self) -> list[str]:
        return [str(Language(value).label) for value in self.source.languages]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | desk_context(self, timezone.now())
