"""The tie between a desk and its mailbox, the one place where the portal meets contatti.sealed."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from contatti.sealed.models import Mailbox
from servizi.models import DeskPage


class DeskMailbox(Mailbox):
    """The mailbox of a desk, there as long as the desk is. Without an address it takes no requests."""

    desk = models.OneToOneField(
        DeskPage, verbose_name=_("sportello"), on_delete=models.CASCADE, related_name="mailbox"
    )

    class Meta:
        verbose_name = _("casella di uno sportello")
        verbose_name_plural = _("caselle degli sportelli")


def keep_mailbox(sender: Any, instance: DeskPage, raw: bool = False, **kwargs: Any) -> None:
    """Answer `post_save` of a desk: give it its mailbox, and give that the desk's present name."""
    if raw or instance.locale.language_code != settings.LANGUAGE_CODE:
        return
    if not DeskMailbox.objects.filter(desk=instance).exists():
        DeskMailbox.objects.create(desk=instance, name=instance.title)
    Mailbox.objects.filter(deskmailbox__desk=instance).exclude(name=instance.title).update(
        name=instance.title
    )
