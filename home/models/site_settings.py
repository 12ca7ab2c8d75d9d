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
from home.models.site_identity import SiteIdentity
from home.text.placeholders import FIELDS, numbers_changed

DIGITS = RegexValidator(r"^\+?[0-9][0-9 ]*\Z", _("Solo cifre e spazi, per esempio «112»."))
"""A slip here would be on every page of the site, and on the button that calls."""


@register_setting(icon="cog")
class SiteSettings(SiteIdentity, BaseSiteSetting):
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

    legal_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("note legali"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "Licenza dei contenuti, chi risponde del sito: il collegamento è in fondo a ogni pagina."
        ),
    )

    is_demonstration = models.BooleanField(
        _("è una dimostrazione"),
        default=False,
        help_text=_(
            "Ogni pagina dice che sportelli, telefoni e orari sono inventati. Togli la spunta quando sono "
            "veri."
        ),
    )
    select_related: ClassVar[list[str]] = [
        "contact_page",
        "desks_page",
        "interruption_page",
        "privacy_page",
        "accessibility_page",
        "legal_page",
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
