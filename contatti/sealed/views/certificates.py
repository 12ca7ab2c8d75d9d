"""The admin's lists of operators' keys and of mailboxes."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.contrib import messages
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import BooleanColumn, Column, StatusTagColumn
from wagtail.admin.views.generic import CreateView, EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.permission_policies import ModelPermissionPolicy

from contatti.sealed.certificates import rules
from contatti.sealed.forms import CertificateForm, MailboxForm, NewCertificateForm
from contatti.sealed.models import Mailbox, OperatorCertificate
from contatti.sealed.moments import local_day
from contatti.sealed.proof.states import last_proved


def key_state(key: OperatorCertificate) -> str | Promise:
    """Return the word for a key's state now."""
    now = timezone.now()
    if not key.active:
        return _("non in uso")
    if not key.is_readable:
        return _("illeggibile")
    if key.not_after < now:
        return _("scaduta")
    if now < key.not_before:
        return _("non vale ancora")
    if key.proved_at is None:
        return _("da provare")
    return _("scade presto") if key.not_after < now + rules.EXPIRY_NOTICE else _("valida")


def is_usable(key: OperatorCertificate) -> bool:
    """Tell whether requests are sealed for the key now."""
    return key.active and key.proved_at is not None and key.is_usable(timezone.now())


def _still_missing(mailbox: Mailbox) -> Iterator[str | Promise]:
    """Yield what a mailbox with a new key still lacks."""
    if not mailbox.address:
        yield _("La casella non ha ancora un indirizzo: scrivilo in «Caselle e pause».")
    if not OperatorCertificate.objects.filter(mailbox=mailbox).usable(timezone.now()).exists():
        yield _("È la sola chiave di questa casella: caricane una seconda, o una di riserva.")


def waits_message() -> str:
    return gettext(
        "Vale quando una seconda persona dice di sì, in «Cambi da approvare». Le altre lo sanno per e-mail."
    )


class TellsThatItWaits:
    """Says, when a form is saved, that a second person has to agree."""

    def save_instance(self) -> Any:
        inherited: Any = super()
        instance = inherited.save_instance()
        view: Any = self
        if view.form.waiting:
            messages.warning(view.request, waits_message())
        return instance


class EditKeyView(TellsThatItWaits, EditView):
    pass


class AddKeyView(CreateView):
    def save_instance(self) -> Any:
        instance = super().save_instance()
        for advice in (waits_message(), *self.form.warnings, *_still_missing(instance.mailbox)):
            messages.warning(self.request, advice)
        return instance


class KeysView(IndexView):
    def get_list_more_buttons(self, instance: OperatorCertificate) -> list[Any]:
        buttons: list[Any] = super().get_list_more_buttons(instance)
        if instance.active and self.user_has_permission("change"):
            words = _("Togli dall’uso adesso")
            way_out = reverse("sealed_withdraw", args=[instance.pk])
            buttons.append(MenuItem(words, url=way_out, icon_name="cross", priority=25))
        return buttons


class KeptKeys(ModelPermissionPolicy):
    """Nobody deletes a key, a superuser neither: with it would go what tells who ever read there."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "delete" and super().user_has_permission(user, action)


class KeyViewSet(ModelViewSet):
    model = OperatorCertificate
    name = "chiavi"
    menu_label = _("Chiavi delle caselle")
    icon = "key"
    index_view_class = KeysView
    add_view_class = AddKeyView
    edit_view_class = EditKeyView
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields: ClassVar[list[str]] = [
        "mailbox", "holder", "role", "active", "subject", "fingerprint",
        "not_before", "not_after", "added_at", "owner", "proved_at",
    ]  # fmt: skip
    list_display: ClassVar[list[Any]] = [
        "holder",
        Column("mailbox", label=_("Casella"), sort_key="mailbox__name"),
        StatusTagColumn("state", label=_("Stato"), accessor=key_state, primary=is_usable),
        Column("not_after", label=_("Scade il"), accessor=lambda key: local_day(key.not_after)),
        Column("proved_at", label=_("Ultima prova"), accessor=last_proved, sort_key="proved_at"),
        Column("role", label=_("Tipo"), accessor="get_role_display"),
        Column("fingerprint", label=_("Impronta"), accessor=lambda key: f"{key.fingerprint[:23]}…"),
    ]
    list_filter: ClassVar[list[str]] = ["mailbox", "role", "active"]

    @property
    def permission_policy(self) -> ModelPermissionPolicy:
        return KeptKeys(self.model)

    def get_form_class(self, for_update: bool = False) -> type:
        return CertificateForm if for_update else NewCertificateForm


class KeysMissing:
    """Says, when a mailbox is saved, that nobody could open what arrives there."""

    def save_instance(self) -> Any:
        inherited: Any = super()
        instance = inherited.save_instance()
        if not OperatorCertificate.objects.filter(mailbox=instance.pk).usable(timezone.now()).exists():
            view: Any = self
            messages.warning(
                view.request, _("La casella non ha ancora chiavi: caricale in «Chiavi delle caselle».")
            )
        return instance


class AddMailboxView(TellsThatItWaits, KeysMissing, CreateView):
    pass


class EditMailboxView(TellsThatItWaits, KeysMissing, EditView):
    pass


class MailboxViewSet(ModelViewSet):
    model = Mailbox
    name = "caselle"
    add_view_class = AddMailboxView
    edit_view_class = EditMailboxView
    menu_label = _("Caselle e pause")
    icon = "mail"
    copy_view_enabled = False
    list_display: ClassVar[list[Any]] = [
        "name",
        Column(
            "address", label=capfirst(_("casella di posta")), accessor=lambda row: row.address or _("manca")
        ),
        BooleanColumn("paused", label=capfirst(_("in pausa"))),
        "hourly_limit",
    ]

    def get_form_class(self, for_update: bool = False) -> type:
        return MailboxForm


class SealedGroup(ModelViewSetGroup):
    menu_label = _("Richieste cifrate")
    menu_icon = "lock"
    menu_order = 250
    items: tuple[type[ModelViewSet], ...] = (KeyViewSet, MailboxViewSet)
