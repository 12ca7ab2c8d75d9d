from collections.abc import Iterable
from copy import copy
from typing import Any, ClassVar, Self
from uuid import UUID

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Page, Site

from home.admin.site_settings_panels import PANELS
from home.kept_lookups import looked_up
from home.models.exit_choices import ExitDestination, ExitLabel
from home.text.placeholders import FIELDS, numbers_changed

DIGITS = RegexValidator(r"^\+?[0-9][0-9 ]*\Z", _("Solo cifre e spazi, per esempio «112»."))
"""A slip here would be on every page of the site, and on the button that calls."""


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting):
    """Numbers and words that every page repeats: changed here once."""

    spoken: str | None = None
    """Language of the main pages, where translations stand in their places."""

    emergency_number = models.CharField(
        _("numero di emergenza"), max_length=12, default="112", validators=[DIGITS]
    )
    helpline_number = models.CharField(
        _("numero antiviolenza"),
        max_length=20,
        default="1522",
        validators=[DIGITS],
        help_text=_("Il numero nazionale antiviolenza e stalking."),
    )
    # Languages that a native speaker has read, as codes with a space between them (home.models.SiteLanguage).
    read_languages = models.CharField(max_length=120, blank=True, editable=False)
    helpline_note = models.CharField(
        _("nota sul numero antiviolenza"),
        max_length=120,
        # Translators: read by visitors.
        default=_("gratuito, sempre attivo"),
        help_text=_("Poche parole accanto al numero."),
    )
    exit_destination = models.URLField(
        _("dove porta l’uscita rapida"),
        choices=ExitDestination.choices,
        default=ExitDestination.WEATHER,
        help_text=_(
            "Un sito neutro: nessuna pubblicità, nessun contenuto personale, credibile per chiunque."
        ),
    )
    exit_label = models.CharField(
        _("scritta dell’uscita rapida"),
        max_length=12,
        choices=ExitLabel.choices,
        default=ExitLabel.LEAVE,
        help_text=_("La parola sul pulsante in fondo a ogni pagina."),
    )
    contact_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("pagina per scrivere"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("La pagina a cui porta «Scrivi a uno sportello» in tutto il sito."),
    )
    desks_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("pagina degli sportelli"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("L’elenco degli sportelli e degli orari."),
    )
    interruption_page = models.ForeignKey(
        "home.InterruptionPage",
        verbose_name=_("pagina prima di continuare"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "Si legge prima delle pagine riservate, che restano tutte sotto il suo indirizzo. "
            "Senza questa pagina la navigazione discreta è spenta."
        ),
    )

    privacy_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("pagina sulla riservatezza"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("L’informativa: il collegamento è in fondo a ogni pagina."),
    )
    accessibility_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("dichiarazione di accessibilità"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Richiesta dalla legge 4/2004: il collegamento è in fondo a ogni pagina."),
    )

    is_demonstration = models.BooleanField(
        _("è una dimostrazione"),
        default=False,
        help_text=_(
            "Ogni pagina dice che sportelli, telefoni e orari sono inventati. Togli la spunta quando sono "
            "veri."
        ),
    )
    owner = models.CharField(
        _("chi gestisce il sito"),
        max_length=120,
        blank=True,
        help_text=_("Il nome dell’ente. Nei testi si scrive {{ente}}."),
    )
    who_reads = models.TextField(
        _("chi legge le richieste"),
        blank=True,
        help_text=_("Chi sono, e per quale ente lavorano. Nei testi si scrive {{chi-legge}}."),
    )
    answer_time = models.CharField(
        _("in quanto tempo si risponde"),
        max_length=200,
        blank=True,
        help_text=_(
            "Una frase. Per esempio: «Entro due giorni di apertura.» Nei testi: {{quando-rispondono}}."
        ),
    )
    duty_read_on = models.DateField(
        _("dovere di segnalare: testo riletto il"),
        null=True,
        blank=True,
        help_text=_(
            "Quando una persona esperta di diritto ha riletto le pagine che parlano del dovere di segnalare."
        ),
    )
    controller = models.TextField(
        _("titolare del trattamento"),
        blank=True,
        help_text=_(
            "Ente o enti contitolari, indirizzo, contatti, accordo. Nei testi si scrive {{titolare}}."
        ),
    )
    data_protection_officer = models.TextField(
        _("responsabile della protezione dei dati"),
        blank=True,
        help_text=_("Nome o ufficio, e contatti. Nei testi si scrive {{dpo}}."),
    )
    legal_basis = models.TextField(
        _("base giuridica"),
        blank=True,
        help_text=_("Con gli articoli di legge. Nei testi si scrive {{base-giuridica}}."),
    )
    processors = models.TextField(
        _("chi tratta i dati per conto del titolare"),
        blank=True,
        help_text=_("Per esempio chi ospita il server e la posta. Nei testi si scrive {{fornitori}}."),
    )
    storage = models.TextField(
        _("dove stanno i dati, e per quanto"),
        blank=True,
        help_text=_(
            "Luogo del server, copie di riserva, registri della posta, tempi dello sportello. Nei testi si "
            "scrive {{luogo-dei-dati}}."
        ),
    )
    accessibility_status = models.TextField(
        _("stato di conformità"),
        blank=True,
        help_text=_(
            "Conforme, parzialmente conforme o non conforme; che cosa manca; data e metodo della verifica. "
            "Nei testi si scrive {{conformita}}."
        ),
    )
    accessibility_contact = models.CharField(
        _("a chi segnalare un problema"),
        max_length=200,
        blank=True,
        help_text=_(
            "Posta o telefono, e in quanti giorni si risponde. Nei testi si scrive {{segnalazioni}}."
        ),
    )
    accessibility_declaration = models.CharField(
        _("dichiarazione su form.agid.gov.it"),
        max_length=200,
        blank=True,
        help_text=_("Una frase con l’indirizzo della dichiarazione. Nei testi si scrive {{dichiarazione}}."),
    )
    press_contact = models.CharField(
        _("contatto per la stampa"),
        max_length=200,
        blank=True,
        help_text=_("Ufficio, telefono, posta. Nei testi si scrive {{stampa}}."),
    )

    select_related: ClassVar[list[str]] = [
        "contact_page",
        "desks_page",
        "interruption_page",
        "privacy_page",
        "accessibility_page",
    ]
    panels: ClassVar[list[Panel]] = PANELS

    class Meta:
        verbose_name = _("impostazioni del sito")

    def save(self, *args: Any, **kwargs: Any) -> None:
        numbers = [getattr(self, name) for name in FIELDS.values()]
        before = type(self).objects.filter(pk=self.pk).values_list(*FIELDS.values()).first()
        super().save(*args, **kwargs)
        if before is not None and list(before) != numbers:
            numbers_changed.send(type(self))

    @classmethod
    def for_request(cls, request: HttpRequest) -> Self:
        """Return the settings as a visitor needs them: with the main pages in the active language.

        Only here: what the administration edits and saves comes from `for_site`, and stays as it is stored.
        """
        found = cls.untranslated(request)
        if keys := found.keys_to_translate():
            here = Page.objects.live().filter(locale__language_code=get_language())
            found.take_translations(here.filter(translation_key__in=keys))
        return found

    @classmethod
    def untranslated(cls, request: HttpRequest) -> Self:
        """Return the settings of a request whose translations the caller may bring, to save a query."""
        name = cls.get_cache_attr_name()
        if hasattr(request, name) or (site := Site.find_for_request(request)) is None:
            found: Self = super().for_request(request)
            return found
        # A copy: each request puts pages of its own language into it.
        own: Self = copy(looked_up(("settings", site.pk), lambda: cls.for_site(site)))
        own._request = request  # as Wagtail does
        setattr(request, name, own)
        return own

    @property
    def main_pages(self) -> dict[str, Page]:
        """Return the pages that every page links to, by the name of their field."""
        return {name: page for name in self.select_related if (page := getattr(self, name))}

    @property
    def note_here(self) -> str:
        """Return the note on the helpline in the active language; empty where nobody has translated it."""
        note = gettext(self.helpline_note) if self.helpline_note else ""
        is_main = get_language() in {None, settings.LANGUAGE_CODE}
        return note if is_main or note != self.helpline_note else ""

    def keys_to_translate(self) -> list[UUID]:
        """Return the translation keys of the main pages; none in the main language, or when it is done."""
        if get_language() in {None, settings.LANGUAGE_CODE, self.spoken}:
            return []
        return [page.translation_key for page in self.main_pages.values()]

    def take_translations(self, pages: Iterable[Page]) -> None:
        """Put published pages of the active language in the places of those that they translate."""
        self.spoken = get_language()
        found = {page.translation_key: page.specific_deferred for page in pages}
        for name, page in self.main_pages.items():
            setattr(self, name, found.get(page.translation_key, page))
