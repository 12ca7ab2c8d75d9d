"""The dashboard's answer to "does anything need me?" for the people who look after delivery and keys."""

from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from contatti.attention import CONCERNS, Kind

MAY_SEE = "contatti.change_operatorcertificate"
RETRIED = (Kind.BOUNCED, Kind.ATTEMPTS, Kind.DELAY)


class AttentionPanel(Component):
    name = "contatti-attention"
    template_name = "contatti/admin/attention.html"
    order = 50

    def render_html(self, parent_context: Any = None) -> str:
        if not parent_context["request"].user.has_perm(MAY_SEE):
            return ""
        html: str = super().render_html(parent_context)
        return html

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        now = timezone.now()
        user = parent_context["request"].user
        found = [(concern, lines) for concern in CONCERNS if (lines := concern.lines(now))]
        return {
            "concerns": found,
            "may_retry": user.has_perm("contatti.change_outboxitem"),
            "has_undelivered": any(concern.kind in RETRIED for concern, _lines in found),
            "request": parent_context["request"],
            "csrf_token": parent_context.get("csrf_token"),
        }
