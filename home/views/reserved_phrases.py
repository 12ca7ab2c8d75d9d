from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.viewsets.model import ModelViewSet

from home.forms.reserved_phrase import ReservedPhraseForm
from home.models import ReservedPhrase


class ReservedPhraseViewSet(ModelViewSet):
    """The list of words that no page may publish: by their notes, for nobody can read the words."""

    model = ReservedPhrase
    name = "parole-riservate"
    menu_label = _("Parole riservate")
    icon = "lock"
    add_to_settings_menu = True
    copy_view_enabled = False
    list_display: ClassVar[list[str]] = ["note"]
    panels: ClassVar = [FieldPanel("note"), FieldPanel("phrase")]

    def get_form_class(self, for_update: bool = False) -> type[ReservedPhraseForm]:
        return ReservedPhraseForm
