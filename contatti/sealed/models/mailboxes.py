"""Where sealed requests go, and whether they are taken."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _


class Mailbox(models.Model):
    """An address at which operators read sealed requests. Without an address it takes none.

    A project may inherit from it to tie a mailbox to a thing of its own; `name` is what staff call it.
    """

    name = models.CharField(_("nome"), max_length=255)
    address = models.EmailField(
        _("casella di posta"),
        help_text=_("Qui arrivano le richieste cifrate. Non viene mai mostrata sul sito."),
    )
    paused = models.BooleanField(
        _("in pausa"),
        default=False,
        help_text=_("Il modulo non offre questa casella: mostra il messaggio qui sotto."),
    )
    pause_message = models.CharField(
        _("messaggio durante la pausa"),
        max_length=200,
        blank=True,
        help_text=_("Per esempio: «Fino al 31 agosto rispondiamo solo al telefono»."),
    )
    closes_unproved = models.BooleanField(
        _("chiudi da solo se nessuna legge"),
        default=False,
        help_text=_(
            "Se per tre settimane nessuna risponde alle prove di lettura, il modulo si chiude e mostra il "
            "telefono. Riapre da solo alla prima prova."
        ),
    )
    hourly_limit = models.PositiveIntegerField(
        _("richieste all’ora, subito"),
        default=60,
        validators=[MinValueValidator(1)],
        help_text=_("Difende la casella da un invio automatico: quelle in più sono prese e partono a turno."),
    )

    class Meta:
        verbose_name = _("casella")
        verbose_name_plural = _("caselle")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


def no_mailboxes() -> QuerySet[Mailbox]:
    """Return none: what is watched beside them where a project does not say otherwise."""
    return Mailbox.objects.none()


def all_mailboxes() -> QuerySet[Mailbox]:
    """Return every mailbox: what is offered where a project does not say otherwise."""
    return Mailbox.objects.all()
