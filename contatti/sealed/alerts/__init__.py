"""What needs people, as data: asked by the administration, the alarm mails and the health endpoints."""

from datetime import datetime

from contatti.sealed.alerts.alert import Alert, AlertCode
from contatti.sealed.alerts.delivery import DELIVERY_ALERTS
from contatti.sealed.alerts.flood import FLOOD_ALERTS
from contatti.sealed.alerts.keys import KEY_ALERTS
from contatti.sealed.alerts.proofs import PROOF_ALERTS

__all__ = ["ALERTS", "RESENT", "Alert", "AlertCode", "lines_of"]

ALERTS: tuple[Alert, ...] = (
    *KEY_ALERTS[:2],
    *PROOF_ALERTS,
    *FLOOD_ALERTS,
    *DELIVERY_ALERTS,
    *KEY_ALERTS[2:],
)
"""The gravest first: nothing can be sent, nothing arrives, then what will fail one day."""


RESENT = (
    AlertCode.REFUSED,
    AlertCode.BOUNCED,
    AlertCode.ATTEMPTS,
    AlertCode.DELAY,
    AlertCode.ACCOUNT,
)
"""Alerts about requests that staff may send again."""


def lines_of(kind: AlertCode, now: datetime) -> list[str]:
    """Return whom or what one alert concerns at an aware moment."""
    return next(alert for alert in ALERTS if alert.kind is kind).lines(now)
