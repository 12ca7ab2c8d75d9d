"""The promise that what a page says was checked by somebody, and when it runs out."""

from datetime import date, timedelta
from typing import Any, Self, TypeVar

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

VALID_FOR = timedelta(days=90)

Verified = TypeVar("Verified", bound="VerifiedMixin")


class VerifiedMixin(models.Model):
    """Adds "verified on" and by whom to a page class; name it before the page class among the bases."""

    verified_on = models.DateField(_("verificato il"), null=True, editable=False)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("verificato da"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        abstract = True

    def is_stale(self, today: date | None = None) -> bool:
        """True when nobody has verified the page for more than VALID_FOR; `today` is Italy's date."""
        return self.verified_on is None or (today or timezone.localdate()) > self.verified_on + VALID_FOR

    def verify(self, user: AbstractBaseUser | None = None, day: date | None = None) -> None:
        """Store that `user` checked the page, and so its translations, on `day` (today), in no revision."""
        self.verified_on = day or timezone.localdate()
        self.verified_by = user  # type: ignore[assignment]
        translations = self.get_translations(inclusive=True)  # type: ignore[attr-defined]
        translations.update(verified_on=self.verified_on, verified_by=self.verified_by)

    def with_content_json(self, content: dict[str, Any]) -> Self:
        # A draft written before the last verification would otherwise undo it when published.
        restored: Self = super().with_content_json(content)  # type: ignore[misc]
        restored.verified_on, restored.verified_by = self.verified_on, self.verified_by
        return restored


def stale_since(today: date) -> models.Q:
    """Which pages of a class with VerifiedMixin are stale on `today`."""
    return models.Q(verified_on__isnull=True) | models.Q(verified_on__lt=today - VALID_FOR)
