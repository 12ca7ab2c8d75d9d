from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from home.models import ReservedPhrase


class ReservedPhraseForm(WagtailAdminModelForm):
    """Takes a phrase and keeps only its digest."""

    phrase = forms.CharField(
        label=_("parola o indirizzo"),
        max_length=120,
        strip=True,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_(
            "Maiuscole, accenti e punti non contano. Per un indirizzo scrivi via e numero, e a parte la via "
            "da sola. Dopo il salvataggio nessuno può più leggerla, nemmeno tu."
        ),
    )

    def clean_phrase(self) -> str:
        phrase: str = self.cleaned_data["phrase"]
        self.instance.hold(phrase)
        if ReservedPhrase.objects.filter(digest=self.instance.digest).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("Questa c’è già."))
        return phrase

    class Meta:
        model = ReservedPhrase
        fields: Any = ("note", "phrase")
