"""The desks of the demonstration: complementary hours, one desk by appointment; every contact is invented."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.text import slugify

from home.models import HomePage, SiteSettings
from servizi.editor_permissions import give_to_editors
from servizi.models import Comune, DeskIndexPage, DeskPage

from .content_files import PageText, below, read_page, read_rows
from .page_fields import fields_of

INDEX = "sportelli"
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# A row of a stream field, as it is stored.
Row = dict[str, Any]


def slot(days: str, opens: str, closes: str) -> Row:
    """A weekly row; `days` are digits, 0 for Monday."""
    return {"type": "slot", "value": {"days": list(days), "opens": opens, "closes": closes}}


def closure(first: date, last: date, reason: str) -> Row:
    return {"type": "closure", "value": {"first": first, "last": last, "reason": reason}}


def phone(number: str, **values: Any) -> Row:
    return {"type": "phone", "value": {"number": number, **values}}


def spoken(language: str, days: Sequence[str] = (), **values: Any) -> Row:
    """A language at some hours, or with `notice` on request; `days` are names."""
    if not days:
        return {"type": "on_request", "value": {"language": language, **values}}
    return {"type": "hours", "value": {"language": language, "days": list(_digits([*days])), **values}}


def build_comuni() -> dict[str, Comune]:
    """Return the Comuni of both networks by name, made where they are missing."""
    found: dict[str, Comune] = {}
    for network in read_rows("it/comuni.yaml"):
        for row in network["comuni"]:
            defaults = {**row, "slug": slugify(row["name"]), "network": network["network"]}
            found[row["name"]], _ = Comune.objects.get_or_create(name=row["name"], defaults=defaults)
    return found


def build_desk_index(home: HomePage) -> DeskIndexPage:
    """Return the index of desks below `home`, made and named in the site's settings if it is missing."""
    existing: DeskIndexPage | None = DeskIndexPage.objects.child_of(home).first()
    if existing is not None:
        return existing
    text = read_page(INDEX)
    index = DeskIndexPage(slug=text.slug, **fields_of(text, DeskIndexPage))
    home.add_child(instance=index)
    SiteSettings.objects.filter(desks_page=None).update(desks_page=index)
    return index


def build_desk(index: DeskIndexPage, title: str, comune: Comune, **values: Any) -> DeskPage:
    """Return a published desk verified today; `values` are fields of DeskPage, rows as slot() makes them."""
    served = values.pop("comuni_served", ())
    for stream in ("hours", "phones", "spoken"):
        values[stream] = json.dumps(values.get(stream, []), cls=DjangoJSONEncoder)
    fields = {"slug": slugify(title), "intro": "Un posto dove parlare.", **values}
    desk = DeskPage(title=title, comune=comune, **fields)
    desk.comuni_served = served
    index.add_child(instance=desk)
    desk.verify(day=values.get("verified_on"))
    give_to_editors(desk, comune)
    return desk


def build_desks(home: HomePage) -> list[DeskPage]:
    """Return the demonstration's desks, made where they are missing."""
    comuni = build_comuni()
    index = build_desk_index(home)
    desks = []
    for text in below(INDEX):
        existing = DeskPage.objects.child_of(index).filter(slug=text.slug).first()
        desks.append(existing or _build_written(index, text, comuni))
    return desks


def _build_written(index: DeskIndexPage, text: PageText, comuni: dict[str, Comune]) -> DeskPage:
    fields = fields_of(text, DeskPage, besides=("comune", "network", "hours", "phones", "spoken"))
    return build_desk(
        index,
        fields.pop("title"),
        comuni[text.words["comune"]],
        # The address stays in the browser's history: a place, never what is done there.
        slug=text.slug,
        comuni_served=[comune for comune in comuni.values() if comune.network == text.words["network"]],
        hours=[slot(_digits(row.pop("days")), **row) for row in map(dict, text.words["hours"])],
        phones=[phone(**row) for row in text.words["phones"]],
        spoken=[spoken(**row) for row in text.words.get("spoken", [])],
        **fields,
    )


def _digits(days: list[str]) -> str:
    return "".join(str(DAYS.index(day)) for day in days)
