"""What an operator fills in, which no form ever posts, and what her browser posts instead."""

import binascii
import re
from base64 import urlsafe_b64decode
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from contatti.sealed.answer_store import DAYS_KEPT

USUAL_DAYS = 30
HASH = re.compile(r"^[0-9a-f]{64}\Z")
UNKEPT = {
    "autocomplete": "off",
    "autocorrect": "off",
    "spellcheck": "false",
    "writingsuggestions": "false",
    "translate": "no",
}
"""Browsers would otherwise keep what is typed, or have it corrected and translated elsewhere."""


def unkept(widget: type[forms.Widget], **attributes: Any) -> forms.Widget:
    return widget(attrs={**UNKEPT, **attributes})


class DraftForm(forms.Form):
    """The fields of the page: her browser reads them, and no element around them could post them."""

    code = forms.CharField(
        label=_("Codice di risposta"),
        required=False,
        help_text=_(
            "È nella lettera, sotto «Codice di risposta». Copialo tutto: gli spazi e le righe a capo non "
            "contano."
        ),
        widget=unkept(forms.Textarea, rows=4),
    )
    stranger = forms.BooleanField(
        label=_("Ho capito: rispondo come a una persona mai sentita"),
        required=False,
        help_text=_("Niente di ciò che è scritto in altre richieste, niente che confermi che la conoscete."),
        widget=unkept(forms.CheckboxInput),
    )
    model = forms.ChoiceField(
        label=_("Parti da una risposta pronta"), required=False, widget=unkept(forms.Select)
    )
    text = forms.CharField(
        label=_("La risposta"),
        required=False,
        help_text=_(
            "Non ripetere la sua storia. Non nominare nessuno. Un luogo solo se lo ha chiesto lei. Può "
            "leggerla anche chi le ha preso il numero."
        ),
        widget=unkept(forms.Textarea, rows=10, dir="auto"),
    )
    day = forms.ChoiceField(
        label=_("Proponi un appuntamento"),
        required=False,
        help_text=_("I giorni delle prossime tre settimane, con l’orario pubblicato dello sportello."),
        widget=unkept(forms.Select),
    )
    start = forms.TimeField(
        label=_("dalle"), required=False, widget=unkept(forms.TimeInput, type="time", step=300)
    )
    end = forms.TimeField(
        label=_("alle"), required=False, widget=unkept(forms.TimeInput, type="time", step=300)
    )
    place = forms.CharField(
        label=_("Dove"),
        required=False,
        help_text=_("Solo se ha chiesto di saperlo. Sa già a quale sportello ha scritto."),
        widget=unkept(forms.TextInput, maxlength=200, dir="auto"),
    )
    ask_for = forms.CharField(
        label=_("Di chi chiedere alla porta"),
        required=False,
        help_text=_("Un nome di battesimo o una parola, se serve."),
        widget=unkept(forms.TextInput, maxlength=80, dir="auto"),
    )
    word = forms.CharField(
        label=_("La sua parola d’intesa, com’è nella lettera"),
        required=False,
        help_text=_(
            "Se nella lettera non c’è, lascia vuoto. Con una parola, la risposta si apre solo a chi la "
            "scrive."
        ),
        widget=unkept(forms.TextInput, maxlength=80, dir="auto"),
    )
    days = forms.TypedChoiceField(
        label=_("Per quanto tempo la trova"),
        required=False,
        help_text=_("Poi si cancella da sola. Vale per tutte le risposte a questo codice."),
        coerce=int,
        choices=lambda: [(days, gettext("%(n)d giorni") % {"n": days}) for days in DAYS_KEPT],
        initial=USUAL_DAYS,
        widget=unkept(forms.Select),
    )


@dataclass(frozen=True, slots=True)
class Place:
    """What the server may know of a reply code: the mark is a hash of its key."""

    place: bytes
    mark: bytes


class PlaceForm(forms.Form):
    """Where the answers to a code lie, the mark of its key, and the desk that asks."""

    place = forms.RegexField(HASH)
    mark = forms.RegexField(HASH)
    mailbox = forms.IntegerField(min_value=1, max_value=2**63 - 1)

    def code(self) -> Place:
        """Return what the server may know of the code; the form is valid."""
        return Place(bytes.fromhex(self.cleaned_data["place"]), bytes.fromhex(self.cleaned_data["mark"]))


class SealedForm(PlaceForm):
    """An answer that her browser sealed."""

    number = forms.IntegerField(min_value=1, max_value=2**31 - 1)
    days = forms.TypedChoiceField(coerce=int, choices=[(days, days) for days in DAYS_KEPT])
    sealed = forms.RegexField(re.compile(r"^[A-Za-z0-9_-]+\Z"), max_length=20_000)

    def clean_sealed(self) -> bytes:
        """Return the bytes. Raises ValidationError."""
        text = self.cleaned_data["sealed"]
        try:
            return urlsafe_b64decode(text + "=" * (-len(text) % 4))
        except binascii.Error:
            raise ValidationError("base64") from None
