"""Dates as Italians write them, in every form of the administration."""

from typing import Any

from django.db import models
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

MINUTES = 15
"""Between the times that the list offers; any other can be typed."""


class DayInput(AdminDateInput):
    """Wagtail's calendar, which leaves alone what was typed: it would turn what it can't read into today."""

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "validateOnBlur": False}


class MomentInput(AdminDateTimeInput):
    """The same with a time of day."""

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "validateOnBlur": False, "step": MINUTES, "defaultTime": "18:00"}


register_form_field_override(models.DateField, override={"widget": DayInput})
register_form_field_override(models.DateTimeField, override={"widget": MomentInput})
