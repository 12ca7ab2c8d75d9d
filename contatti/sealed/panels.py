"""What needs people, on the administration's first page, unless SEALED_PANEL is False."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from contatti.sealed.alerts import ALERTS, RESENT, AlertCode
from contatti.sealed.key_change_mails import KEEPS


def buttons_of(code: str) -> list[tuple[str, str]]:
    """Return the address and the words of what can be done about an alert at once."""
    if code is AlertCode.UNCERTAIN:
        return [
            (reverse("sealed_send_uncertain_again"), _("Spedisci di nuovo quelle forse arrivate")),
            (reverse("sealed_have_arrived"), _("Sono arrivate")),
        ]
    return [(reverse("sealed_send_again"), _("Spedisci di nuovo adesso"))] if code in RESENT else []


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
        may_retry = request.user.has_perm("sealed.change_outboxitem")
        found = [(alert, alert.lines(now)) for alert in ALERTS]
        return {
            "alerts": [
                (alert, lines, buttons_of(alert.kind) if may_retry else []) for alert, lines in found if lines
            ],
            "csrf_token": parent_context.get("csrf_token"),
        }
