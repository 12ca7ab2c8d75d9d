"""The administration's list of model answers: coordinators write them, operators read them."""

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.template.defaultfilters import linebreaks_filter
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet

from contatti.console.rights import ModelAnswerPolicy
from contatti.models import ModelAnswer


class ModelAnswerList(IndexView):
    def get_base_queryset(self) -> Any:
        return ModelAnswerPolicy(ModelAnswer).instances_user_has_any_permission_for(
            self.request.user, ["view"]
        )


class ReadModelAnswer(InspectView):
    def get_object(self, queryset: Any = None) -> Any:
        found = super().get_object(queryset)
        if not ModelAnswerPolicy(ModelAnswer).user_has_permission_for_instance(
            self.request.user, "view", found
        ):
            raise PermissionDenied
        return found

    def get_field_display_value(self, field_name: str, field: Any) -> Any:
        if field_name == "text":
            return linebreaks_filter(self.object.text)
        if field_name == "mailbox" and self.object.mailbox is None:
            return _("tutti")
        return super().get_field_display_value(field_name, field)


class ModelAnswerViewSet(ModelViewSet):
    model = ModelAnswer
    name = "model_answers"
    url_prefix = "console/pronte"
    icon = "openquote"
    menu_label = _("Risposte pronte")
    add_to_admin_menu = False
    copy_view_enabled = False
    index_view_class = ModelAnswerList
    inspect_view_class = ReadModelAnswer
    inspect_view_enabled = True
    inspect_view_fields: ClassVar[list[str]] = ["title", "mailbox", "language", "text"]
    list_display: ClassVar[list[Any]] = [
        TitleColumn("title", label=_("A che cosa serve"), url_name="model_answers:inspect"),
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
