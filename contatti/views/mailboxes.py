"""Mailboxes in the administration: each desk has its own; who keeps the keys gives one to a body."""

from typing import Any, ClassVar

from django.forms import ModelChoiceField
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy

from contatti.models import BodyMailbox, DeskMailbox
from contatti.models.body_mailbox import bodies
from contatti.sealed.forms import MailboxForm
from contatti.sealed.views.certificates import KeyViewSet, MailboxViewSet, SealedGroup


class ChangeOnly(ModelPermissionPolicy):
    """Nobody adds or deletes, a superuser neither."""

    refused: ClassVar[tuple[str, ...]] = ("add", "delete")

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action not in self.refused and super().user_has_permission(user, action)


class NeverDelete(ChangeOnly):
    """A mailbox goes with its body; without an address it takes nothing."""

    refused = ("delete",)


class DeskMailboxForm(MailboxForm):
    class Meta(MailboxForm.Meta):
        model = DeskMailbox
        fields = ("address", "hourly_limit", "paused", "pause_message", "closes_unproved")


class DeskMailboxViewSet(MailboxViewSet):
    model = DeskMailbox

    @property
    def permission_policy(self) -> ModelPermissionPolicy:
        return ChangeOnly(self.model)

    def get_form_class(self, for_update: bool = False) -> type:
        return DeskMailboxForm


class BodyMailboxForm(MailboxForm):
    """Changes a body's mailbox; no visitor writes to it, so it needs no words for a pause."""

    class Meta(MailboxForm.Meta):
        model = BodyMailbox
        fields: tuple[str, ...] = ("address", "paused")
        help_texts: ClassVar[dict[str, Any]] = {
            "address": _("Qui arrivano i casi che gli sportelli affidano. Non viene mai mostrata sul sito."),
            "paused": _("Nessuno può affidare casi a questo ente."),
        }


class NewBodyMailboxForm(BodyMailboxForm):
    """Gives a mailbox to a body of the directory that has none."""

    body = ModelChoiceField(
        Page.objects.none(),
        label=capfirst(_("ente")),
        help_text=_("Un ente della rete o una casa rifugio, dalla pagina pubblicata. Poi non si cambia."),
    )

    class Meta(BodyMailboxForm.Meta):
        fields = ("body", *BodyMailboxForm.Meta.fields)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies().filter(body_mailbox=None)


class BodyMailboxViewSet(MailboxViewSet):
    model = BodyMailbox
    name = "caselle_enti"
    menu_label = _("Caselle degli enti")
    icon = "group"

    @property
    def permission_policy(self) -> ModelPermissionPolicy:
        return NeverDelete(self.model)

    def get_form_class(self, for_update: bool = False) -> type:
        return BodyMailboxForm if for_update else NewBodyMailboxForm


class DeskGroup(SealedGroup):
    items = (KeyViewSet, DeskMailboxViewSet, BodyMailboxViewSet)
