"""What needs people, on the administration's first page, unless SEALED_PANEL is False."""

from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from contatti.sealed.alerts import ALERTS
from contatti.sealed.key_change_mails import KEEPS


class AlertsPanel(Component):
    """The alerts of this moment, for those who look after keys and delivery."""

    name = "sealed_alerts"
    template_name = "sealed/admin/alerts.html"
    order = 50

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        request = parent_context["request"]
        if not request.user.has_perm(KEEPS):
            return {"alerts": []}
        now = timezone.now()
        found = [(alert, alert.lines(now)) for alert in ALERTS]
        return {
            "alerts": [(alert, lines) for alert, lines in found if lines],
            "may_retry": request.user.has_perm("sealed.change_outboxitem"),
            "csrf_token": parent_context.get("csrf_token"),
        }
