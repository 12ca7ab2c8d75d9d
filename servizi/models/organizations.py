"""What every body of the network has in common, whichever list it is in."""

import secrets
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.forms import CheckboxSelectMultiple
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList, Panel, TabbedInterface
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from home.models import BasePage, PageClass
from home.search.ranking import SearchRank
from home.text.placeholders import without_placeholders
from servizi.choice_set_field import ChoiceSetField
from servizi.directory import telephones
from servizi.directory.text_search import fold
from servizi.models.comuni import Comune
from servizi.models.verification import VerifiedMixin
from servizi.vocabulary import Audience, Language, Service, spoken

# Without the vowels of a telling word, which no page may have in its address.
SLUG_ALPHABET = "abcdefghjkmnpqrstvwxyz23456789"


def neutral_slug() -> str:
    """Return an address that says nothing: a body's name in the browser's history would."""
    return "e-" + "".join(secrets.choice(SLUG_ALPHABET) for _position in range(6))


class OrganizationQuerySet(PageQuerySet):
    """Named questions about bodies of any list."""

    def in_language(self, locale_id: int) -> Self:
        """Keep pages of that language, and of the main language those that nobody translated into it."""
        translated = self.model.objects.filter(
            translation_key=OuterRef("translation_key"), locale_id=locale_id
        )
        main = Q(locale__language_code=settings.LANGUAGE_CODE) & ~Exists(translated)
        found: Self = self.filter(Q(locale_id=locale_id) | main)
        return found


class OrganizationPage(VerifiedMixin, BasePage):
    """A body of the network. Says what it does, never how it answers or where: AnsweringPage, LocatedPage."""

    slug: Any
    page_class = PageClass.HELP
    search_rank = SearchRank.NETWORK
    facts: ClassVar[frozenset[str]] = frozenset({"internal_contact", "phone", "street_address"})

    summary = models.CharField(
        _("in breve"),
        max_length=240,
        help_text=_("Una frase per l’elenco. Per esempio: «Visite gratuite, anche senza appuntamento.»"),
    )
    description = models.TextField(
        _("descrizione"),
        blank=True,
        help_text=_("Che cosa fa, come si arriva a un primo incontro, quanto costa. Frasi brevi."),
    )
    services = ChoiceSetField(_("servizi"), vocabulary=Service, blank=True)
    audiences = ChoiceSetField(_("per chi"), vocabulary=Audience, blank=True)
    languages = ChoiceSetField(
        _("lingue"),
        vocabulary=Language,
        blank=True,
        help_text=_("Le lingue parlate da chi risponde, o con interprete."),
    )
    internal_contact = models.TextField(
        _("contatti interni"),
        blank=True,
        help_text=_("Solo per la redazione: non compaiono nel sito, nella ricerca né nei file esportati."),
    )
    protocol_signed_on = models.DateField(
        _("protocollo firmato il"),
        null=True,
        blank=True,
        help_text=_("La data di adesione al protocollo operativo della rete."),
    )
    search_text = models.TextField(editable=False, default="")

    # Wagtail indexes the title for the admin; contacts of the staff must not get there.
    search_fields: ClassVar[list[index.BaseField]] = BasePage.search_fields
    objects: ClassVar[Any] = PageManager.from_queryset(OrganizationQuerySet)()
    subpage_types: ClassVar[list[str]] = []
    promote_panels: ClassVar[list[Panel]] = []

    offer_panels: ClassVar[list[Panel]] = [
        FieldPanel("services"),
        FieldPanel("audiences"),
        FieldPanel("languages"),
    ]
    internal_panels: ClassVar[list[Panel]] = [
        FieldRowPanel([FieldPanel("verified_on", read_only=True), FieldPanel("protocol_signed_on")]),
        FieldPanel("internal_contact"),
    ]

    class Meta:
        abstract = True

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = neutral_slug()
        super().full_clean(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.search_text = fold(without_placeholders(f"{self.title} {self.summary} {self.description}"))
        super().save(*args, **kwargs)

    @property
    def kind_label(self) -> str:
        """Return what the body is, in a word or two; empty where its list says it."""
        return ""

    @property
    def search_words(self) -> list[str]:
        """Return public words only: never the internal contacts, and no place (see LocatedPage)."""
        with override(self.locale.language_code):
            labels = (*self.service_labels, *self.audience_labels, *spoken(self.languages))
            return [*super().search_words, self.summary, self.description, self.kind_label, *labels]

    @property
    def service_labels(self) -> list[str]:
        return [str(Service(word).label) for word in self.services]

    @property
    def audience_labels(self) -> list[str]:
        return [str(Audience(word).label) for word in self.audiences]

    @property
    def language_labels(self) -> list[str]:
        return [str(Language(word).label) for word in self.languages]


class AnsweringPage(models.Model):
    """How a body answers. A shelter's page does not inherit this: whoever needs it goes through a desk."""

    phone = models.CharField(
        _("telefono pubblico"),
        max_length=25,
        blank=True,
        validators=[telephones.valid_number],
        help_text=_("Un solo numero. Per esempio: 02 0000 0001"),
    )
    phone_hours = models.CharField(
        _("quando risponde"),
        max_length=120,
        blank=True,
        help_text=_("Per esempio: «da lunedì a venerdì, 9-12; segreteria negli altri orari»."),
    )
    email = models.EmailField(_("e-mail pubblica"), blank=True)

    contact_panels: ClassVar[list[Panel]] = [
        FieldRowPanel([FieldPanel("phone"), FieldPanel("phone_hours")]),
        FieldPanel("email"),
    ]

    class Meta:
        abstract = True

    @property
    def phone_uri(self) -> str:
        return telephones.uri(self.phone)


class LocatedPage(models.Model):
    """The place of a body that may be visited. A shelter's page does not inherit this: it has no place."""

    comuni = ParentalManyToManyField(
        "servizi.Comune",
        verbose_name=_("Comuni serviti"),
        related_name="+",
        help_text=_("Chi abita in questi Comuni può rivolgersi qui."),
    )
    street_address = models.CharField(
        _("indirizzo"),
        max_length=120,
        blank=True,
        help_text=_("Per esempio: Via dell’Esempio 1, 20000 Bresso"),
    )
    access_notes = models.TextField(
        _("come si entra"),
        blank=True,
        help_text=_("Gradini, ascensore, mezzi pubblici, che cosa c’è scritto sulla porta."),
    )
    website = models.URLField(_("sito"), blank=True, help_text=_("Per esempio: https://www.example.org"))

    place_panels: ClassVar[list[Panel]] = [
        FieldPanel("comuni", widget=CheckboxSelectMultiple),
        FieldPanel("street_address"),
        FieldPanel("access_notes"),
    ]

    class Meta:
        abstract = True

    @cached_property
    def served(self) -> list[Comune]:
        return list(self.comuni.all())


def tabs(**panels: list[Panel]) -> TabbedInterface:
    """Return the edit form with a tab for each keyword, in the order given."""
    headings = {
        "about": _("Chi è"),
        "offer": _("Che cosa offre"),
        "contact": _("Contatti"),
        "internal": _("Verifica e contatti interni"),
        "settings": _("Impostazioni"),
    }
    return TabbedInterface([ObjectList(children, heading=headings[key]) for key, children in panels.items()])
