from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.views.generic import DeleteView
from wagtail.admin.viewsets.model import ModelViewSet

from home.models import SiteLanguage


class SiteLanguageForm(forms.ModelForm):  # type: ignore[type-arg]
    """Offers the languages that the program has words for; one that is there keeps its code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taken = set(SiteLanguage.objects.exclude(pk=self.instance.pk).values_list("code", flat=True))
        choices = [
            (code, name)
            for code, name in settings.WAGTAIL_CONTENT_LANGUAGES
            if code not in taken | {settings.LANGUAGE_CODE}
        ]
        self.fields["code"] = forms.ChoiceField(
            label=self.fields["code"].label,
            help_text=self.fields["code"].help_text
            if choices
            else _("Tutte le lingue di cui il programma ha le parole sono già nell’elenco."),
            choices=choices,
            disabled=bool(self.instance.pk),
        )

    class Meta:
        model = SiteLanguage
        fields = ("code", "read_on")


class SiteLanguageDeleteView(DeleteView):
    """Says what goes with a language that is forgotten, and how one is switched off instead."""

    @property
    def confirmation_message(self) -> str:
        return gettext(
            "Esce solo da questo elenco, con la data di chi l’ha riletta: le sue pagine restano come sono. "
            "Per spegnere la lingua si va invece alla sua pagina iniziale, e da lì «Annulla pubblicazione»."
        )


class SiteLanguageViewSet(ModelViewSet):
    """Languages, added by an administrator."""

    model = SiteLanguage
    name = "lingue"
    menu_label = _("Lingue")
    icon = "globe"
    add_to_settings_menu = True
    copy_view_enabled = False
    delete_view_class = SiteLanguageDeleteView
    list_display: ClassVar[list[str]] = ["__str__", "state", "read_on"]
    panels: ClassVar = [FieldPanel("code"), FieldPanel("read_on")]

    def get_form_class(self, for_update: bool = False) -> type[SiteLanguageForm]:
        return SiteLanguageForm
