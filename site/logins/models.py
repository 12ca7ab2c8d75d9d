"""Links by which a person sets her password or makes a new second factor, and factors that are lost."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LIFE = timedelta(days=3)


class Purpose(models.TextChoices):
    INVITATION = "invitation", _("invito")
    PASSWORD = "password", _("password nuova")
    FACTOR = "factor", _("secondo accesso nuovo")
    FIRST = "first", _("secondo accesso da fare")


class AccessLink(models.Model):
    """A link that works once, for three days. Only the digest of what stands in it is kept."""

    wagtail_reference_index_ignore = True

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="access_links")
    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    sent = models.BooleanField(default=False)

    class Meta:
        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("user", "purpose"), name="one_link_for_a_purpose"),)

    def __str__(self) -> str:
        return f"{self.user}: {self.get_purpose_display()}"

    @property
    def ends_at(self) -> datetime:
        return self.made_at + LIFE

    @property
    def is_open(self) -> bool:
        return timezone.now() < self.ends_at


class LostFactor(models.Model):
    """An administrator asked that somebody may make a new second factor; another one has to agree."""

    wagtail_reference_index_ignore = True

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="lost_factor"
    )
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        ordering = ("asked_at",)

    def __str__(self) -> str:
        return str(self.user)
