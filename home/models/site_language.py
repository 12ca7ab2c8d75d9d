"""A language that an administrator has added to the site."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, Site

from home.models.site_settings import SiteSettings


class SiteLanguage(models.Model):
    """Begins the pages of a language, and says who has read them.

    Whether visitors are offered it is not said here: they are as soon as its home page is published, and no
    longer when that is taken off the site; then its addresses lead to the Italian pages.
    """

    code = models.CharField(
        _("lingua"),
        max_length=12,
        unique=True,
        help_text=_(
            "Nasce una bozza della pagina iniziale, con i diritti e la revisione di quella italiana."
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

    @property
    @admin.display(description=_("dove è arrivata"))
    def state(self) -> str:
        homes = Page.objects.filter(locale__language_code=self.code, depth=2)
        if homes.live().exists():
            return str(_("accesa: la pagina iniziale è pubblicata"))
        return str(_("spenta: la pagina iniziale non è pubblicata"))

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            self._begin()
            _say_who_read()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Forget it; its pages stay as they are."""
        with transaction.atomic():
            gone = super().delete(*args, **kwargs)
            _say_who_read()
        return gone

    def _begin(self) -> None:
        """Let there be a home page in the language, as a draft in Italian words for whoever translates it."""
        locale, _created = Locale.objects.get_or_create(language_code=self.code)
        for site in Site.objects.select_related("root_page"):
            root: Page = site.root_page.specific
            if not root.has_translation(locale):
                root.copy_for_translation(locale)


def _say_who_read() -> None:
    """Write into the settings, which every page has at hand, what would cost each of them a query."""
    read = SiteLanguage.objects.exclude(read_on=None).values_list("code", flat=True)
    SiteSettings.objects.update(read_languages=" ".join(read))
