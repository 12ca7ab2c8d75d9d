"""What staff keep beside requests and answers: who took charge of which, and words to answer with."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from contatti.models.desk_mailbox import DeskMailbox
from contatti.sealed.models import OutboxItem


class RequestProgress(models.Model):
    """How far people are with a request; without a row it is new. It goes with the request.

    No moment stands here: it would say more about a request than the hour.
    """

    wagtail_reference_index_ignore = True

    item = models.OneToOneField(
        OutboxItem, primary_key=True, on_delete=models.CASCADE, related_name="progress"
    )
    done = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return ""


def languages() -> list[tuple[str, str]]:
    """Return the languages of the site; by its name in the migrations, which no new language changes."""
    return list(settings.LANGUAGES)


class ModelAnswerQuerySet(models.QuerySet["ModelAnswer"]):
    def for_mailboxes(self, mailboxes: Any) -> Self:
        """Those of certain desks, and those that are for all."""
        return self.filter(models.Q(mailbox=None) | models.Q(mailbox__in=mailboxes))


class ModelAnswer(models.Model):
    """Words that an operator puts into an answer and then makes her own. mailbox: None for every desk."""

    mailbox = models.ForeignKey(
        DeskMailbox,
        verbose_name=_("sportello"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="model_answers",
        help_text=_("Vuoto: la trovano tutti gli sportelli."),
    )
    title = models.CharField(
        _("a che cosa serve"),
        max_length=80,
        help_text=_("Lo legge l’operatrice quando sceglie. Per esempio: «Proporre un appuntamento»."),
    )
    language = models.CharField(_("lingua"), max_length=10, choices=languages, default=settings.LANGUAGE_CODE)
    text = models.TextField(
        _("testo"),
        max_length=3000,
        help_text=_(
            "Nessun dato personale: né nomi, né telefoni, né fatti di una donna. Puntini «…» dove "
            "l’operatrice deve completare."
        ),
    )

    objects = ModelAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("risposta pronta")
        verbose_name_plural = _("risposte pronte")
        # Who may what follows from being an operator or a coordinator (contatti.console.rights).
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["title", "language", "pk"]

    def __str__(self) -> str:
        return self.title
