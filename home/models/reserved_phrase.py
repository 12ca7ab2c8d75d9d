from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from home.text.phrase_digest import digest, plain_words, probe


class ReservedPhrase(models.Model):
    """A word or address that no page may publish: a keyed digest (home.text.phrase_digest)."""

    note = models.CharField(
        _("a che cosa si riferisce"),
        max_length=80,
        help_text=_("Per ricordartene. Non scrivere qui la parola. Per esempio: «seconda casa, via»."),
    )
    digest = models.CharField(max_length=64, unique=True, editable=False)
    words = models.PositiveSmallIntegerField(editable=False)
    probe = models.CharField(max_length=64, editable=False)

    class Meta:
        verbose_name = _("parola riservata")
        verbose_name_plural = _("parole riservate")
        ordering = ("note",)

    def __str__(self) -> str:
        return self.note

    def hold(self, phrase: str) -> None:
        """Remember `phrase`, to be recognised and never read; ValidationError if it has no word."""
        words = plain_words(phrase)
        if not words:
            raise ValidationError(_("Scrivi almeno una parola."))
        self.words, self.digest, self.probe = len(words), digest(words), probe()

    @classmethod
    def of(cls, phrase: str, **fields: Any) -> "ReservedPhrase":
        """Return a new row, saved, that holds `phrase`."""
        row = cls(**fields)
        row.hold(phrase)
        row.save()
        return row
