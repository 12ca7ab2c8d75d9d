"""What an operator fills in to refer a case, which no form ever posts, and what her browser posts instead."""

import binascii
import re
from base64 import urlsafe_b64decode
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from contatti.console.forms import unkept
from contatti.models import Consent
from contatti.sealed.envelope import MAX_ENVELOPE_BYTES

LONGEST = 20_000
"""UTF-16 units, as a browser counts: with twenty keys still well within an envelope."""
BIGGEST_KEY = 2**63 - 1


class ReferralDraft(forms.Form):
    """The fields of the page: her browser reads them, and no element around them could post them."""

    sender = forms.ChoiceField(label=_("Da quale sportello"), widget=unkept(forms.Select))
    receiver = forms.ChoiceField(
        label=_("A chi lo affidi"),
        help_text=_(
            "Solo chi oggi può aprire la lettera. Chi manca non ha una casella, o le sue chiavi sono scadute."
        ),
        widget=unkept(forms.Select),
    )
    consent = forms.BooleanField(
        label=_("Ha detto sì: a questo passaggio, a questo sportello o ente, e a che cosa si racconta"),
        required=False,
        widget=unkept(forms.CheckboxInput),
    )
    how = forms.ChoiceField(
        label=_("Come l’ha detto"),
        choices=[("", _("Scegli…")), *Consent.choices],
        required=False,
        widget=unkept(forms.Select),
    )
    day = forms.DateField(
        label=_("In che giorno"), required=False, widget=unkept(forms.DateInput, type="date")
    )
    text = forms.CharField(
        label=_("Che cosa serve sapere"),
        required=False,
        help_text=_(
            "Solo quello che serve a chi la segue da adesso, e come raggiungerla senza rischio. Non resta da "
            "nessuna parte: né qui, né in questo browser."
        ),
        widget=unkept(forms.Textarea, rows=12, dir="auto"),
    )

    def offer(self, senders: list[Any], receivers: list[Any], today: date) -> None:
        """Set what may be chosen today."""
        fields: dict[str, Any] = self.fields
        fields["sender"].choices, fields["receiver"].choices = senders, receivers
        fields["day"].widget.attrs["max"] = today.isoformat()


class WayForm(forms.Form):
    """From which desk, and to which mailbox."""

    sender = forms.IntegerField(min_value=1, max_value=BIGGEST_KEY)
    receiver = forms.IntegerField(min_value=1, max_value=BIGGEST_KEY)


class SealedReferralForm(WayForm):
    """A letter that her browser sealed. attempt: the same when the same letter is posted again."""

    consent = forms.ChoiceField(choices=Consent.choices)
    locator = forms.RegexField(re.compile(r"^[0-9]{8}\Z"))
    proof = forms.RegexField(re.compile(r"^[0-9a-f]{64}\Z"))
    attempt = forms.RegexField(re.compile(r"^[0-9a-f]{64}\Z"))
    sealed = forms.RegexField(re.compile(r"^[A-Za-z0-9_-]+\Z"), max_length=MAX_ENVELOPE_BYTES * 4 // 3 + 4)

    def clean_attempt(self) -> bytes:
        return bytes.fromhex(self.cleaned_data["attempt"])

    def clean_sealed(self) -> bytes:
        """Return the bytes. Raises ValidationError."""
        text = self.cleaned_data["sealed"]
        try:
            return urlsafe_b64decode(text + "=" * (-len(text) % 4))
        except binascii.Error:
            raise ValidationError("base64") from None
