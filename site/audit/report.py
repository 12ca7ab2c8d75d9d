"""The register in the administration: read by who coordinates and who administers, changed by nobody."""

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.history import HistoryFilterSet
from wagtail.admin.views.reports import ReportView
from wagtail.models import ModelLogEntry

from audit.actions import PREFIXES
from servizi.statistics_permissions import PUBLISH

BY_NOBODY_KNOWN = ("audit.login_failed", "audit.login_unknown", "audit.factor_failed")


def may_read(user: Any) -> bool:
    """Tell whether somebody reads the register: an administrator, or who coordinates the network."""
    return bool(user.is_active and user.has_perm(PUBLISH))


def of_register() -> Q:
    """Return the condition for the lines of the register in Wagtail's log."""
    every = Q()
    for prefix in PREFIXES:
        every |= Q(action__startswith=prefix)
    return every


def hour_of(entry: ModelLogEntry) -> str:
    """Return the day and the hour of a line, which says no more."""
    moment = localtime(entry.timestamp)
    day = date_format(moment, "SHORT_DATE_FORMAT")
    return _("%(day)s, ore %(hour)s") % {"day": day, "hour": moment.hour}


def who_of(entry: ModelLogEntry) -> str:
    """Return who did it; an account that is gone is called as the register last called it."""
    if not entry.user_id:
        return "—" if entry.action in BY_NOBODY_KNOWN else _("il server")
    if entry.user is not None:
        name: str = entry.user.get_username()
        return name
    of_account = ModelLogEntry.objects.filter(action__startswith="audit.", object_id=str(entry.user_id))
    last = of_account.filter(content_type__app_label="auth", content_type__model="user").first()
    return str(last.label if last else entry.user_display_name)


class RegisterView(ReportView):
    """Wagtail's report, with the lines of the register only."""

    model = ModelLogEntry
    page_title = gettext_lazy("Registro")
    header_icon = "history"
    index_url_name = "audit"
    index_results_url_name = "audit_results"
    filterset_class = HistoryFilterSet
    default_ordering = None
    table_classname = "listing register"
    no_results_message = gettext_lazy("Nessuna riga con questi filtri.")
    columns: ClassVar[list[Column]] = [
        Column("hour", label=gettext_lazy("Quando"), accessor=hour_of),
        Column("who", label=gettext_lazy("Chi"), accessor=who_of),
        Column("message", label=gettext_lazy("Che cosa")),
        Column("label", label=gettext_lazy("A chi, a quale chiave o casella")),
    ]
    list_export: ClassVar[list[str]] = ["hour", "who", "message", "label"]
    export_headings: ClassVar[dict[str, Any]] = {
        "hour": gettext_lazy("Quando"),
        "who": gettext_lazy("Chi"),
        "message": gettext_lazy("Che cosa"),
        "label": gettext_lazy("A chi, a quale chiave o casella"),
    }
    export_filename = "registro"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer. Raises PermissionDenied for whoever neither coordinates nor administers."""
        if not may_read(request.user):
            raise PermissionDenied
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response

    def get_base_queryset(self) -> Any:
        return ModelLogEntry.objects.filter(of_register()).prefetch_related("user", "content_type")

    def get_filterset_kwargs(self) -> dict[str, Any]:
        return {**super().get_filterset_kwargs(), "queryset": self.get_base_queryset()}

    def to_row_dict(self, item: ModelLogEntry) -> dict[str, str]:
        return {
            "hour": hour_of(item),
            "who": who_of(item),
            "message": str(item.message),
            "label": item.label,
        }
