"""The tie between a body of the directory and its mailbox: cases are referred to it, no visitor writes."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from contatti.sealed.models import Mailbox
from servizi.models import PartnerPage, ShelterPage

READERS_OF = "Chi legge: "
"""The name of a group, in the database: not translated."""


class BodyMailbox(Mailbox):
    """The mailbox of a partner or a shelter, made by who keeps the keys.

    group: the accounts of its people, if it has any; who is in it is decided like every role, by an
    administrator, never by who changes the mailbox: its members agree to changes of its keys.
    """

    body = models.OneToOneField(
        Page, verbose_name=_("ente"), on_delete=models.CASCADE, related_name="body_mailbox"
    )
    group = models.OneToOneField(
        Group, null=True, editable=False, on_delete=models.SET_NULL, related_name="body_mailbox"
    )

    class Meta:
        verbose_name = _("casella di un ente")
        verbose_name_plural = _("caselle degli enti")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save under the body's present name; a new one gets its group."""
        if self._state.adding:
            self.name = self.body.title
            self.group = self.group or _new_group(self.body)
        super().save(*args, **kwargs)


def _new_group(body: Page) -> Group:
    group, _created = Group.objects.get_or_create(name=f"{READERS_OF}{body.title[:100]} ({body.pk})")
    into_admin = Permission.objects.filter(codename="access_admin", content_type__app_label="wagtailadmin")
    group.permissions.set(into_admin)
    return group


def bodies() -> Any:
    """Return what may have a mailbox: the live partners and shelters of the directory, no historical one."""
    historical = PartnerPage.objects.filter(is_archive=True).values("pk")
    live: Any = Page.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE)
    return live.type(PartnerPage, ShelterPage).exclude(pk__in=historical).order_by("title")


def mailboxes_of_bodies() -> models.QuerySet[Mailbox]:
    """Return the mailboxes to which desks refer cases: the answer to SEALED_ALSO_READ."""
    return Mailbox.objects.filter(bodymailbox__body__in=bodies().order_by().values("pk")).order_by("name")


def follow_name(sender: Any, instance: Page, **kwargs: Any) -> None:
    """Answer `post_save` of a body: give its mailbox, if it has one, the body's present name."""
    named = Mailbox.objects.filter(bodymailbox__body=instance.pk)
    named.exclude(name=instance.title).update(name=instance.title)
