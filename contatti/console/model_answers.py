"""The administration's list of model answers: coordinators write them, operators read them."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from contatti.console.rights import ModelAnswerPolicy
from contatti.models import ModelAnswer


class ModelAnswerViewSet(ModelViewSet):
    model = ModelAnswer
    name = "model_answers"
    url_prefix = "console/pronte"
    icon = "openquote"
    menu_label = _("Risposte pronte")
    add_to_admin_menu = False
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields: ClassVar[list[str]] = ["title", "mailbox", "language", "text"]
    list_display: ClassVar[list[Any]] = [
        "title",
        Column("mailbox", label=_("Sportello"), accessor=lambda row: row.mailbox or _("tutti")),
        Column("language", label=_("Lingua"), accessor="get_language_display"),
    ]
    list_export: ClassVar[list[str]] = []
    panels: ClassVar = [
        FieldPanel("title"),
        FieldPanel("mailbox"),
        FieldPanel("language"),
        FieldPanel("text"),
    ]

    @property
    def permission_policy(self) -> ModelAnswerPolicy:
        return ModelAnswerPolicy(self.model)
