"""What was changed in the portal, without the sheets of others: raw counts are small numbers."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField
from django.db.models.functions import Cast
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.reports.audit_logging import LogEntriesView
from wagtail.models import ModelLogEntry

from servizi.models import FigureSheet
from servizi.statistics_permissions import PUBLISH, desks_of


class SiteHistoryView(LogEntriesView):
    """Wagtail's, which shows an operator every row of a model that she may change a row of."""

    def filter_queryset(self, queryset: Any) -> Any:
        found = super().filter_queryset(queryset)
        user = self.request.user
        if queryset.model is not ModelLogEntry or user.has_perm(PUBLISH):
            return found
        sheets = ContentType.objects.get_for_model(FigureSheet)
        own = FigureSheet.objects.filter(desk__in=desks_of(user))
        keys = own.annotate(key=Cast("pk", CharField())).values("key")
        return found.exclude(content_type=sheets) | found.filter(content_type=sheets, object_id__in=keys)


site_history = require_admin_access(SiteHistoryView.as_view())
site_history_results = require_admin_access(SiteHistoryView.as_view(results_only=True))
