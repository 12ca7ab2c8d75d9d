"""Asking whether a mail came from the portal."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

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
