"""A campaign and a desk to print, small and invented."""

import datetime as dt
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.models import Site

from amaranta.demo.campaigns import CampaignText, build_campaign
from amaranta.demo.desks import build_comuni, build_desk, build_desk_index, phone, slot
from amaranta.demo.events import EventText
from home.models import CampaignIndexPage, CampaignPage, HomePage
from servizi.models import DeskPage

FIRST, LAST = dt.date(2026, 11, 18), dt.date(2026, 12, 10)
DURING = "2026-11-20 12:00:00+01:00"
NUMBER = "000 0000001"

WORDS = CampaignText(
    fields={
        "title": "25 novembre",
        "slug": "25-novembre",
        "search_description": "Due parole che può dire chiunque.",
        "slogan": "Ti credo.",
        "drawing": "ramo",
        "poster_text": "Puoi parlarne. È gratuito.",
        "card_outside": "Buona giornata",
    },
    body=[],
    events=(
        EventText(7, "18:00", "19:30", "Letture", "Via dell’Esempio 10", "Si entra senza prenotare."),
        EventText(8, "09:00", "12:00", "Formazione", "Via dell’Esempio 12", "", by_invitation=True),
    ),
    partners=("Le biblioteche",),
    materials=(),
)


def make_index(home: HomePage) -> CampaignIndexPage:
    """Return a published index of campaigns on a site reached at https://testserver."""
    Site.objects.update(port=443)
    index = CampaignIndexPage(title="Campagne", slug="campagne", search_description="Tutte le campagne.")
    home.add_child(instance=index)
    index.save_revision().publish()
    return index


def make_campaign(index: CampaignIndexPage, **fields: Any) -> CampaignPage:
    """Return a published campaign of autumn 2026; `fields` replace those of WORDS."""
    dates = {"starts_on": fields.pop("starts_on", FIRST), "ends_on": fields.pop("ends_on", LAST)}
    words = CampaignText(
        {**WORDS.fields, **fields}, WORDS.body, WORDS.events, WORDS.partners, WORDS.materials
    )
    return build_campaign(index, words, **dates)


def make_desk(home: HomePage, number: str = NUMBER, **values: Any) -> DeskPage:
    """Return a published desk at Bresso, verified today unless `verified_on` says otherwise."""
    desk = {"phones": [phone(number)], "hours": [slot("02", "09:00", "13:00")], **values}
    return build_desk(build_desk_index(home), "Centro di prova", build_comuni()["Bresso"], **desk)


def change_number(desk: DeskPage, number: str) -> None:
    """Publish the desk with another telephone."""
    desk.phones = json.dumps([phone(number)], cls=DjangoJSONEncoder)
    desk.save_revision().publish()
