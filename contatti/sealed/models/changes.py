"""Changes of keys and mailboxes that wait for a second person."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from contatti.sealed.models.certificates import OperatorCertificate
from contatti.sealed.models.mailboxes import Mailbox


class ChangeKind(models.TextChoices):
    """What would be different. Taking a key out of use and a pause need nobody else."""

    KEY = "key", _("una chiave in uso")
    ADDRESS = "address", _("un’altra casella")
    OPENING = "opening", _("la fine della pausa")


class PendingChange(models.Model):
    """One change that somebody asked for. told: all concerned were written to; without it nothing ripens."""

    wagtail_reference_index_ignore = True

    mailbox = models.ForeignKey(Mailbox, on_delete=models.CASCADE, related_name="pending_changes")
    kind = models.CharField(max_length=8, choices=ChangeKind.choices)
    certificate = models.OneToOneField(OperatorCertificate, null=True, on_delete=models.CASCADE)
    address = models.EmailField(blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    asked_at = models.DateTimeField()
    told = models.BooleanField(default=False)

    class Meta:
        default_permissions = ()
        ordering = ("asked_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("mailbox", "kind"),
                condition=models.Q(certificate=None),
                name="one_pending_change_of_a_kind",
            ),
        )

    def __str__(self) -> str:
        return f"{self.mailbox}: {self.get_kind_display()}"
