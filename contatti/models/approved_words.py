"""The words that a person must have approved before anybody can write: who reads, duties, minors."""

import re
from datetime import date
from hashlib import sha256
from typing import ClassVar

from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField

PLAIN = ["bold", "italic", "ul", "link"]
WORDS = ("readers", "reporting", "minors")
_EDITORS_KEY = re.compile(r' data-block-key="[^"]*"')
APPROVAL = (*WORDS, "approved_digest")
"""The fields that tell whether the words are approved, for queries that load nothing else."""


class ApprovedWords(models.Model):
    """Abstract: three texts, and the digest of the texts that somebody approved. Other words void it."""

    readers = RichTextField(
        _("chi legge"),
        features=PLAIN,
        help_text=_(
            "Chi legge la richiesta, per quanto tempo resta, e se qualcuno può avere il dovere di segnalare. "
            "Non promettete il segreto assoluto."
        ),
    )
    reporting = RichTextField(
        _("il dovere di segnalare"),
        features=PLAIN,
        default="",
        help_text=_(
            "Chi di voi è pubblico ufficiale o incaricato di pubblico servizio, quali reati può dover "
            "segnalare, e a chi lei può chiederlo prima. Fatelo rileggere a chi conosce la legge."
        ),
    )
    minors = RichTextField(
        _("chi ha meno di 18 anni"),
        features=PLAIN,
        default="",
        help_text=_("Che cosa cambia se scrive una ragazza, o se ci sono figlie e figli."),
    )
    approved_digest = models.CharField(max_length=64, blank=True, default="", editable=False)
    approved_by = models.CharField(
        _("parole approvate da"), max_length=150, blank=True, default="", editable=False
    )
    approved_on = models.DateField(_("parole approvate il"), null=True, editable=False)

    words_panel: ClassVar[MultiFieldPanel] = MultiFieldPanel(
        [*(FieldPanel(name) for name in WORDS), FieldPanel("approve")],
        heading=_("Parole da approvare"),
        help_text=_(
            "Stanno accanto al testo che lei scrive. Se cambiano, il modulo si chiude finché una persona non "
            "le approva di nuovo."
        ),
    )

    class Meta:
        abstract = True

    @property
    def are_words_whole(self) -> bool:
        """Tell whether all three texts say something."""
        return all(strip_tags(getattr(self, name)).strip() for name in WORDS)

    @property
    def is_approved(self) -> bool:
        """Tell whether a person approved the words exactly as they stand."""
        return self.are_words_whole and self.approved_digest == self._digest()

    def approve(self, who: str, on: date) -> None:
        """Note that `who` approved the words as they stand. Saves nothing."""
        self.approved_digest = self._digest()
        self.approved_by = who[:150]
        self.approved_on = on

    def _digest(self) -> str:
        # The editor writes keys of its own into the markup whenever it saves; they are no words.
        texts = [" ".join(_EDITORS_KEY.sub("", getattr(self, name)).split()) for name in WORDS]
        # The number of each text before it: no sentence can move from one to another unnoticed.
        parts = [f"{len(text)}:{text}" for text in texts]
        return sha256("".join(parts).encode()).hexdigest()
