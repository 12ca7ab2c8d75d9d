"""A language that an administrator has added to the site."""

from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, Site

from home.kept_lookups import looked_up


class SiteLanguage(models.Model):
    """What is said of a language beside its pages.

    A language without a row is shown as soon as its home page is published, and nobody has read it.
    """

    code = models.CharField(
        _("lingua"),
        max_length=12,
        unique=True,
        help_text=_("Nasce una bozza della pagina iniziale, con i diritti e la revisione di quella italiana."),
    )
    is_on = models.BooleanField(
        _("accesa"),
        default=True,
        help_text=_(
            "Si vede quando la sua pagina iniziale è pubblicata. Spenta, nessuna pagina si perde: chi apre un "
            "suo indirizzo arriva alla pagina italiana."
        ),
    )
    read_on = models.DateField(
        _("riletta da una persona di madrelingua il"),
        null=True,
        blank=True,
        help_text=_("Finché è vuoto, ogni pagina in questa lingua dice che nessuna l’ha ancora riletta."),
    )

    class Meta:
        verbose_name = _("lingua del sito")
        verbose_name_plural = _("lingue del sito")
        ordering = ("code",)

    def __str__(self) -> str:
        return str(dict(settings.WAGTAIL_CONTENT_LANGUAGES).get(self.code, self.code))

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            self._begin()

    def _begin(self) -> None:
        """Let there be a home page in the language, as a draft in Italian words for whoever translates it."""
        locale, _created = Locale.objects.get_or_create(language_code=self.code)
        for site in Site.objects.select_related("root_page"):
            root: Page = site.root_page.specific
            if not root.has_translation(locale):
                root.copy_for_translation(locale)


def switched_off() -> frozenset[str]:
    """Return the codes of the languages whose pages are shown to nobody."""
    return _codes("off", is_on=False)


def read_by_nobody() -> frozenset[str]:
    """Return the codes of the languages that no native speaker has read yet."""
    read = _codes("read", read_on__isnull=False)
    return frozenset(code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES) - read - {settings.LANGUAGE_CODE}


def _codes(what: str, **of: Any) -> frozenset[str]:
    rows = SiteLanguage.objects.filter(**of).values_list("code", flat=True)
    return looked_up(("languages", what), lambda: frozenset(rows))
