"""Asking whether a mail came from the portal, and approving the words beside the form."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from home.forms import DraftFirstForm
from home.templatetags.days import full_date

_MESSAGE_ID = re.compile(r"<?([^<>\s@]{1,100}@[^<>\s@]{1,99})>?")


class OriginForm(forms.Form):
    """Takes a Message-ID as mail programs show it: with or without its name and its brackets."""

    message_id = forms.CharField(
        label=_("Message-ID"),
        max_length=300,
        help_text=_("In Thunderbird: Altro, Visualizza sorgente; cercate la riga «Message-ID» e copiatela."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_message_id(self) -> str:
        """Return the bare identifier. Raises ValidationError."""
        typed = re.sub(r"(?i)^\s*message-id\s*:", "", self.cleaned_data["message_id"]).strip()
        found = _MESSAGE_ID.fullmatch(typed)
        if not found:
            raise ValidationError(_("Non è un Message-ID: serve la riga intera, con la chiocciola in mezzo."))
        return found[1]


class ContactPageForm(DraftFirstForm):
    """The page's form in the administration, with the tick of who has read and approves its words."""

    approve = forms.BooleanField(label=_("Ho letto e approvo queste parole"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "approve" in self.fields:
            self.fields["approve"].disabled = not self._may_approve()
            self.fields["approve"].help_text = self._state()

    def clean(self) -> Any:
        cleaned = super().clean()
        empty = [name for name in ("readers", "reporting", "minors") if not cleaned.get(name)]
        if cleaned.get("approve") and empty:
            self.add_error("approve", gettext("Prima scrivete tutti e tre i testi."))
        return cleaned

    def save(self, commit: bool = True) -> Any:
        if self.cleaned_data.get("approve"):
            user: Any = self.for_user
            self.instance.approve(user.get_full_name() or user.get_username(), timezone.localdate())
        return super().save(commit)

    def _may_approve(self) -> bool:
        """Tell whether this account may publish the page: nobody else opens the form to the public."""
        if self.for_user is None:
            return False
        if self.instance._state.adding:
            return bool(self.parent_page.permissions_for_user(self.for_user).can_publish_subpage())
        return bool(self.instance.permissions_for_user(self.for_user).can_publish())

    def _state(self) -> str:
        if self.instance.is_approved:
            told = {"who": self.instance.approved_by, "day": full_date(self.instance.approved_on)}
            return gettext("Approvate da %(who)s il %(day)s. Se cambiano, vanno approvate di nuovo.") % told
        if self._may_approve():
            return gettext("Non ancora approvate: finché non lo sono, nessuna può scrivere dal sito.")
        return gettext("Non ancora approvate: può farlo solo chi pubblica la pagina.")
