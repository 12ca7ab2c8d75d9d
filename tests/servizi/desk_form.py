"""The form of a desk in the administration, filled in and sent."""

import re
from html import unescape
from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from servizi.hours import WeeklySlot
from servizi.models import DeskPage

MONDAY = {"days": ["0"], "opens": "09:30", "closes": "12:30", "valid_from": "", "valid_through": ""}


def form(desk: DeskPage, *hours: tuple[str, dict[str, Any]], **values: Any) -> dict[str, Any]:
    """What the admin's form sends. Wagtail's helper would number the weekdays instead of repeating their name."""
    data: dict[str, Any] = nested_form_data(
        {
            "title": desk.title, "slug": desk.slug, "kind": desk.kind, "intro": desk.intro,
            "comune": desk.comune_id, "cost": desk.cost, "action-publish": "1",
            "hours": streamfield([(kind, {**row, "days": ""}) for kind, row in hours]),
            "phones": streamfield([]), "spoken": streamfield([]), **values,
        }
    )  # fmt: skip
    return data | {f"hours-{number}-value-days": row.get("days", []) for number, (_, row) in enumerate(hours)}


def edit(client: Client, desk: DeskPage, data: dict[str, Any]) -> str:
    response = client.post(reverse("wagtailadmin_pages:edit", args=[desk.pk]), data, follow=True)
    assert response.status_code == 200
    # The editor's widgets receive the messages as JSON in an attribute.
    answer = unescape(response.content.decode())
    return re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), answer)


def slots(desk: DeskPage) -> tuple[WeeklySlot, ...]:
    calendar = DeskPage.objects.get(pk=desk.pk).calendar
    return tuple(calendar.slots)
