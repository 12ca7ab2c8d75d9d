"""Where a desk's sealed requests go, and whether it takes any."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from servizi.models import DeskPage


class DeskIntake(models.Model):
    """The mailbox of a desk. A desk without one takes no requests through the form."""

    desk = models.OneToOneField(
        DeskPage, verbose_name=_("sportello"), on_delete=models.CASCADE, related_name="intake"
    )
    mailbox = models.EmailField(
        _("casella di posta"),
        help_text=_("Qui arrivano le richieste cifrate. Non viene mai mostrata sul sito."),
    )
    paused = models.BooleanField(
        _("in pausa"),
        default=False,
        help_text=_("Il modulo non offre questo sportello: mostra il telefono e il messaggio qui sotto."),
    )
    pause_message = models.CharField(
        _("messaggio durante la pausa"),
        max_length=200,
        blank=True,
        help_text=_("Per esempio: «Fino al 31 agosto rispondiamo solo al telefono»."),
    )
    hourly_budget = models.PositiveIntegerField(
        _("richieste all’ora, al massimo"),
        default=60,
        validators=[MinValueValidator(1)],
        help_text=_("Difende la casella da un invio automatico: oltre, il modulo indica il telefono."),
    )

    class Meta:
        verbose_name = _("casella di uno sportello")
        verbose_name_plural = _("caselle degli sportelli")
        ordering = ("desk",)

    def __str__(self) -> str:
        return self.mailbox
